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
    const text = this.#decoder.write(chunk);
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      this.#keep(text, from, end);
      this.#emit();
      from = end + 1;
    }
    this.#keep(text, from, text.length);
  }

  /** The last line, if no line end came behind it. */
  end(): void {
    this.#rest += this.#decoder.end();
    if (this.#rest !== '') this.#emit();
  }

  #keep(text: string, from: number, to: number): void {
    const room = this.#lineBytes - this.#rest.length;
    if (room > 0 && to > from) this.#rest += text.slice(from, Math.min(to, from + room));
  }

  #emit(): void {
    const line = this.#rest;
    this.#rest = '';
    this.#onLine(line);
  }
}
