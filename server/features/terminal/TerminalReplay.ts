export interface OutputPiece {
  /** Offset of the first code unit of `data` in all that the terminal has put out. */
  offset: number;
  data: string;
}

/** Pieces shorter than this are kept as one: a program that writes letter by letter would make a quarter of a million. */
const mergedLength = 4 * 1024;

/** The end of a terminal's output, so that a page that comes back can show it. Lengths are UTF-16 code units. */
export class TerminalReplay {
  readonly #capacity: number;
  readonly #mergedLength: number;
  #pieces: OutputPiece[] = [];
  #end = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
    this.#mergedLength = Math.min(mergedLength, capacity / 8);
  }

  append(data: string): OutputPiece {
    const piece = { offset: this.#end, data };
    const last = this.#pieces.at(-1);
    if (last && last.data.length + data.length <= this.#mergedLength) last.data += data;
    else {
      if (last) last.data = flat(last.data);
      this.#pieces.push({ ...piece });
    }
    this.#end += data.length;
    const start = this.#end - this.#capacity;
    while ((this.#pieces[1]?.offset ?? Number.POSITIVE_INFINITY) <= start) this.#pieces.shift();
    return piece;
  }

  /** The kept output from `offset` on, in pieces; the first starts later where `offset` is no longer kept. */
  from(offset: number): OutputPiece[] {
    return this.#pieces.flatMap((piece) => {
      const skip = Math.max(0, offset - piece.offset);
      return skip < piece.data.length ? [{ offset: piece.offset + skip, data: piece.data.slice(skip) }] : [];
    });
  }
}

/** The same text in one piece of memory: one that was put together letter by letter takes thirty times as much. */
const flat = (text: string) => Buffer.from(text, 'utf16le').toString('utf16le');
