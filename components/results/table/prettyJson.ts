/** More levels than anybody reads; each makes its lines longer. */
const deepest = 64;

/**
 * A JSON object or array with a line for each of its members, otherwise to the letter: numbers that JavaScript would
 * round, keys that stand twice and their order stay. Null where the text is none, or is nested too deeply.
 */
export function prettyJson(text: string): string | null {
  if (!/^\s*[{[]/.test(text) || !isJson(text)) return null;
  const pieces: string[] = [];
  let depth = 0;
  let before = '';
  const newLine = () => `\n${'  '.repeat(depth)}`;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s"{}[\]:,]+/g)) {
    const closes = token === '}' || token === ']';
    if (closes) depth -= 1;
    if (before === ':') pieces.push(' ');
    // An empty object or list stays on its line.
    else if (closes ? !isOpening(before) : isOpening(before) || before === ',') pieces.push(newLine());
    pieces.push(token);
    before = token;
    if (isOpening(token)) depth += 1;
    if (depth > deepest) return null;
  }
  return pieces.join('');
}

const isOpening = (token: string) => token === '{' || token === '[';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
