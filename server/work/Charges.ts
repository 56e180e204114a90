/** So long after its last task a key's charges count. */
const memoryMs = 60_000;
/** More keys than that are not remembered; the oldest are forgotten. */
const mostKeys = 1_000;
/** For each of these a key's next task lets a round of the others' pass. An ordinary script takes less than one. */
const msPerRound = 50;

/** How much of the threads' time each key has had of late. */
export class Charges {
  readonly #now: () => number;
  readonly #keys = new Map<string, { at: number; ms: number }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  add(key: string, ms: number): void {
    const had = this.#of(key) + ms;
    // The order of a map is that in which its keys were set.
    this.#keys.delete(key);
    if (had < msPerRound) return;
    this.#keys.set(key, { at: this.#now(), ms: had });
    for (const oldest of this.#keys.keys()) {
      if (this.#keys.size <= mostKeys) break;
      this.#keys.delete(oldest);
    }
  }

  /** How many rounds behind others the key's next task goes. */
  roundsOf(key: string): number {
    return Math.floor(this.#of(key) / msPerRound);
  }

  #of(key: string): number {
    const known = this.#keys.get(key);
    if (!known) return 0;
    if (this.#now() - known.at < memoryMs) return known.ms;
    this.#keys.delete(key);
    return 0;
  }
}
