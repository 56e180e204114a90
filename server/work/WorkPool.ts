import type { ResourceLimits } from 'node:worker_threads';
import { fail, type Result } from '../../protocol/result.ts';
import type { Asked } from './serveTasks.ts';
import { Timers } from './Timers.ts';
import { busy, closed, type InputOf, type OutputOf, type TaskRules, type WorkFailure } from './taskRules.ts';
import { WaitingTasks } from './WaitingTasks.ts';
import { WorkThread } from './WorkThread.ts';

export interface PoolSettings<Tasks> {
  /** The module of the threads, which serves just these tasks. */
  module: URL;
  rules: TaskRules<Tasks>;
  /** Two at least: the first takes nothing but small tasks, so that no large one holds those up. */
  threads?: number;
  /** Tasks that may wait in all and of one key, and how long. */
  most?: number;
  mostOfKey?: number;
  waitMs?: number;
  memory?: ResourceLimits;
  now?: () => number;
}

interface Task {
  key: string;
  isSmall: boolean;
  asked: Asked;
  timeoutMs: number;
  answer(result: Result<unknown, WorkFailure>): void;
}

/** A thread that could not load is not tried again at once. */
const againMs = 1_000;

/** A script of 64 KiB takes 250 MB on its way through the grammar's JSON; WebAssembly's own memory does not count. */
const defaultMemory: ResourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 };

/**
 * A few threads for what would hold up the server's own, which serves everybody. Tasks wait in a queue that is fair between
 * keys; each has a time limit, after which its thread is replaced. Who has had much time goes behind others for a while.
 */
export class WorkPool<Tasks> implements AsyncDisposable {
  readonly #settings: Required<PoolSettings<Tasks>>;
  readonly #waiting: WaitingTasks<Task>;
  /** By their place; the first is that for small tasks. Empty where one could not load, and is to be tried again. */
  readonly #threads: (WorkThread | null)[] = [];
  readonly #ending = new Set<Promise<void>>();
  readonly #timers = new Timers();
  #closed = false;

  /** Starts the threads, so that they are ready for the first task. */
  constructor(settings: PoolSettings<Tasks>) {
    const defaults = { threads: 2, most: 500, mostOfKey: 16, waitMs: 20_000, memory: defaultMemory };
    this.#settings = { ...defaults, now: () => performance.now(), ...settings };
    this.#waiting = new WaitingTasks(this.#settings, this.#settings.now);
    for (let place = 0; place < Math.max(2, this.#settings.threads); place++) this.#start(place);
  }

  /** Does a task as soon as it is the key's turn. */
  run<Name extends keyof Tasks & string>(
    name: Name,
    input: InputOf<Tasks[Name]>,
    key: string,
  ): Promise<Result<OutputOf<Tasks[Name]>, WorkFailure>> {
    const { timeoutMs, isSmall } = this.#settings.rules[name];
    return new Promise((resolve) => {
      if (this.#closed) return resolve(fail(closed));
      const late = this.#timers.after(this.#settings.waitMs, () => {
        if (this.#waiting.remove(task)) resolve(fail(busy));
      });
      const task: Task = {
        key,
        isSmall: isSmall(input),
        asked: { name, input },
        timeoutMs,
        answer: (result) => {
          this.#timers.callOff(late);
          // The thread runs what the table says, and so answers with its type.
          resolve(result as Result<OutputOf<Tasks[Name]>, WorkFailure>);
        },
      };
      if (this.#waiting.add(task)) this.#next();
      else task.answer(fail(busy));
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true;
    for (const { answer } of this.#waiting.clear()) answer(fail(closed));
    this.#timers.callOffAll();
    for (const thread of this.#threads) void thread?.close();
    await Promise.all(this.#ending);
  }

  #start(place: number): void {
    let hasLoaded = false;
    this.#threads[place] = new WorkThread({
      module: this.#settings.module,
      memory: this.#settings.memory,
      onIdle: () => {
        hasLoaded = true;
        this.#next();
      },
      onEnded: (thread) => {
        const ending = thread.close().finally(() => this.#ending.delete(ending));
        this.#ending.add(ending);
        this.#threads[place] = null;
        if (this.#closed) return;
        if (hasLoaded) this.#start(place);
        else this.#timers.after(againMs, () => this.#start(place));
      },
    });
  }

  #next(): void {
    for (const [place, thread] of this.#threads.entries()) {
      if (!thread?.isIdle) continue;
      const task = this.#waiting.next(place === 0);
      if (task) this.#begin(thread, task);
    }
  }

  #begin(thread: WorkThread, { asked, timeoutMs, key, answer }: Task): void {
    const began = this.#settings.now();
    thread.run(asked, timeoutMs, (result) => {
      this.#waiting.charge(key, this.#settings.now() - began);
      answer(result);
    });
  }
}
