import type { SessionData } from '../../session/state/sessionState.ts';

/** From this long before the end it is told with weight. */
const soonMs = 2 * 60_000;

/** When the container will end, for the status bar; null where there is none to end. `now` is by `pageNow`. */
export function sleepText(
  {
    container,
    idleEndsAt,
    ageEndsAt,
    ending,
  }: Pick<SessionData, 'container' | 'idleEndsAt' | 'ageEndsAt' | 'ending'>,
  now: number,
): { text: string; soon: boolean; canKeepAwake: boolean } | null {
  if (container !== 'ready') return null;
  const idle = idleEndsAt ?? Number.POSITIVE_INFINITY;
  const age = ageEndsAt ?? Number.POSITIVE_INFINITY;
  const isNeeded = ending?.reason === 'needed';
  const byAge = age <= idle || isNeeded || ending?.reason === 'age' || ending?.reason === 'draining';
  const at = ending?.at ?? Math.min(idle, age);
  if (!Number.isFinite(at)) return null;
  const leftMs = Math.max(0, at - now);
  return {
    text: `${byAge ? `Container stops in ${roughly(leftMs)}` : `Stops in ${roughly(leftMs)} if idle`}${isNeeded ? ': others are waiting for a container' : ''}`,
    soon: leftMs < soonMs,
    canKeepAwake: !byAge,
  };
}

function roughly(ms: number): string {
  if (ms < soonMs) return `${Math.ceil(ms / 1000)} s`;
  const minutes = Math.floor(ms / 60_000);
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`;
}
