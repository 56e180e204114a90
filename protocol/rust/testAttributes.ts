import { limits } from '../limits.ts';
import type { RustLexer } from './RustLexer.ts';
import { rustString } from './rustString.ts';

/** What the attributes before a function say of it as a test. */
export interface TestAttributes {
  /** `#[pg_test]`, with the message of the error that it must give. */
  pgTest?: { expected: string | null };
  /** `#[test]` */
  test?: true;
  /** `#[should_panic]`, with what the panic must say. */
  panic?: { expected: string | null };
  ignored?: true;
}

/** An attribute of tests is a few words long; of a longer one the rest is passed over. */
const mostTokens = 64;
/** No message is as long, with each of its characters escaped: it is left as it is written. */
const longestText = 4 * limits.textLength;

interface AttributeToken {
  text: string;
  isString: boolean;
}

/** Reads the attribute behind whose `[` the lexer stands, up to its `]`; of two of one kind, the first counts. */
export function readAttribute(lexer: RustLexer, found: TestAttributes): void {
  const tokens: AttributeToken[] = [];
  for (let depth = 1; lexer.next(); ) {
    if (lexer.mark === '[') depth++;
    if (lexer.mark === ']' && --depth === 0) break;
    if (lexer.kind !== 'comment' && tokens.length < mostTokens)
      tokens.push({ text: lexer.word, isString: lexer.kind === 'string' });
  }
  const words = tokens.map(({ text, isString }) => (isString ? '"' : text));
  const [first] = words;
  if (/^(pgrx::(prelude::)?)?pg_test$/.test(pathOf(words)))
    found.pgTest ??= { expected: stringOf(tokens, ['error', 'expected']) };
  else if (first === 'test' && words.length === 1) found.test = true;
  else if (first === 'should_panic')
    found.panic ??= { expected: stringOf(tokens, ['should_panic', 'expected']) };
  else if (first === 'ignore') found.ignored = true;
}

/** The path that an attribute begins with. */
function pathOf(words: readonly string[]): string {
  const end = words.findIndex((word) => !/^(\w+|:)$/.test(word));
  return words.slice(0, end < 0 ? words.length : end).join('');
}

/** The string that one of these options has. */
function stringOf(tokens: readonly AttributeToken[], options: readonly string[]): string | null {
  const at = tokens.findIndex(
    ({ text }, index) =>
      options.includes(text) && tokens[index + 1]?.text === '=' && tokens[index + 2]?.isString,
  );
  const written = tokens[at + 2]?.text ?? '';
  if (at < 0) return null;
  return written.length > longestText ? written : rustString(written);
}
