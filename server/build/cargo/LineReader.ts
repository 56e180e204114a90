import { StringDecoder } from 'node:string_decoder';

/** Cuts bytes into lines of text. Of a line over `lineBytes` only the beginning is kept. */
export class LineReader {
  readonly #decoder = new StringDecoder('utf8');
  readonly #lineBytes: number;
  #rest = '';

  constructor(lineBytes: number) {
    this.#lineBytes = lineBytes;
  }

  /** The lines that end in this chunk, one by one. */
  *take(chunk: Buffer): Generator<string> {
    const text = this.#decoder.write(chunk);
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      const line = this.#joined(text.slice(from, end));
      this.#rest = '';
      from = end + 1;
      yield line;
    }
    this.#rest = this.#joined(text.slice(from));
  }

  /** The last line, if no line end came behind it. */
  end(): string {
    return this.#joined(this.#decoder.end());
  }

  #joined(piece: string): string {
    return this.#rest + piece.slice(0, Math.max(0, this.#lineBytes - this.#rest.length));
  }
}
