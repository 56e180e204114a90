/**
 * Characters that show nothing, or change how what follows is shown: controls, bidirectional marks, overrides and
 * isolates, line and paragraph separators, invisible operators, tags, and halves of surrogate pairs.
 */
const invisible =
  /[\p{Cc}\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}\p{Cs}]/gu;

/** A text as one line on which nothing hides: for titles, which are shown far from where they were written. */
export function plainLine(text: string): string {
  return text.replace(invisible, ' ').replace(/\s+/gu, ' ').trim();
}

/** The same for a text of several lines. */
export function plainText(text: string): string {
  const lines = text.split(/\r\n?|\n/).map((line) => line.replace(invisible, ' ').trimEnd());
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
