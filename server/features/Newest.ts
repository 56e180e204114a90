import { type Door, letRun } from '../base/contain.ts';

/**
 * Work of one kind of which the newest counts, such as following a log: it begins when the one before has ended, and what was
 * overtaken before its turn is not begun. However often it is asked for, one is under way.
 */
export class Newest {
  readonly #door: Door;
  #ending: AbortController | null = null;
  #finished: Promise<void> = Promise.resolve();

  constructor(door: Door) {
    this.#door = door;
  }

  /** Whether one is under way or will be. */
  get isWanted(): boolean {
    return this.#ending !== null;
  }

  /** Ends the one before; begins this one after it. `failed` is called where it fails while it still counts. */
  start(work: (signal: AbortSignal) => Promise<void>, failed: () => void): void {
    this.stop();
    const ending = new AbortController();
    this.#ending = ending;
    const { signal } = ending;
    const ended = this.#finished.then(async () => {
      if (!signal.aborted) await work(signal);
    });
    this.#finished = ended.catch(() => {});
    letRun(this.#door, ended, () => {
      if (!signal.aborted) failed();
    });
  }

  stop(): void {
    this.#ending?.abort();
    this.#ending = null;
  }
}
