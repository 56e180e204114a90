import { StringDecoder } from 'node:string_decoder';

/** Cuts bytes into lines of text. Of a line over `lineBytes` only the beginning is kept. */
export class LineReader {
  readonly #decoder = new StringDecoder('utf8');
  readonly #lineBytes: number;
  readonly #onLine: (line: string) => void;
  #rest = '';

  constructor(lineBytes: number, onLine: (line: string) => void) {
    this.#lineBytes = lineBytes;
    this.#onLine = onLine;
  }

  take(chunk: Buffer): void {
    const lines = this.#decoder.write(chunk).split('\n');
    for (const [index, piece] of lines.entries()) {
      const room = this.#lineBytes - this.#rest.length;
      this.#rest += piece.slice(0, Math.max(0, room));
      if (index === lines.length - 1) break;
      this.#emit();
    }
  }

  /** The last line, if no line end came behind it. */
  end(): void {
    this.#rest += this.#decoder.end();
    if (this.#rest !== '') this.#emit();
  }

  #emit(): void {
    const line = this.#rest;
    this.#rest = '';
    this.#onLine(line);
  }
}
