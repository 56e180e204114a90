/** What is seen of a description at once. */
const shownLength = 220;
const shownLines = 2;

/** A description in two parts, the second of which is folded away; it is empty where all has room. */
export function splitDescription(text: string): [string, string] {
  const lines = text.split('\n');
  const head = lines.slice(0, shownLines).join('\n');
  if (head.length <= shownLength) return [head, lines.slice(shownLines).join('\n')];
  // Between two words where there are any, and never within a character.
  const space = text.lastIndexOf(' ', shownLength);
  const at = space > shownLength / 2 ? space : [...text].slice(0, shownLength).join('').length;
  return [text.slice(0, at), text.slice(at)];
}
