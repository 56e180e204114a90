/**
 * The columns of a line, from rustc's, which counts characters from 1, to ones that count UTF-16 code units from 1. Beyond
 * the line's end they stay as far beyond. The line is gone through once, however many places in it are asked for.
 */
export function utf16Columns(line: string): (column: number) => number {
  if (!pair.test(line)) return (column) => column;
  /** The characters, counted from 1, behind which the count of units is one more. */
  const wide: number[] = [];
  let characters = 1;
  for (const character of line) {
    if (character.length > 1) wide.push(characters);
    characters++;
  }
  return (column) => column + countBelow(wide, column);
}

/** A line of a file is mostly looked at once; `utf16Columns` is for several places in one. */
export const utf16Column = (line: string, column: number): number => utf16Columns(line)(column);

const pair = /[\uD800-\uDBFF][\uDC00-\uDFFF]/;

/** How many of the numbers, which are in order, are below one. */
function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
