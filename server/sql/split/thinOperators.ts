/** A run of more operator characters than an operator may have, which is 63 (NAMEDATALEN). */
const longRun = /[-+*/<>=~!@#%^&|`?]{64,}/g;

/** What begins or ends a comment, somewhere. */
const marks = new Set(['--', '/*', '*/']);

/** Scanning costs the square of a run's length: 16,000 characters take 2 s, and 2,000 take 30 ms. */
const mostSquares = 2_000 ** 2;

/**
 * SQL of the same length with the same statements, which Postgres's scanner reads in linear time; null where there is none.
 * For each operator or comment the scanner looks at all operator characters that follow, so that 64 KiB of `+` take it half
 * a minute. Nothing in a long run ends a statement, so it becomes blanks: but for its ends, which can belong to what is
 * beside it (`U&'…'`), and what can be a comment's mark. Nobody writes thousands of marks with nothing between them.
 */
export function thinOperators(sql: string): string | null {
  let squares = 0;
  const thin = sql.replace(longRun, (run) => {
    const blanked = blankInside(run);
    for (const [left] of blanked.matchAll(/[^ ]+/g)) squares += left.length ** 2;
    return blanked;
  });
  return squares > mostSquares ? null : thin;
}

function blankInside(run: string): string {
  let thin = '';
  let afterMark = false;
  for (let at = 0; at < run.length; at++) {
    const isMark = marks.has(run.slice(at, at + 2));
    const isEnd = at === 0 || at === run.length - 1;
    thin += isMark || afterMark || isEnd ? run[at] : ' ';
    afterMark = isMark;
  }
  return thin;
}
