/**
 * What a program has written for a terminal, without what sets colours, moves the cursor and the like. Node's own
 * `stripVTControlCharacters` takes quadratic time where a sequence is begun again and again and never ended.
 */
export function withoutEscapes(text: string): string {
  return text.replace(sequence, '');
}

const sequence = new RegExp(
  [
    // Operating system commands such as hyperlinks and titles, up to BEL or ST.
    '\\u001b\\][^\\u0007\\u001b]*(?:\\u0007|\\u001b\\\\)?',
    // Control sequences.
    '\\u001b\\[[0-?]*[ -/]*[@-~]?',
    // Sequences of two characters.
    '\\u001b[^[\\]]?',
  ].join('|'),
  'g',
);
