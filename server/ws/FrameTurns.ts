import { guard } from '../base/contain.ts';

/** Frames may take so much of one turn of the event loop, in milliseconds; what else comes has its turn then. */
const turnMs = 10;

interface Waiting {
  frames: (() => void)[];
  /** How many of them have been taken. */
  taken: number;
}

/**
 * Whose frame is taken when. As long as there is time in this turn of the event loop, a frame is taken as it comes; what is
 * over waits for the next turn, one frame of each address after the other. A hundred sockets that each end a frame of a
 * megabyte in the same moment, or send four hundred small ones, would hold everybody up for half a second.
 */
export class FrameTurns {
  readonly #waiting = new Map<string, Waiting>();
  #usedMs = 0;
  #next: NodeJS.Immediate | null = null;

  /** Takes it now or later. All of one `key` are taken in their order. */
  take(key: string, frame: () => void): void {
    const waiting = this.#waiting.get(key);
    if (waiting) waiting.frames.push(frame);
    else if (this.#usedMs < turnMs) this.#run(frame);
    else this.#waiting.set(key, { frames: [frame], taken: 0 });
    this.#next ??= setImmediate(() => this.#turn());
  }

  #run(frame: () => void): void {
    const began = performance.now();
    guard('frame', frame);
    this.#usedMs += performance.now() - began;
  }

  #turn(): void {
    this.#next = null;
    this.#usedMs = 0;
    for (const [key, waiting] of this.#waiting) {
      if (this.#usedMs >= turnMs) break;
      const frame = waiting.frames[waiting.taken++];
      // Who was served goes behind the others; the loop comes to them again.
      this.#waiting.delete(key);
      if (waiting.taken < waiting.frames.length) this.#waiting.set(key, waiting);
      if (frame) this.#run(frame);
    }
    if (this.#waiting.size > 0) this.#next ??= setImmediate(() => this.#turn());
  }
}
