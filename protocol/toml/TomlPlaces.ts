import { LineCounter } from '../rust/LineCounter.ts';

/** `target.'cfg(unix)'.dependencies.name.version` is the longest path that anyone asks for; deeper ones are not kept. */
const deepest = 5;
/** A crate's name has at most 64 characters, a `cfg(…)` some more. A longer name would be copied for each key in its table. */
const longestKey = 500;

/** A piece of the text, as offsets, the end not included. */
export interface Range {
  from: number;
  to: number;
  /** It stands between the braces of a table within a line, where commas part it from others. */
  isInline: boolean;
}

/**
 * Where the keys of some TOML stand, which the parser does not tell: tables by their headers, keys as `key = …`, dotted, or
 * in an inline table. The text is one that the parser has accepted; of any other, some places are missing. It is gone
 * through once, in time linear in its length.
 */
export class TomlPlaces {
  readonly #text: string;
  readonly #lines: LineCounter;
  readonly #places = new Map<string, number>();
  /** What is written of a key and of all below it, from its name to its value's end. */
  readonly #ranges = new Map<string, Range[]>();
  /** The value alone of each key, without blanks and comments around it. */
  readonly #values = new Map<string, Pick<Range, 'from' | 'to'>>();
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#lines = new LineCounter(text);
    let table: string[] | null = [];
    while (this.#skipBlanks()) {
      if (this.#text.charAt(this.#at) === '[') table = this.#header();
      else this.#assignment(table);
    }
  }

  /** The line, from 1, of a key; else that of the table that it would stand in, else 1. */
  lineOf(path: readonly string[]): number {
    for (let length = path.length; length > 0; length--) {
      const line = this.#places.get(nameOf(path.slice(0, length)));
      if (line !== undefined) return line;
    }
    return 1;
  }

  /** Where a key is set, and all keys below it. */
  rangesOf(path: readonly string[]): readonly Range[] {
    return this.#ranges.get(nameOf(path)) ?? [];
  }

  /** Where the value of a key stands; of a table in lines of its own, or of a key in several tables of an array, null or the last. */
  valueOf(path: readonly string[]): Pick<Range, 'from' | 'to'> | null {
    return this.#values.get(nameOf(path)) ?? null;
  }

  #header(): string[] | null {
    const start = this.#at;
    this.#at += this.#text.startsWith('[[', start) ? 2 : 1;
    const path = this.#keep([], this.#path(']'), start);
    this.#at = endOfLine(this.#text, this.#at);
    this.#keepRange(path, { from: start, to: this.#at, isInline: false });
    return path;
  }

  /** `a.b = …`, in a table, which is null where its place is not kept. */
  #assignment(table: readonly string[] | null, isInline = false): void {
    const start = this.#at;
    const path = this.#keep(table, this.#path('='), start);
    this.#at++;
    this.#skipBlanks();
    const from = this.#at;
    const to =
      this.#text.charAt(from) === '{' && path && path.length < deepest
        ? this.#inlineTable(path)
        : this.#skipValue();
    this.#at = Math.max(this.#at, start + 1);
    this.#keepRange(path, { from: start, to: this.#at, isInline });
    if (path) this.#values.set(nameOf(path), { from, to });
  }

  /** Returns where it ends. */
  #inlineTable(table: readonly string[]): number {
    this.#at++;
    while (this.#skipBlanks() && this.#text.charAt(this.#at) !== '}') {
      if (this.#text.charAt(this.#at) === ',') this.#at++;
      else this.#assignment(table, true);
    }
    return ++this.#at;
  }

  /** Reads a key, dotted or not, up to the mark behind it; null where it is none, too deep or too long. */
  #path(mark: string): string[] | null {
    const parts: string[] = [];
    let isLong = false;
    for (; this.#at < this.#text.length; this.#at++) {
      const character = this.#text.charAt(this.#at);
      if (character === mark || character === '\n') break;
      if (character === '.' || character === ' ' || character === '\t' || character === '\r') continue;
      const start = this.#at;
      const isQuoted = character === '"' || character === "'";
      this.#at = isQuoted ? endOfString(this.#text, start) : endOfBareKey(this.#text, start);
      isLong ||= this.#at - start > longestKey;
      if (parts.length <= deepest && !isLong) parts.push(keyOf(this.#text.slice(start, this.#at)));
      this.#at--;
    }
    return isLong || parts.length === 0 || parts.length > deepest ? null : parts;
  }

  /** Notes a path and the tables that it makes by the way, which are where they were first named. */
  #keep(table: readonly string[] | null, parts: readonly string[] | null, start: number): string[] | null {
    if (!table || !parts || table.length + parts.length > deepest) return null;
    const path = [...table, ...parts];
    const line = this.#lines.lineOf(start);
    for (let length = table.length + 1; length <= path.length; length++) {
      const name = nameOf(path.slice(0, length));
      if (!this.#places.has(name)) this.#places.set(name, line);
    }
    return path;
  }

  #keepRange(path: readonly string[] | null, range: Range): void {
    for (let length = path?.length ?? 0; length > 0; length--) {
      const name = nameOf((path ?? []).slice(0, length));
      const ranges = this.#ranges.get(name);
      if (ranges) ranges.push(range);
      else this.#ranges.set(name, [range]);
    }
  }

  /** Goes behind a value and what stands behind it on its line; returns where the value itself ends. */
  #skipValue(): number {
    const text = this.#text;
    let end = this.#at;
    for (let depth = 0; this.#at < text.length; this.#at++) {
      const character = text.charAt(this.#at);
      if (character === '#') {
        this.#at = endOfLine(text, this.#at) - 1;
        continue;
      }
      if (character === '"' || character === "'") this.#at = endOfString(text, this.#at) - 1;
      else if (character === '[' || character === '{') depth++;
      else if (character === ']' || character === '}') {
        if (--depth < 0) return end;
      } else if (depth === 0 && (character === ',' || character === '\n')) return end;
      if (!' \t\r\n'.includes(character)) end = this.#at + 1;
    }
    return end;
  }

  /** Blanks, line ends and comments; false where the text ends behind them. */
  #skipBlanks(): boolean {
    const text = this.#text;
    for (; this.#at < text.length; this.#at++) {
      const character = text.charAt(this.#at);
      if (character === '#') this.#at = endOfLine(text, this.#at) - 1;
      else if (!' \t\r\n'.includes(character)) return true;
    }
    return false;
  }
}

/** The text is the parser's: a NUL cannot be in it. */
const nameOf = (path: readonly string[]) => path.join('\0');

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function endOfBareKey(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && !'.=]}\n"\''.includes(text.charAt(at)) && text.charCodeAt(at) > 0x20) at++;
  return at;
}

/** Of a string of any of the four kinds that begins at `from`. */
function endOfString(text: string, from: number): number {
  const quote = text.charAt(from);
  const closing = text.startsWith(quote.repeat(3), from) ? quote.repeat(3) : quote;
  for (let at = from + closing.length; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\\' && quote === '"') at++;
    else if (closing.length === 1 && character === '\n') return at;
    else if (character === quote && text.startsWith(closing, at)) {
      at += closing.length;
      // One or two quotes may stand before those that close it.
      while (closing.length === 3 && text.charAt(at) === quote) at++;
      return at;
    }
  }
  return text.length;
}

/** A key without its quotes; one with escapes, as JSON has most of them too. */
function keyOf(written: string): string {
  if (!/^["']/.test(written)) return written;
  const inside = written.slice(1, -1);
  if (!written.startsWith('"') || !inside.includes('\\')) return inside;
  try {
    return String(JSON.parse(written));
  } catch {
    return inside;
  }
}
