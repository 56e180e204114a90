/**
 * The column of rustc, which counts characters from 1, as one that counts UTF-16 code units from 1. Beyond the line's
 * end it stays as far beyond.
 */
export function utf16Column(line: string, column: number): number {
  let units = 0;
  let characters = 1;
  for (const character of line) {
    if (characters >= column) return units + 1;
    units += character.length;
    characters++;
  }
  return units + 1 + Math.max(0, column - characters);
}
