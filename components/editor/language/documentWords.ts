/** How a language writes what is no code: what begins a comment, and which characters a string. */
interface Notation {
  line: string;
  block: boolean;
  quotes: string;
}

const notations: Record<string, Notation> = {
  rust: { line: '//', block: true, quotes: '"' },
  pgsql: { line: '--', block: true, quotes: "'" },
  toml: { line: '#', block: false, quotes: '"\'' },
};

/** Shorter ones are typed faster than chosen. */
const shortest = 3;
const mostWords = 2_000;

/** The words of a text outside of its comments and strings, each once; none of a language that is not known. */
export function documentWords(text: string, language: string): string[] {
  const notation = notations[language];
  if (!notation) return [];
  const words = new Set<string>();
  const next = /[A-Za-z_]\w*|\/\/|--|#|\/\*|["']/g;
  for (let found = next.exec(text); found && words.size < mostWords; found = next.exec(text)) {
    const [piece] = found;
    const end = next.lastIndex;
    if (piece === notation.line) next.lastIndex = after(text, '\n', end);
    else if (piece === '/*' && notation.block) next.lastIndex = after(text, '*/', end);
    else if (notation.quotes.includes(piece)) next.lastIndex = afterString(text, piece, end);
    else if (piece.length >= shortest) words.add(piece);
  }
  return [...words];
}

function after(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at < 0 ? text.length : at + what.length;
}

/** Behind a string's closing quote; one that is not closed goes to the end. */
function afterString(text: string, quote: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\' && quote === '"') at += 1;
    else if (text[at] === quote) return at + 1;
  }
  return text.length;
}
