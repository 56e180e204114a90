/** What keeps events, and can let go of them. */
export interface KeepsEvents {
  drop(): void;
}

/**
 * What all sessions together may keep of their runs' events. A single run may say megabytes, and its session keeps them
 * for hours: where all have too much, those let go first that have said nothing for longest.
 */
export class EventBudget {
  readonly #bytes: number;
  /** In the order in which they said something last. */
  readonly #kept = new Map<KeepsEvents, number>();
  #total = 0;

  constructor(bytes: number) {
    this.#bytes = bytes;
  }

  get total(): number {
    return this.#total;
  }

  /** It has so many bytes now, and has just said something. */
  keeps(log: KeepsEvents, bytes: number): void {
    this.forget(log);
    this.#kept.set(log, bytes);
    this.#total += bytes;
    for (const [other] of this.#kept) {
      if (this.#total <= this.#bytes || other === log) return;
      other.drop();
      this.forget(other);
    }
  }

  /** It keeps nothing any more. */
  forget(log: KeepsEvents): void {
    this.#total -= this.#kept.get(log) ?? 0;
    this.#kept.delete(log);
  }
}
