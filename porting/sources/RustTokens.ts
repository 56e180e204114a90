import { type RustKind, RustLexer } from '../../protocol/rust/RustLexer.ts';

export interface Token {
  kind: RustKind;
  text: string;
  start: number;
  end: number;
}

/** Brackets in each other beyond this are no code; what they hold is not looked at. */
const deepest = 200;

/** What is in a pair of brackets: the indexes of its tokens, cut at the commas that are not in another pair. */
export interface Group {
  /** The index of the bracket that closes it. */
  close: number;
  parts: { from: number; to: number }[];
}

const nothing: Token = { kind: 'mark', text: '', start: 0, end: 0 };

/** The tokens of some Rust without its comments, read once, in time linear in its length. */
export class RustTokens {
  readonly #tokens: Token[] = [];
  readonly #groups = new Map<number, Group>();

  constructor(text: string) {
    const lexer = new RustLexer(text);
    while (lexer.next()) {
      const { kind, start, end } = lexer;
      // A long text is no name, and no rule asks for what is in it.
      const word = text.slice(start, Math.min(end, start + 200));
      if (kind !== 'comment') this.#tokens.push({ kind, text: word, start, end });
    }
    this.#group();
  }

  get length(): number {
    return this.#tokens.length;
  }

  at(index: number): Token {
    return this.#tokens[index] ?? nothing;
  }

  /** Whether these tokens stand here, one after the other; each is a word or a mark. */
  are(index: number, ...texts: readonly string[]): boolean {
    return texts.every((text, offset) => {
      const token = this.at(index + offset);
      return token.kind !== 'string' && token.text === text;
    });
  }

  /** What is in the brackets that open here. */
  groupAt(index: number): Group | null {
    return this.#groups.get(index) ?? null;
  }

  #group(): void {
    const open: { index: number; commas: number[] }[] = [];
    for (const [index, { kind, text }] of this.#tokens.entries()) {
      if (kind !== 'mark') continue;
      if ('([{'.includes(text)) open.push({ index, commas: [] });
      else if (text === ',') open.at(-1)?.commas.push(index);
      else if (')]}'.includes(text)) {
        const opened = open.pop();
        if (opened && open.length < deepest) this.#groups.set(opened.index, groupOf(opened, index));
      }
    }
  }
}

function groupOf({ index, commas }: { index: number; commas: number[] }, close: number): Group {
  const parts: Group['parts'] = [];
  let from = index + 1;
  for (const comma of [...commas, close]) {
    if (comma > from) parts.push({ from, to: comma });
    from = comma + 1;
  }
  return { close, parts };
}
