import type { Clock } from '../../base/clock.ts';

/** A page draws some megabytes in a second at the most, and nobody reads as much. In UTF-16 code units. */
const perSecond = 1024 * 1024;
/** What a message costs, however short it is. */
const leastMs = 4;
/** So much may come at once: half a megabyte, or 125 messages. */
const aheadMs = 500;

/** Holds up a program that puts out more than a person can look at, so that sending it does not hold up everybody else. */
export class OutputPace {
  readonly #clock: Clock;
  #until = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Counts a piece that was sent; resolves when the next may be. */
  async sent(length: number): Promise<void> {
    const now = this.#clock.now();
    this.#until = Math.max(this.#until, now) + Math.max(leastMs, (length / perSecond) * 1000);
    const wait = Math.ceil(this.#until - now - aheadMs);
    if (wait <= 0) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#clock.after(wait, resolve);
    await promise;
  }
}
