import type { Clock } from '../base/clock.ts';

export interface Silence {
  /** A sign of life came. */
  heard: () => void;
  stop: () => void;
}

/**
 * Asks for a sign of life after a heartbeat of silence, and gives up after two, or after one where the page has not even
 * said hello (SPEC.md, rules C1 and O2). Nobody is given up who was not asked: timers of a busy machine come late.
 */
export function watchSilence(
  clock: Clock,
  heartbeatMs: number,
  calls: { isGreeted: () => boolean; ask: () => void; giveUp: () => void },
): Silence {
  const began = clock.now();
  let heardAt = began;
  let isAsked = false;
  let callOff = () => {};
  const check = () => {
    const now = clock.now();
    if ((isAsked && now - heardAt >= 2 * heartbeatMs) || (!calls.isGreeted() && now - began >= heartbeatMs)) {
      calls.giveUp();
      return;
    }
    isAsked = now - heardAt >= heartbeatMs;
    if (isAsked) calls.ask();
    callOff = clock.after(heartbeatMs, check);
  };
  callOff = clock.after(heartbeatMs, check);
  return {
    heard: () => {
      heardAt = clock.now();
    },
    stop: () => callOff(),
  };
}
