import type { RunEvent } from '../../protocol/events/events.ts';
import { byTurn, comparableSteps } from '../sharing/compare/comparableSteps.ts';

/** Something that can be said of a step: one text for each run, in their order; null where a run never came to it. */
export interface MajorFact {
  what: string;
  texts: (string | null)[];
  same: boolean;
}

/** A step of the runs, such as a statement. */
export interface MajorStep {
  key: string;
  name: string;
  facts: MajorFact[];
  /** Whether all runs have said the same in it. */
  same: boolean;
}

/** What several runs of one source did, step by step, and in what they differ (`comparableSteps` says what counts). */
export function compareMajors(runs: readonly (readonly RunEvent[])[]): MajorStep[] {
  const tables = runs.map((events) => byTurn(comparableSteps(events)));
  const keys = [...new Set(tables.flatMap((table) => [...table.keys()]))];
  // The end of a run that stopped early would else come before the statements that the others went on to.
  const ordered = [...keys.filter((key) => !isEnd(key)), ...keys.filter(isEnd)];
  return ordered.map((key) => {
    const steps = tables.map((table) => table.get(key));
    const whats = [...new Set(steps.flatMap((step) => [...(step?.facts.keys() ?? [])]))];
    const facts = whats.map((what) => {
      const texts = steps.map((step) => (step ? (step.facts.get(what) ?? '') : null));
      return { what, texts, same: new Set(texts).size < 2 };
    });
    const reached = steps.every((step) => step !== undefined);
    return {
      key,
      name: steps.find((step) => step)?.name ?? '',
      facts,
      same: reached && facts.every((fact) => fact.same),
    };
  });
}

const isEnd = (key: string) => key.startsWith('end');
