/** Stands for any text within a line or, alone in a line, for any number of lines. */
export const wildcard = '…';

/** Whether what came is what was expected, but for spaces and for what wildcards stand for. */
export function matchesOutput(expected: string, got: string): boolean {
  return matchesLines(plainLines(expected), plainLines(got));
}

/** Whether a text has all of the pattern's pieces, in their order, but for spaces. */
export function hasPattern(text: string, pattern: string): boolean {
  return patternFinder(text)(pattern);
}

/** The same for several patterns: the text is made ready once. */
export function patternFinder(text: string): (pattern: string) => boolean {
  const plain = oneSpaced(text);
  return (pattern) => endOfPattern(plain, oneSpaced(pattern)) !== null;
}

/** The text with each run of white space as one space. */
function oneSpaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function plainLines(text: string): string[] {
  return text.split('\n').map(oneSpaced).filter(Boolean);
}

/** Greedy: after a line that stands for many, the first place at which the lines up to the next such line fit will do. */
function matchesLines(expected: readonly string[], got: readonly string[]): boolean {
  const open = expected.indexOf(wildcard);
  if (open === -1) return expected.length === got.length && startsWith(expected, got, 0);
  if (!startsWith(expected.slice(0, open), got, 0)) return false;
  const last = expected.lastIndexOf(wildcard);
  const tail = expected.slice(last + 1);
  const end = got.length - tail.length;
  let at = open;
  for (let next = open; next < last; ) {
    const after = expected.indexOf(wildcard, next + 1);
    const run = expected.slice(next + 1, after);
    while (at + run.length <= end && !startsWith(run, got, at)) at++;
    if (at + run.length > end) return false;
    at += run.length;
    next = after;
  }
  return at <= end && startsWith(tail, got, end);
}

function startsWith(expected: readonly string[], got: readonly string[], at: number): boolean {
  return expected.every((line, index) => matchesLine(line, got[at + index]));
}

function matchesLine(pattern: string, line: string | undefined): boolean {
  if (line === undefined) return false;
  const pieces = pattern.split(wildcard);
  const first = pieces[0] ?? '';
  const last = pieces.at(-1) ?? '';
  if (pieces.length === 1) return line === pattern;
  if (!line.startsWith(first) || !line.endsWith(last) || line.length < first.length + last.length)
    return false;
  const middle = line.slice(first.length, line.length - last.length);
  return endOfPattern(middle, pieces.slice(1, -1).join(wildcard)) !== null;
}

/** Where the pieces of a pattern end in a text, each found after the one before; null where one is not. */
function endOfPattern(text: string, pattern: string): number | null {
  let at = 0;
  for (const piece of pattern.split(wildcard)) {
    const found = text.indexOf(piece, at);
    if (found === -1) return null;
    at = found + piece.length;
  }
  return at;
}
