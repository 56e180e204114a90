import { once } from 'node:events';
import { setInterval } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { fuzzTargets } from './fuzzTargets.ts';
import type { Recipe } from './recipe.ts';

/** Inputs of a target by a seed, for so long and no more than so many; or one that was found before. */
export type FuzzJob = { target: string } & (
  | { seed: number; ms: number; runs: number; path?: string }
  | { recipe: Recipe }
);

export interface FuzzFailure {
  problem: string;
  recipe: Recipe;
  /** Where fast-check finds it again with the seed. */
  path?: string;
}

/** What came of a job. */
export interface Tried {
  runs: number;
  failure: FuzzFailure | null;
}

export type FuzzAnswer = 'ready' | Tried;

/** Before the first input; each adds one, and fast-check counts from 0. */
export const noRun = -1;

/** An input that takes so long does not end. What is merely too slow says so long before. */
const hangMs = 30_000;

/** Tries inputs in a thread of its own, which is given up where an input does not end. */
export class FuzzThread implements AsyncDisposable {
  readonly #progress = new SharedArrayBuffer(4);
  #worker: Promise<Worker> | null = null;

  async try(job: FuzzJob): Promise<Tried> {
    this.#worker ??= this.#start();
    const worker = await this.#worker;
    const counter = new Int32Array(this.#progress);
    const done = new AbortController();
    const answered = once(worker, 'message', { signal: done.signal }).then(([answer]) => answer as Tried);
    worker.postMessage(job);
    try {
      return await Promise.race([answered, this.#hang(counter, done.signal, job)]);
    } finally {
      done.abort();
      answered.catch(() => {});
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await (await this.#worker)?.terminate();
  }

  async #start(): Promise<Worker> {
    const worker = new Worker(new URL('./fuzzWorker.ts', import.meta.url), { workerData: this.#progress });
    await once(worker, 'message');
    return worker;
  }

  /** Resolves where an input does not end; never, once the signal aborts. */
  async #hang(counter: Int32Array, signal: AbortSignal, job: FuzzJob): Promise<Tried> {
    let since = performance.now();
    let at = Atomics.load(counter, 0);
    try {
      for await (const _ of setInterval(200, undefined, { signal })) {
        const now = Atomics.load(counter, 0);
        if (now !== at) since = performance.now();
        at = now;
        if (performance.now() - since > hangMs) break;
      }
    } catch {
      return new Promise<never>(() => {});
    }
    await (await this.#worker)?.terminate();
    this.#worker = null;
    const problem = `did not end within ${hangMs / 1000} s`;
    if ('recipe' in job) return { runs: 1, failure: { problem, recipe: job.recipe } };
    const { seed, target } = job;
    const path = job.path ?? String(at);
    const recipes = fuzzTargets.find(({ name }) => name === target)?.recipes ?? fc.constant({ parts: [] });
    const [recipe = { parts: [] }] = fc.sample(recipes, { seed, path, numRuns: 1 });
    return { runs: at + 1, failure: { problem, recipe, path } };
  }
}
