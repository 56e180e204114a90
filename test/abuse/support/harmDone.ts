import type { Seen } from './neighbourThread.ts';
import type { ServerLook } from './serverLook.ts';

/** What a neighbour may feel of an attack, in milliseconds. */
export const bounds = { runMs: 1000, healthMs: 200, delayMs: 200 };

/** What may remain: V8 gives memory back when it likes, and a socket of ours or two lives on for the next question. */
export const margins = { rssMb: 100, descriptors: 8, containers: 0 };

/** What the neighbour has felt, a line each; none where all was well. */
export function harmDone(
  { runs, health, cut, starvedMs }: Seen,
  { delayMs, usualRunMs }: { delayMs: number; usualRunMs: number },
): string[] {
  // On a machine that is busy with other things a Run takes longer before any attack.
  const runMs = Math.max(bounds.runMs, 2 * usualRunMs);
  const harm: string[] = [];
  const worst = (all: { ms: number }[]) => Math.max(0, ...all.map(({ ms }) => ms)).toFixed(0);
  const failed = runs.filter(({ outcome }) => outcome !== 'ok');
  const slow = runs.filter(({ ms }) => ms > runMs);
  if (cut !== null) harm.push(`The neighbour’s page was closed with ${cut}.`);
  if (failed.length > 0)
    harm.push(
      `Runs that were not ok: ${failed.map(({ outcome }) => outcome).join(', ')} (of ${runs.length}).`,
    );
  if (slow.length > 0)
    harm.push(
      `${slow.length} of ${runs.length} runs took over ${runMs.toFixed(0)} ms, the worst ${worst(slow)} ms.`,
    );
  const unwell = health.filter(({ status }) => status !== 200);
  const late = health.filter(({ ms }) => ms > bounds.healthMs);
  if (unwell.length > 0)
    harm.push(`Health answered ${[...new Set(unwell.map(({ status }) => status))]} ${unwell.length} times.`);
  if (late.length > 0)
    harm.push(
      `${late.length} of ${health.length} answers of health took over ${bounds.healthMs} ms, the worst ${worst(late)} ms.`,
    );
  if (delayMs - starvedMs > bounds.delayMs)
    harm.push(
      `The event loop was held up for ${delayMs.toFixed(0)} ms, for ${starvedMs.toFixed(0)} ms of it by others.`,
    );
  return harm;
}

/** What the server has not given back. */
export function leftOver(before: ServerLook, after: ServerLook): string[] {
  const grown = (what: keyof typeof margins) => after[what] - before[what] > margins[what];
  const told = (['rssMb', 'descriptors', 'containers'] as const).filter(grown);
  return told.map((what) => `${what} went from ${before[what].toFixed(0)} to ${after[what].toFixed(0)}.`);
}
