import type { Clock } from '../base/clock.ts';
import { FairQueue } from './FairQueue.ts';

export interface TurnSettings {
  /** So many have their turn at once. */
  atOnce: number;
  /** So many may wait for one, in all and of one key. */
  waiting: number;
  waitingOfKey: number;
  /** How long one may wait, in milliseconds. */
  patienceMs: number;
}

/** A turn, to be ended; or why there is none: too many wait, it has waited for too long, or nobody wants it any more. */
export type Turn = { kind: 'taken'; end: () => void } | { kind: 'full' | 'late' | 'gone' };

interface Waiting {
  key: string;
  isWanted: () => boolean;
  answer: (turn: Turn) => void;
}

/** Hands out turns for work that would take the server down if it were all begun at once: fairly, one of each key in turn. */
export class Turns {
  readonly #settings: TurnSettings;
  readonly #clock: Clock;
  readonly #queue = new FairQueue<Waiting>();
  /** Turns and places in the queue, by key. */
  readonly #held = new Map<string, number>();
  readonly #queued = new Map<string, number>();
  #taken = 0;

  constructor(settings: TurnSettings, clock: Clock) {
    this.#settings = settings;
    this.#clock = clock;
  }

  get waiting(): number {
    return this.#queue.size;
  }

  /** `isWanted` is asked when it is this one's turn: who has gone meanwhile costs nobody anything. */
  take(key: string, isWanted: () => boolean = () => true): Promise<Turn> {
    if (this.#taken < this.#settings.atOnce) return Promise.resolve(this.#begin(key));
    const { waiting, waitingOfKey, patienceMs } = this.#settings;
    if (this.#queue.size >= waiting || (this.#queued.get(key) ?? 0) >= waitingOfKey)
      return Promise.resolve({ kind: 'full' });
    return new Promise((resolve) => {
      const callOff = this.#clock.after(patienceMs, () => {
        if (this.#queue.remove(one)) one.answer({ kind: 'late' });
      });
      const one: Waiting = {
        key,
        isWanted,
        answer: (turn) => {
          callOff();
          add(this.#queued, key, -1);
          resolve(turn);
        },
      };
      add(this.#queued, key, 1);
      this.#queue.push(key, one, this.#held.get(key) ?? 0);
    });
  }

  #begin(key: string): Turn {
    this.#taken += 1;
    add(this.#held, key, 1);
    let isOver = false;
    const end = () => {
      if (isOver) return;
      isOver = true;
      this.#taken -= 1;
      add(this.#held, key, -1);
      this.#next();
    };
    return { kind: 'taken', end };
  }

  #next(): void {
    while (this.#taken < this.#settings.atOnce) {
      const next = this.#queue.shift();
      if (!next) return;
      next.answer(next.isWanted() ? this.#begin(next.key) : { kind: 'gone' });
    }
  }
}

function add(counts: Map<string, number>, key: string, change: number): void {
  const count = (counts.get(key) ?? 0) + change;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}
