/** Escape sequences of a terminal other than those that set colours, and control characters that show nothing. */
const unwanted = new RegExp(
  [
    // Operating system commands such as hyperlinks and titles, up to BEL or ST.
    '\\u001b\\][^\\u0007\\u001b]*(?:\\u0007|\\u001b\\\\)?',
    // Control sequences that do not end in `m`.
    '\\u001b\\[[0-?]*[ -/]*[@-ln-~]',
    // Two-character sequences.
    '\\u001b[^[\\]]',
    '[\\u0000-\\u0008\\u000b-\\u001a\\u001c-\\u001f\\u007f]',
  ].join('|'),
  'g',
);

/** Output of a program with its colours, without what would move a terminal's cursor or ring its bell. */
export function onlyColours(text: string): string {
  return text.replace(unwanted, '');
}
