/** A line of a text, and whether all the texts have it; or how many such lines in a row are left out. */
export type MarkedLine = { text: string; common: boolean } | { skipped: number };

/** Common lines kept beside those that are not. */
const beside = 2;

/** A text with the lines marked that not all of `texts` have; long stretches of common lines are counted instead. */
export function markLines(text: string, texts: readonly (string | null)[]): MarkedLine[] {
  const others = texts.map((each) => new Set((each ?? '').split('\n')));
  const lines = text
    .split('\n')
    .map((line) => ({ text: line, common: others.every((set) => set.has(line)) }));
  // One text in another order: every line is common, so nothing may be left out.
  if (lines.every(({ common }) => common)) return lines;
  const marked: MarkedLine[] = [];
  for (let at = 0; at < lines.length; ) {
    let end = at;
    while (lines[end]?.common) end += 1;
    const next = end < lines.length ? end : -1;
    const head = at === 0 ? 0 : beside;
    const tail = next < 0 ? 0 : beside;
    const skipped = end - at - head - tail;
    if (skipped > 1) marked.push(...lines.slice(at, at + head), { skipped }, ...lines.slice(end - tail, end));
    // At most so few as are not worth being counted.
    else marked.push(...lines.slice(at, end));
    if (next < 0) break;
    marked.push(...lines.slice(next, next + 1));
    at = next + 1;
  }
  return marked;
}
