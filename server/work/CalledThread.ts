import { type ResourceLimits, Worker } from 'node:worker_threads';
import { fail, ok, type Result } from '../../protocol/result.ts';
import { contain } from '../base/contain.ts';
import { type Answers, type Call, Calls } from './Calls.ts';
import { Timers } from './Timers.ts';
import { busy, closed, type WorkFailure } from './taskRules.ts';

export interface CalledSettings {
  /** The module that it runs, which calls `serveCalls`, and what it is given to begin with. */
  module: URL;
  given: unknown;
  memory: ResourceLimits;
  /** What the thread may ask of this side. */
  answers: Answers;
  /** How long it may take to load what it needs. */
  loadMs: number;
  /** Whoever is not answered by then ends the thread: nothing else can stop a loop. */
  timeoutMs: number;
  /** The least time between two starts, so that one that ends again and again does not take the machine. */
  againMs: number;
}

/** A thread that answers several questions at once and asks back. One that ends, or answers too late, is replaced. */
export class CalledThread implements AsyncDisposable {
  readonly #settings: CalledSettings;
  readonly #ending = new Set<Promise<unknown>>();
  readonly #timers = new Timers();
  #now: { calls: Calls; end: (why: WorkFailure) => void } | null = null;
  /** The first one has been had: from then on what ends them is a bug, and before that it is said to whoever opens. */
  #opened = false;
  #closed = false;

  private constructor(settings: CalledSettings) {
    this.#settings = settings;
  }

  /** Gives the thread once it is ready; why not, where the first one cannot be had. */
  static async open(settings: CalledSettings): Promise<Result<CalledThread, WorkFailure>> {
    const thread = new CalledThread(settings);
    const started = await thread.#start();
    if (started.ok) {
      thread.#opened = true;
      return ok(thread);
    }
    await thread[Symbol.asyncDispose]();
    return started;
  }

  /** While the thread is being replaced the answer is `busy` at once, and whoever asked may try again. */
  async ask(name: string, input: unknown): Promise<Result<unknown, WorkFailure>> {
    const now = this.#now;
    if (!now) return fail(this.#closed ? closed : busy);
    const { timeoutMs } = this.#settings;
    const late = this.#timers.after(timeoutMs, () => {
      contain('page', new Error(`a thread took over ${timeoutMs / 1000} s for ${name} and was replaced`));
      now.end({ kind: 'time', message: `It took over ${timeoutMs / 1000} s.` });
    });
    const result = await now.calls.ask(name, input);
    this.#timers.callOff(late);
    return result;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true;
    this.#now?.end(closed);
    this.#timers.callOffAll();
    await Promise.all(this.#ending);
  }

  #start(): Promise<Result<null, WorkFailure>> {
    const { module, given, memory, answers, loadMs, againMs } = this.#settings;
    const { promise, resolve } = Promise.withResolvers<Result<null, WorkFailure>>();
    const began = performance.now();
    const worker = new Worker(module, { workerData: given, resourceLimits: memory });
    const calls = new Calls(worker, {
      ...answers,
      ready: () => {
        this.#timers.callOff(loading);
        if (!isOver) this.#now = { calls, end };
        resolve(ok(null));
        return { value: null };
      },
    });
    let isOver = false;
    const end = (why: WorkFailure) => {
      if (isOver) return;
      isOver = true;
      this.#timers.callOff(loading);
      if (this.#now?.calls === calls) this.#now = null;
      const ended = worker.terminate().finally(() => this.#ending.delete(ended));
      this.#ending.add(ended);
      calls.end(why.kind === 'closed' ? why : { ...why, kind: 'busy' });
      resolve(fail(why));
      if (this.#closed) return;
      const wait = Math.max(0, began + againMs - performance.now());
      this.#timers.after(wait, () => {
        void this.#start();
      });
    };
    const died = (how: string) => {
      if (isOver) return;
      if (this.#opened) contain('page', new Error(`a thread ended and is replaced: ${how}`));
      end({ kind: 'failed', message: how });
    };
    const loading = this.#timers.after(loadMs, () => died('it did not load'));
    worker.on('message', (call: Call) => calls.hear(call));
    worker.on('messageerror', () => died('a message cannot be read'));
    // Out of memory, for example.
    worker.on('error', (error) => died(String(error).slice(0, 500)));
    worker.on('exit', (code) => died(`exit code ${code}`));
    return promise;
  }
}
