import { guard } from '../base/contain.ts';
import { AddressQueue, type Turn } from './AddressQueue.ts';

interface Waiter {
  turn: Turn;
  enter: (leave: () => void) => void;
  position: number;
  onPosition: (position: number) => void;
}

/** So long nobody has left a place or taken one: those who hold them all may well hang, until their time limit. */
export const stuckMs = 3_000;
const lookMs = 500;

/** A place that is held as long as nobody else wants it. */
export interface SparePlace {
  /** Aborts when another takes the place: who held it stops, and is no longer counted. */
  wanted: AbortSignal;
  leave: () => void;
}

/**
 * Lets a number of holders in at once; the others wait in a fair queue and are told their position. Where those who hold the
 * places are stuck, an address that holds none gets a further one, up to twice as many in all: so one address cannot keep
 * the others out by what hangs. A spare place is one that would stand empty: whoever enters takes it over at once, so that those who hold it delay nobody.
 */
export class SlotQueue {
  readonly #places: number;
  readonly #onChange: () => void;
  readonly #queue = new AddressQueue<Waiter>();
  readonly #holders: Turn[] = [];
  /** When a place was last taken or left. */
  #movedAt = 0;
  #looking: NodeJS.Timeout | null = null;
  readonly #spareWaiting = new Set<() => void>();
  readonly #spareHeld = new Set<AbortController>();

  /** `onChange` is called whenever the number of those who wait may have changed. */
  constructor(places: number, onChange: () => void = () => {}) {
    this.#places = places;
    this.#onChange = onChange;
  }

  get waiting(): number {
    return this.#queue.size;
  }

  get taken(): number {
    return this.#holders.length;
  }

  /**
   * Waits for a place in the turn of `key` behind `address`, or of a key that stands for itself; resolves to how to give it back, or to null when `signal` aborts first. `onPosition` hears the
   * position, from 1, at first and at each change; it never grows.
   */
  enter(
    key: string,
    signal: AbortSignal,
    onPosition: (position: number) => void,
    address = key,
  ): Promise<(() => void) | null> {
    const turn = { address, key };
    if (signal.aborted) return Promise.resolve(null);
    if (this.taken < this.#places) return Promise.resolve(this.#take(turn));
    return new Promise((resolve) => {
      const waiter: Waiter = {
        turn,
        position: Number.POSITIVE_INFINITY,
        onPosition,
        enter: (leave) => {
          signal.removeEventListener('abort', abort);
          resolve(leave);
        },
      };
      const abort = () => {
        this.#queue.remove(waiter);
        resolve(null);
        this.#tell();
      };
      signal.addEventListener('abort', abort, { once: true });
      this.#queue.push(turn, waiter, {
        address: this.#holders.filter((holder) => holder.address === address).length,
        key: this.#holders.filter((holder) => holder.key === key).length,
      });
      this.#tell();
      this.#looking ??= setInterval(() => this.#look(), lookMs);
    });
  }

  #look(): void {
    if (this.waiting === 0 && this.#looking) {
      clearInterval(this.#looking);
      this.#looking = null;
    }
    const isStuck = performance.now() - this.#movedAt > stuckMs;
    if (!isStuck || this.taken >= 2 * this.#places) return;
    const held = new Set(this.#holders.map(({ address }) => address));
    const next = this.#queue.items().find(({ turn }) => !held.has(turn.address));
    if (!next) return;
    this.#queue.take(next);
    next.enter(this.#take(next.turn));
    this.#tell();
  }

  /** Waits for a place that nobody wants; null when `signal` aborts first. */
  enterSpare(signal: AbortSignal): Promise<SparePlace | null> {
    if (signal.aborted) return Promise.resolve(null);
    return new Promise((resolve) => {
      const admit = () => {
        signal.removeEventListener('abort', abort);
        const wanted = new AbortController();
        this.#spareHeld.add(wanted);
        const leave = () => {
          if (this.#spareHeld.delete(wanted)) this.#admitSpare();
        };
        resolve({ wanted: wanted.signal, leave });
      };
      const abort = () => {
        this.#spareWaiting.delete(admit);
        resolve(null);
      };
      signal.addEventListener('abort', abort, { once: true });
      this.#spareWaiting.add(admit);
      this.#admitSpare();
    });
  }

  #admitSpare(): void {
    for (const admit of this.#spareWaiting) {
      if (this.#queue.size > 0 || this.taken + this.#spareHeld.size >= this.#places) return;
      this.#spareWaiting.delete(admit);
      admit();
    }
  }

  #take(turn: Turn): () => void {
    this.#holders.push(turn);
    this.#movedAt = performance.now();
    for (const wanted of this.#spareHeld) {
      if (this.taken + this.#spareHeld.size <= this.#places) break;
      this.#spareHeld.delete(wanted);
      wanted.abort();
    }
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.#holders.splice(this.#holders.indexOf(turn), 1);
      this.#movedAt = performance.now();
      const next = this.taken < this.#places ? this.#queue.shift() : undefined;
      next?.enter(this.#take(next.turn));
      this.#admitSpare();
      this.#tell();
    };
  }

  #tell(): void {
    for (const [place, waiter] of this.#queue.items().entries()) {
      if (place + 1 >= waiter.position) continue;
      waiter.position = place + 1;
      guard('run', () => waiter.onPosition(waiter.position));
    }
    this.#onChange();
  }
}
