interface Kept<T> {
  value: T;
  size: number;
  owner: string;
}

/**
 * Values by name, up to a size in all. Where room is needed, it is made by the owner who has most in it, with what of theirs
 * nobody has asked for the longest: one who fills it pushes out the others only as far as their equal part.
 */
export class ByteCache<T> {
  readonly #most: number;
  readonly #sizeOf: (value: T) => number;
  readonly #kept = new Map<string, Kept<T>>();
  readonly #owned = new Map<string, number>();
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
  put(key: string, value: T, owner = ''): void {
    const size = key.length + this.#sizeOf(value);
    if (size > this.#most / 4) return;
    this.#drop(key);
    this.#kept.set(key, { value, size, owner });
    this.#add(owner, size);
    while (this.#held > this.#most) {
      const greatest = this.#greatest();
      for (const [oldest, kept] of this.#kept) {
        if (kept.owner !== greatest) continue;
        this.#drop(oldest);
        break;
      }
    }
  }

  #greatest(): string {
    let greatest = '';
    for (const [owner, size] of this.#owned) if (size > (this.#owned.get(greatest) ?? 0)) greatest = owner;
    return greatest;
  }

  #drop(key: string): void {
    const kept = this.#kept.get(key);
    if (!kept) return;
    this.#kept.delete(key);
    this.#add(kept.owner, -kept.size);
  }

  #add(owner: string, size: number): void {
    this.#held += size;
    const owned = (this.#owned.get(owner) ?? 0) + size;
    if (owned > 0) this.#owned.set(owner, owned);
    else this.#owned.delete(owner);
  }
}
