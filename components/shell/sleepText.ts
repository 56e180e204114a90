import type { SessionData } from '../session/sessionState.ts';

/** From this long before the end it is told with weight. */
const soonMs = 2 * 60_000;

/** When the container will end, for the status bar; null where there is none to end. `now` is epoch milliseconds. */
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
  const byAge = age <= idle || ending?.reason === 'age' || ending?.reason === 'draining';
  const at = ending?.at ?? Math.min(idle, age);
  if (!Number.isFinite(at)) return null;
  const leftMs = Math.max(0, at - now);
  return {
    text: byAge ? `Container stops in ${roughly(leftMs)}` : `Stops in ${roughly(leftMs)} if idle`,
    soon: leftMs < soonMs,
    canKeepAwake: !byAge,
  };
}

function roughly(ms: number): string {
  if (ms < soonMs) return `${Math.ceil(ms / 1000)} s`;
  const minutes = Math.floor(ms / 60_000);
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`;
}
