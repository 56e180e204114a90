import type { RunEvent } from '../../../protocol/events/events.ts';
import { byTurn, comparableSteps, type RunStep, rowsFact } from './comparableSteps.ts';

/** One thing that two runs do not have in common; an empty text is nothing at all. */
export interface Difference {
  /** Where in the run, such as `Statement 2`. */
  step: string;
  what: string;
  recorded: string;
  now: string;
}

/** More is counted, and not kept: nobody reads it. */
const keptDifferences = 50;

/** How a run differs from a recorded one; `count` is 0 where it is the same (`comparableSteps` says what counts). */
export function compareRuns(
  recorded: readonly RunEvent[],
  now: readonly RunEvent[],
): { count: number; differences: Difference[] } {
  const before = byTurn(comparableSteps(recorded));
  const after = byTurn(comparableSteps(now));
  const differences = [...new Set([...before.keys(), ...after.keys()])].flatMap((key) =>
    stepDifferences(before.get(key), after.get(key)),
  );
  return { count: differences.length, differences: differences.slice(0, keptDifferences) };
}

function stepDifferences(before: RunStep | undefined, after: RunStep | undefined): Difference[] {
  const step = (after ?? before)?.name ?? '';
  const whats = new Set([...(before?.facts.keys() ?? []), ...(after?.facts.keys() ?? [])]);
  return [...whats].flatMap((what) => {
    const recorded = before?.facts.get(what) ?? '';
    const now = after?.facts.get(what) ?? '';
    if (recorded === now) return [];
    const moved = what === rowsFact && sorted(recorded) === sorted(now);
    return [{ step, what: moved ? 'order of rows' : what, recorded, now }];
  });
}

const sorted = (lines: string) => lines.split('\n').toSorted().join('\n');
