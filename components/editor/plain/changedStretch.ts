/** The one stretch in which two texts differ, in UTF-16 offsets of `before`, and what stands there in `now`. */
export function changedStretch(before: string, now: string): { start: number; end: number; text: string } {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before[start] === now[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  return { start, end: before.length - tail, text: now.slice(start, now.length - tail) };
}
