/**
 * The column of rustc, which counts characters from 1, as one that counts UTF-16 code units from 1. Beyond the line's
 * end it stays as far beyond.
 */
export const utf16Column = (line: string, column: number): number => utf16Columns(line)(column);

/** The same for many columns of one line, which is looked at once: a line can be as long as a project. */
export function utf16Columns(line: string): (column: number) => number {
  const pairs: number[] = [];
  if (/[\uD800-\uDBFF]/.test(line)) {
    let character = 0;
    for (const { length } of line) {
      character++;
      if (length === 2) pairs.push(character);
    }
  }
  return (column) => column + countBelow(pairs, column);
}

/** How many of these, in ascending order, are less than the bound. */
function countBelow(numbers: readonly number[], bound: number): number {
  let from = 0;
  let to = numbers.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((numbers[middle] ?? 0) < bound) from = middle + 1;
    else to = middle;
  }
  return from;
}
