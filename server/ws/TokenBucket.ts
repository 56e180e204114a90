/** So many at once, and so many a second in the long run. */
export class TokenBucket {
  readonly #burst: number;
  readonly #perSecond: number;
  readonly #now: () => number;
  #tokens: number;
  #at: number;

  /** `now` gives milliseconds. */
  constructor(burst: number, perSecond: number, now: () => number) {
    this.#burst = burst;
    this.#perSecond = perSecond;
    this.#now = now;
    this.#tokens = burst;
    this.#at = now();
  }

  get isFull(): boolean {
    this.#refill();
    return this.#tokens >= this.#burst;
  }

  /** Takes so many where there are as many. */
  take(count = 1): boolean {
    this.#refill();
    if (this.#tokens < count) return false;
    this.#tokens -= count;
    return true;
  }

  /** Takes so many whether they are there or not; the milliseconds until none is owed any more. */
  owe(count: number): number {
    this.#refill();
    this.#tokens -= count;
    return Math.max(0, (-this.#tokens / this.#perSecond) * 1000);
  }

  #refill(): void {
    const now = this.#now();
    // A clock that is set back gives nothing, and takes nothing.
    const seconds = Math.max(0, now - this.#at) / 1000;
    this.#tokens = Math.min(this.#burst, this.#tokens + seconds * this.#perSecond);
    this.#at = now;
  }
}
