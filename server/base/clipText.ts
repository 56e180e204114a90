/** The beginning of a text that is too long, marked with an ellipsis; at most `length` UTF-16 code units in all. */
export function clipText(text: string, length: number): string {
  if (text.length <= length) return text;
  // Half of a surrogate pair is no character, and would not survive being sent.
  const end = /[\uD800-\uDBFF]/.test(text[length - 2] ?? '') ? length - 2 : length - 1;
  return `${text.slice(0, end)}…`;
}
