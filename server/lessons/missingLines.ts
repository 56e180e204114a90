import { patternFinder } from '../../lessons/matchOutput.ts';
import type { StepEnd } from '../ports/runPorts.ts';

/** What a part of a check came to: null where it holds. `end` is there where nothing more can be tried. */
export interface Shortfall {
  sql: string | null;
  expected: string;
  got: string;
  end?: StepEnd;
}

/** The first of a block's lines that does not hold: each must be found in one of the texts, or in none after `not `. */
export function missingLines(
  lines: readonly string[],
  texts: readonly string[],
  where: string,
): Shortfall | null {
  const finders = texts.map(patternFinder);
  for (const line of lines) {
    const unwanted = /^\s*not\s+(.*)$/.exec(line)?.[1];
    const found = finders.some((has) => has(unwanted ?? line));
    if (unwanted === undefined && !found)
      return { sql: null, expected: line.trim(), got: `Not found in ${where}.` };
    if (unwanted !== undefined && found)
      return { sql: null, expected: `Not: ${unwanted}`, got: `Found in ${where}.` };
  }
  return null;
}
