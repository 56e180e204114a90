import { Readable } from 'node:stream';

/**
 * How much of a stream is held here while nobody reads it. Then its source is paused, the Engine stops taking output,
 * and the process is held up in its write.
 */
const heldBytes = 64 * 1024;

/** One of a process's output streams: fed from outside, and telling its feeder when there is room again. */
export class HeldStream extends Readable {
  readonly #room: (stream: HeldStream) => void;
  #over = false;

  constructor(room: (stream: HeldStream) => void) {
    super({ highWaterMark: heldBytes });
    this.#room = room;
  }

  /** Takes a piece; false asks the feeder to wait for `room`. What comes after the end is thrown away. */
  feed(piece: Buffer): boolean {
    return this.#over || this.destroyed || this.push(piece);
  }

  /** No more comes. May be said more than once. */
  finish(): void {
    if (this.#over) return;
    this.#over = true;
    this.push(null);
  }

  override _read(): void {
    this.#room(this);
  }

  override _destroy(_error: Error | null, done: (error?: Error | null) => void): void {
    this.#over = true;
    this.#room(this);
    done(null);
  }
}
