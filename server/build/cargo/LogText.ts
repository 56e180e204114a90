import { StringDecoder } from 'node:string_decoder';
import { limits } from '../../../protocol/limits.ts';
import { guard } from '../../base/contain.ts';
import type { Emit } from '../../ports/runPorts.ts';

/** Output of many small pieces would be as many events; a person sees no difference within this time. */
const gatherMs = 30;

/** One output stream as `log` events: at once when it was quiet, else gathered for a moment. */
export class LogText implements Disposable {
  readonly #decoder = new StringDecoder('utf8');
  readonly #stream: 'stdout' | 'stderr';
  readonly #emit: Emit;
  #text = '';
  #timer: NodeJS.Timeout | null = null;

  constructor(stream: 'stdout' | 'stderr', emit: Emit) {
    this.#stream = stream;
    this.#emit = emit;
  }

  take(chunk: Buffer): void {
    this.add(this.#decoder.write(chunk));
  }

  add(text: string): void {
    this.#text += text;
    if (this.#timer) {
      while (this.#text.length >= limits.textLength) this.#say(limits.textLength);
      return;
    }
    this.flush();
    const gathered = () => {
      this.#timer = null;
      this.flush();
    };
    this.#timer = setTimeout(guard, gatherMs, 'run', gathered);
  }

  /** Emits what was gathered. */
  flush(): void {
    while (this.#text !== '') this.#say(limits.textLength);
  }

  [Symbol.dispose](): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.flush();
  }

  #say(length: number): void {
    const cut = this.#text.charCodeAt(length - 1);
    const end = this.#text.length > length && cut >= 0xd800 && cut < 0xdc00 ? length - 1 : length;
    this.#emit({ type: 'log', stream: this.#stream, text: this.#text.slice(0, end) });
    this.#text = this.#text.slice(end);
  }
}
