import { setImmediate as nextTurn } from 'node:timers/promises';

/** Nobody notices so much; ten who work at once add up to what is noticed. In milliseconds. */
const turnMs = 5;

/**
 * Keeps long work on one person's data from holding up everybody else: it is cut into turns of the event loop. Between two
 * pieces: `if (pace.isDue) await pace.rest()`.
 */
export class Pace {
  #since = performance.now();
  #busyMs = 0;
  /** What had been worked at the last rest. */
  #restedAt = 0;

  /**
   * Whether so much was worked since the last rest. Work that came in between does not count as one: the pieces of a stream
   * that are there already follow one another without anybody else's turn.
   */
  get isDue(): boolean {
    return this.busyMs - this.#restedAt >= turnMs;
  }

  /** How long has been worked in all, without the rests. */
  get busyMs(): number {
    return this.#busyMs + performance.now() - this.#since;
  }

  /** Begins to work after something else was waited for. */
  begin(): void {
    this.#since = performance.now();
  }

  /** Stops working, to go on with `begin`. */
  end(): void {
    const now = performance.now();
    this.#busyMs += now - this.#since;
    this.#since = now;
  }

  /** Lets others have their turn. */
  async rest(): Promise<void> {
    this.end();
    this.#restedAt = this.#busyMs;
    await nextTurn();
    this.begin();
  }
}
