/** Postgres's operators have at most 63 characters; a line of `/*---…` is its own joke at some hundred. */
const longestRun = 512;

/** What an operator is made of, and the beginning and the end of a comment with it (Postgres's scan.l, `op_chars`). */
const operators = new Set(Array.from('~!@#^&|`?+-*/%<>=', (character) => character.charCodeAt(0)));

/**
 * SQL as it is to be given to Postgres's scanner, with blanks in the middle of long runs of operators' characters. At each
 * `/*` and each operator the scanner reads to the run's end and goes back, which takes a minute for 64 KiB of them. Every
 * place stays what it was. The ends of a run stay too, since one may begin a comment or end it.
 */
export function tameRuns(sql: string): string {
  const pieces: string[] = [];
  let from = 0;
  let start = 0;
  for (let at = 0; at <= sql.length; at++) {
    if (operators.has(sql.charCodeAt(at))) continue;
    if (at - start > longestRun) {
      const half = longestRun / 2;
      pieces.push(sql.slice(from, start + half), ' '.repeat(at - start - longestRun));
      from = at - half;
    }
    start = at + 1;
  }
  return from === 0 ? sql : pieces.join('') + sql.slice(from);
}
