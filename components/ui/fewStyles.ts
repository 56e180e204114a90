/** A line of rustc's has some ten. */
const mostStyles = 500;

const style = new RegExp(`${String.fromCharCode(0x1b)}\\[[\\d;]*m`, 'g');

/**
 * A line with its first colours. Anser carries every one that was not reset to each piece behind it, which for a line of
 * nothing else takes minutes.
 */
export function fewStyles(line: string): string {
  let seen = 0;
  return line.replace(style, (one) => {
    seen += 1;
    return seen > mostStyles ? '' : one;
  });
}
