/** UTF-16 code units of the log that the page keeps: as much as the container sends at first. */
export const keptLength = 256 * 1024;

/** The end of what was logged, from the beginning of a line. */
export function logTail(text: string, kept = keptLength): string {
  if (text.length <= kept) return text;
  const from = text.indexOf('\n', text.length - kept - 1) + 1;
  return text.slice(from === 0 ? -kept : from);
}
