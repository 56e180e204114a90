import { FairQueue } from '../queues/FairQueue.ts';
import { Charges } from './Charges.ts';

export interface WaitingTask {
  key: string;
  isSmall: boolean;
}

export interface WaitingLimits {
  /** Tasks that may wait, in all and of one key. */
  most: number;
  mostOfKey: number;
}

/** The tasks that wait for a thread, those of each key in turn, and small ones apart from the rest. */
export class WaitingTasks<Task extends WaitingTask> {
  readonly #limits: WaitingLimits;
  readonly #charges: Charges;
  readonly #small = new FairQueue<Task>();
  readonly #large = new FairQueue<Task>();

  constructor(limits: WaitingLimits, now: () => number) {
    this.#limits = limits;
    this.#charges = new Charges(now);
  }

  get size(): number {
    return this.#small.size + this.#large.size;
  }

  /** False where there is no room for it. */
  add(task: Task): boolean {
    if (this.size >= this.#limits.most || this.#of(task.key).length >= this.#limits.mostOfKey) return false;
    this.#push(task);
    return true;
  }

  remove(task: Task): boolean {
    return this.#queueOf(task).remove(task);
  }

  /** The next one: only a small one, or a large one before those. */
  next(onlySmall: boolean): Task | undefined {
    return (onlySmall ? undefined : this.#large.shift()) ?? this.#small.shift();
  }

  /** A task of this key took so long: what the key has waiting, and what comes of it soon, goes behind others'. */
  charge(key: string, ms: number): void {
    const before = this.#charges.roundsOf(key);
    this.#charges.add(key, ms);
    if (this.#charges.roundsOf(key) === before) return;
    const own = this.#of(key);
    for (const task of own) this.remove(task);
    for (const task of own) this.#push(task);
  }

  /** Takes all out. */
  clear(): Task[] {
    const all = [...this.#small.items(), ...this.#large.items()];
    for (const task of all) this.remove(task);
    return all;
  }

  #push(task: Task): void {
    this.#queueOf(task).push(task.key, task, this.#charges.roundsOf(task.key));
  }

  #queueOf({ isSmall }: WaitingTask): FairQueue<Task> {
    return isSmall ? this.#small : this.#large;
  }

  #of(key: string): Task[] {
    return [...this.#small.items(), ...this.#large.items()].filter((task) => task.key === key);
  }
}
