import { type ResourceLimits, Worker } from 'node:worker_threads';
import { fail, ok, type Result } from '../../protocol/result.ts';
import type { Answer, Asked } from './serveTasks.ts';
import { closed, type WorkFailure } from './taskRules.ts';

/** How long a thread may take to load what it needs: some tenths of a second, many times that on a busy machine. */
const loadMs = 30_000;

export interface ThreadDeps {
  /** The module that it runs, which calls `serveTasks`. */
  module: URL;
  memory: ResourceLimits;
  /** It can take a task. */
  onIdle(thread: WorkThread): void;
  /** It will take none any more; the task that it had has been answered. */
  onEnded(thread: WorkThread): void;
}

interface Busy {
  answer(result: Result<unknown, WorkFailure>): void;
  timer: NodeJS.Timeout;
}

/** One thread, which does one task at a time. A task that takes too long ends it: nothing else can stop a loop. */
export class WorkThread {
  readonly #deps: ThreadDeps;
  readonly #worker: Worker;
  readonly #loading: NodeJS.Timeout;
  #state: 'loading' | 'idle' | 'ended' | Busy = 'loading';
  #terminated: Promise<unknown> | null = null;

  constructor(deps: ThreadDeps) {
    this.#deps = deps;
    this.#worker = new Worker(deps.module, { resourceLimits: deps.memory });
    this.#loading = setTimeout(
      () => this.#end({ kind: 'time', message: 'A worker thread did not load.' }),
      loadMs,
    );
    this.#worker.unref();
    this.#worker.on('message', (answer: Answer) => this.#hear(answer));
    this.#worker.on('messageerror', () => this.#end(died('its answer is unreadable')));
    // Out of memory, for example.
    this.#worker.on('error', (error) => this.#end(died(String(error).slice(0, 200))));
    this.#worker.on('exit', (code) => this.#end(died(`exit code ${code}`)));
  }

  get isIdle(): boolean {
    return this.#state === 'idle';
  }

  /** Does a task. To be called only while it is idle. */
  run(asked: Asked, timeoutMs: number, answer: Busy['answer']): void {
    const late = () => this.#end({ kind: 'time', message: `It took over ${timeoutMs / 1000} s.` });
    const busy: Busy = { answer, timer: setTimeout(late, timeoutMs) };
    this.#state = busy;
    try {
      this.#worker.postMessage(asked);
    } catch (error) {
      // What cannot be cloned never left this side.
      this.#finish(busy, fail({ kind: 'failed', message: String(error).slice(0, 500) }));
    }
  }

  /** Ends it with what it does. */
  async close(): Promise<void> {
    this.#end(closed);
    await this.#terminated;
  }

  #hear(answer: Answer): void {
    if (this.#state === 'ended') return;
    if (answer.kind === 'ready') {
      if (this.#state !== 'loading') return;
      clearTimeout(this.#loading);
      this.#state = 'idle';
      this.#deps.onIdle(this);
    } else if (typeof this.#state === 'object') {
      const { kind } = answer;
      const isLast = kind === 'done' && answer.isLast;
      const result = kind === 'done' ? ok(answer.value) : fail({ kind, message: answer.message });
      this.#finish(this.#state, result, isLast);
    }
  }

  #finish(busy: Busy, result: Result<unknown, WorkFailure>, isLast = false): void {
    clearTimeout(busy.timer);
    this.#state = 'idle';
    busy.answer(result);
    if (isLast) this.#end(closed);
    else if (this.isIdle) this.#deps.onIdle(this);
  }

  #end(why: WorkFailure): void {
    if (this.#state === 'ended') return;
    const busy = typeof this.#state === 'object' ? this.#state : null;
    this.#state = 'ended';
    clearTimeout(this.#loading);
    this.#terminated = this.#worker.terminate();
    if (busy) {
      clearTimeout(busy.timer);
      busy.answer(fail(why));
    }
    this.#deps.onEnded(this);
  }
}

const died = (how: string): WorkFailure => ({ kind: 'failed', message: `Its worker thread ended: ${how}.` });
