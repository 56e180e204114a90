/** Values by name, up to a size in all; those that nobody has asked for the longest make room. */
export class ByteCache<T> {
  readonly #most: number;
  readonly #sizeOf: (value: T) => number;
  readonly #kept = new Map<string, { value: T; size: number }>();
  #held = 0;

  constructor(most: number, sizeOf: (value: T) => number) {
    this.#most = most;
    this.#sizeOf = sizeOf;
  }

  get held(): number {
    return this.#held;
  }

  get(key: string): T | null {
    const found = this.#kept.get(key);
    if (!found) return null;
    this.#kept.delete(key);
    this.#kept.set(key, found);
    return found.value;
  }

  /** What would be more than a quarter of all is not kept: it would cost many others their place. */
  put(key: string, value: T): void {
    const size = key.length + this.#sizeOf(value);
    if (size > this.#most / 4) return;
    this.#drop(key);
    this.#kept.set(key, { value, size });
    this.#held += size;
    for (const oldest of this.#kept.keys()) {
      if (this.#held <= this.#most) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#held -= this.#kept.get(key)?.size ?? 0;
    this.#kept.delete(key);
  }
}
