/** A text in three parts, of which the middle one is shown. */
export interface FoldedText {
  before: string;
  text: string;
  after: string;
}

/** Cuts a text around these lines, counted from 1; without such lines all of it is shown. */
export function foldLines(text: string, shown: readonly [number, number] | null): FoldedText {
  if (shown === null) return { before: '', text, after: '' };
  const [first, last] = shown;
  const start = startOfLine(text, first);
  if (first < 1 || first > last || start === null) return { before: '', text, after: '' };
  const end = startOfLine(text, last + 1) ?? text.length;
  return { before: text.slice(0, start), text: text.slice(start, end), after: text.slice(end) };
}

/** Where a line begins, which is counted from 1; null where there is none so far. */
function startOfLine(text: string, line: number): number | null {
  let start = 0;
  for (let number = 1; number < line; number++) {
    start = text.indexOf('\n', start) + 1;
    if (start === 0 || start === text.length) return null;
  }
  return start;
}

/** How many lines a text has; a line that has not ended is one too. */
export function lineCount(text: string): number {
  return text === '' ? 0 : text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}
