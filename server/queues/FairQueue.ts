interface Entry<T> {
  key: string;
  round: number;
  item: T;
}

/**
 * Who waits, and in which order: one of each key in turn, and the items of one key in the order in which they came. Each
 * item gets its round when it comes (fair queueing by virtual time), so the order of two items never changes. Rounds pass
 * also where newcomers alone are served, so that no number of them can keep one back who was served before.
 */
export class FairQueue<T> {
  readonly #entries: Entry<T>[] = [];
  /** The last entry of each key that waits. */
  readonly #last = new Map<string, Entry<T>>();
  /** The round of now; a newcomer never goes before it. */
  #round = 0;

  get size(): number {
    return this.#entries.length;
  }

  /** `held` is how many of the key have been served and not ended: one who has some is behind those who have none. */
  push(key: string, item: T, held = 0): void {
    const last = this.#last.get(key);
    const round = last ? last.round + 1 : this.#round + held;
    const after = this.#entries.findLastIndex((entry) => entry.round <= round);
    const entry = { key, round, item };
    this.#entries.splice(after + 1, 0, entry);
    this.#last.set(key, entry);
  }

  shift(): T | undefined {
    const item = this.#entries[0]?.item;
    if (item !== undefined) this.take(item);
    return item;
  }

  /** Takes an item out because it is served, wherever it stands. */
  take(item: T): void {
    const entry = this.#entries.find((one) => one.item === item);
    if (!entry) return;
    this.#round = Math.max(entry.round, this.#round + 1 / this.#last.size);
    this.remove(item);
  }

  /** Forgets one that does not wait any more. */
  remove(item: T): boolean {
    const at = this.#entries.findIndex((entry) => entry.item === item);
    const [gone] = at < 0 ? [] : this.#entries.splice(at, 1);
    if (!gone) return false;
    if (this.#last.get(gone.key) === gone) this.#forgetLast(gone.key);
    return true;
  }

  #forgetLast(key: string): void {
    const before = this.#entries.findLast((entry) => entry.key === key);
    if (before) this.#last.set(key, before);
    else this.#last.delete(key);
  }

  /** The items in the order in which they will be taken. */
  items(): T[] {
    return this.#entries.map((entry) => entry.item);
  }
}
