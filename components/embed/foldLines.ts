/** A text in three parts, of which the middle one is shown. */
export interface FoldedText {
  before: string;
  text: string;
  after: string;
}

/** Cuts a text around these lines, counted from 1; without such lines all of it is shown. */
export function foldLines(text: string, shown: readonly [number, number] | null): FoldedText {
  const lines = text.split(/(?<=\n)/);
  const [first, last] = shown ?? [1, lines.length];
  if (first < 1 || first > last || first > lines.length) return { before: '', text, after: '' };
  return {
    before: lines.slice(0, first - 1).join(''),
    text: lines.slice(first - 1, last).join(''),
    after: lines.slice(last).join(''),
  };
}

/** How many lines a text has; a line that has not ended is one too. */
export function lineCount(text: string): number {
  return text === '' ? 0 : text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}
