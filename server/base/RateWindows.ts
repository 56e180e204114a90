/** So many different ones are counted at a time; who comes beyond that pushes out the one whose window ends first. */
const mostKeys = 100_000;

/**
 * Counts for each key, in windows of fixed length that begin with the key's first use. rate-limiter-flexible, which did
 * this before, reads the machine's date: set forward, everybody was free again; set back, pages were told to wait an hour.
 */
export class RateWindows {
  readonly #points: number;
  readonly #windowMs: number;
  readonly #now: () => number;
  /** In the order in which their windows end, since all are equally long. */
  readonly #windows = new Map<string, { endsAt: number; used: number }>();

  /** `now` gives milliseconds, and never goes back. */
  constructor(points: number, windowMs: number, now: () => number) {
    this.#points = points;
    this.#windowMs = windowMs;
    this.#now = now;
  }

  /** Windows that are kept, over or not. */
  get size(): number {
    return this.#windows.size;
  }

  /** Counts one, or as many as it is worth; the milliseconds to wait where there were too many, else null. */
  take(key: string, count = 1): number | null {
    const now = this.#now();
    this.#forgetEnded(now);
    const window = this.#windows.get(key) ?? { endsAt: now + this.#windowMs, used: 0 };
    this.#windows.set(key, window);
    window.used += count;
    return window.used <= this.#points ? null : Math.max(1, window.endsAt - now);
  }

  /** As `take`, but what does not fit is not counted: something smaller may fit still. */
  takeIfFits(key: string, count: number): number | null {
    const wait = this.take(key, count);
    if (wait !== null) this.giveBack(key, count);
    return wait;
  }

  /** What was counted has not been used after all. */
  giveBack(key: string, count: number): void {
    const window = this.#windows.get(key);
    if (window) window.used = Math.max(0, window.used - count);
  }

  #forgetEnded(now: number): void {
    for (const [key, { endsAt }] of this.#windows) {
      if (endsAt > now && this.#windows.size < mostKeys) return;
      this.#windows.delete(key);
    }
  }
}
