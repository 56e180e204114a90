import { FairQueue } from './FairQueue.ts';

/** Whose turn something counts as: that of one session, behind one address. */
export interface Turn {
  address: string;
  key: string;
}

/** How many an address and a key have been served and have not given back. */
export interface Held {
  address: number;
  key: number;
}

interface Line<T> {
  /** The round of the first in it; those behind have the rounds that follow. */
  round: number;
  queue: FairQueue<T>;
}

/**
 * Who waits, and in which order: one of each address in turn, and within an address one of each session. So one address
 * with any number of sessions goes no faster than another with a single one. As in a FairQueue, who has been served
 * already begins behind those who have nothing.
 */
export class AddressQueue<T> {
  readonly #lines = new Map<string, Line<T>>();
  readonly #places = new Map<T, { address: string; arrival: number }>();
  #arrivals = 0;
  /** The round of now; a newcomer never goes before it. */
  #round = 0;
  #order: T[] | null = null;

  get size(): number {
    return this.#places.size;
  }

  /** How many of this address wait. */
  sizeOf(address: string): number {
    return this.#lines.get(address)?.queue.size ?? 0;
  }

  push({ address, key }: Turn, item: T, held: Held): void {
    let line = this.#lines.get(address);
    if (!line) {
      line = { round: this.#round + held.address, queue: new FairQueue() };
      this.#lines.set(address, line);
    }
    line.queue.push(key, item, held.key);
    this.#places.set(item, { address, arrival: this.#arrivals++ });
    this.#order = null;
  }

  shift(): T | undefined {
    const item = this.items()[0];
    if (item !== undefined) this.take(item);
    return item;
  }

  /** Takes an item out because it is served, wherever it stands. */
  take(item: T): void {
    const line = this.#lineOf(item);
    if (!line) return;
    const round = line.round + line.queue.items().indexOf(item);
    this.#round = Math.max(round, this.#round + 1 / this.#lines.size);
    line.round += 1;
    line.queue.take(item);
    this.#forget(item);
  }

  /** Forgets one that does not wait any more. */
  remove(item: T): boolean {
    const line = this.#lineOf(item);
    if (!line) return false;
    line.queue.remove(item);
    this.#forget(item);
    return true;
  }

  /** The items in the order in which they will be taken. */
  items(): readonly T[] {
    this.#order ??= this.#sorted();
    return this.#order;
  }

  #lineOf(item: T): Line<T> | undefined {
    return this.#lines.get(this.#places.get(item)?.address ?? '');
  }

  #forget(item: T): void {
    const { address } = this.#places.get(item) ?? { address: '' };
    this.#places.delete(item);
    if (this.sizeOf(address) === 0) this.#lines.delete(address);
    this.#order = null;
  }

  #sorted(): T[] {
    const arrivalOf = (item: T) => this.#places.get(item)?.arrival ?? 0;
    return [...this.#lines.values()]
      .flatMap(({ round, queue }) =>
        queue.items().map((item, at) => ({ item, round: round + at, arrival: arrivalOf(item) })),
      )
      .sort((a, b) => a.round - b.round || a.arrival - b.arrival)
      .map(({ item }) => item);
  }
}
