export type RustKind = 'comment' | 'string' | 'char' | 'lifetime' | 'word' | 'number' | 'mark';

/** Rust allows so many `#` around a raw string (The Rust Reference, "Raw string literals"). */
const mostHashes = 255;
/** The longest character is `'\u{10FFFF}'`; its digits may have underscores between them. */
const longestEscape = 24;

/** What can stand before a quote and belongs to it; those with an `r` take no escapes. */
const stringPrefixes = new Set(['r', 'b', 'br', 'c', 'cr']);

/**
 * The tokens of some Rust, one after the other, in time linear in its length, whatever the text: nothing that has been
 * passed is looked at again, and the little that is looked at ahead is bounded. Blanks are no tokens; each mark, such as a
 * bracket, is one of its own. What is not closed reaches to the end.
 */
export class RustLexer {
  readonly text: string;
  kind: RustKind = 'mark';
  /** Where the token begins and ends, in UTF-16 code units. */
  start = 0;
  end = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Goes to the next token; false behind the last one. */
  next(): boolean {
    const { text } = this;
    let at = this.end;
    while (isBlank(text.charCodeAt(at))) at++;
    this.start = at;
    if (at >= text.length) {
      this.end = at;
      return false;
    }
    this.end = this.#endOfToken(text.charCodeAt(at));
    return true;
  }

  /** The token's text. */
  get word(): string {
    return this.text.slice(this.start, this.end);
  }

  /** The mark that the token is; '' where it is none. */
  get mark(): string {
    return this.kind === 'mark' ? this.text.charAt(this.start) : '';
  }

  #endOfToken(code: number): number {
    const { text, start } = this;
    const following = text.charCodeAt(start + 1);
    if (code === slash && (following === slash || following === star)) {
      this.kind = 'comment';
      return following === slash ? until(text, '\n', start) : endOfComment(text, start + 2);
    }
    if (code === quote) return this.#string(start + 1);
    if (code === apostrophe) return this.#characterOrLifetime();
    if (isWord(code)) return this.#word(code);
    this.kind = 'mark';
    return start + 1;
  }

  #word(code: number): number {
    const { text, start } = this;
    const end = endOfWord(text, start);
    this.kind = code >= zero && code <= nine ? 'number' : 'word';
    if (end - start > 2 || !stringPrefixes.has(text.slice(start, end))) return end;
    if (text.charCodeAt(end - 1) === letterR) return this.#raw(end);
    if (text.charCodeAt(end) === quote) return this.#string(end + 1);
    const character = text.charCodeAt(start) === letterB ? endOfCharacter(text, end) : null;
    if (character !== null) this.kind = 'char';
    return character ?? end;
  }

  /** Behind the letters: a raw string, or a raw name such as `r#type`. */
  #raw(from: number): number {
    const { text, start } = this;
    let at = from;
    while (at - from < mostHashes && text.charCodeAt(at) === hash) at++;
    const hashes = at - from;
    if (text.charCodeAt(at) === quote) {
      this.kind = 'string';
      return endOfRaw(text, at + 1, hashes);
    }
    return hashes === 1 && from === start + 1 && isWord(text.charCodeAt(at)) ? endOfWord(text, at) : from;
  }

  #string(from: number): number {
    const { text } = this;
    this.kind = 'string';
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === quote) return at + 1;
      if (code === backslash) at++;
    }
    return text.length;
  }

  #characterOrLifetime(): number {
    const { text, start } = this;
    const end = endOfCharacter(text, start);
    const isLifetime = end === null && isWord(text.charCodeAt(start + 1));
    this.kind = end !== null ? 'char' : isLifetime ? 'lifetime' : 'mark';
    return end ?? (isLifetime ? endOfWord(text, start + 1) : start + 1);
  }
}

const hash = 0x23;
const quote = 0x22;
const apostrophe = 0x27;
const star = 0x2a;
const slash = 0x2f;
const backslash = 0x5c;
const zero = 0x30;
const nine = 0x39;
const letterB = 0x62;
const letterR = 0x72;

const isBlank = (code: number) => code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0x85;

/** Of what is no ASCII, all is taken for letters. */
const isWord = (code: number) =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= zero && code <= nine) ||
  code === 0x5f ||
  code > 0x85;

function endOfWord(text: string, from: number): number {
  let at = from;
  while (isWord(text.charCodeAt(at))) at++;
  return at;
}

function until(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found;
}

/** Rust's comments nest. */
function endOfComment(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isOpening = code === slash && text.charCodeAt(at + 1) === star;
    if (!isOpening && !(code === star && text.charCodeAt(at + 1) === slash)) continue;
    at++;
    depth += isOpening ? 1 : -1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}

function endOfRaw(text: string, from: number, hashes: number): number {
  for (let at = until(text, '"', from); at < text.length; at = until(text, '"', at)) {
    const first = ++at;
    while (at - first < hashes && text.charCodeAt(at) === hash) at++;
    if (at - first === hashes) return at;
  }
  return text.length;
}

/** Where the character ends that the apostrophe at `from` begins; null where it begins none, but perhaps a lifetime. */
function endOfCharacter(text: string, from: number): number | null {
  if (text.charCodeAt(from) !== apostrophe) return null;
  const code = text.charCodeAt(from + 1);
  if (code === apostrophe || code === 0x0a) return null;
  if (code !== backslash) {
    const isPair = (code & 0xfc00) === 0xd800 && (text.charCodeAt(from + 2) & 0xfc00) === 0xdc00;
    const end = from + (isPair ? 3 : 2);
    return text.charCodeAt(end) === apostrophe ? end + 1 : null;
  }
  for (let at = from + 3; at < from + longestEscape; at++) {
    if (text.charCodeAt(at) === apostrophe) return at + 1;
    if (text.charCodeAt(at) === 0x0a) return null;
  }
  return null;
}
