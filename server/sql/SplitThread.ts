import { Worker } from 'node:worker_threads';
import type { ScriptPart } from './splitScript.ts';

interface Asked {
  script: string;
  answer(parts: ScriptPart[] | null): void;
}

type Answer = 'ready' | { id: number; parts: ScriptPart[] };

/** How long the thread may take to load the grammar: some tenths of a second, many times that on a busy machine. */
const loadMs = 30_000;

/**
 * Splits scripts on a thread of its own: Postgres's scanner takes quadratic time for some input (64 KiB of `+` take it
 * half a minute), and the server's own thread serves everybody.
 */
export class SplitThread implements AsyncDisposable {
  readonly #timeoutMs: number;
  readonly #queue: Asked[] = [];
  #worker: Worker | null = null;
  #ready = false;
  #busy: { id: number; asked: Asked; timer: NodeJS.Timeout } | null = null;
  #ids = 0;

  /** Starts the thread, so that it is ready for the first script. */
  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
    this.#worker = this.#start();
  }

  /** The parts of a script; null where splitting takes longer than the timeout. */
  split(script: string): Promise<ScriptPart[] | null> {
    return new Promise((resolve) => {
      this.#queue.push({ script, answer: resolve });
      this.#next();
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const { answer } of this.#queue.splice(0)) answer(null);
    await this.#giveUp();
  }

  #next(): void {
    const asked = this.#busy ? undefined : this.#queue.shift();
    if (!asked) return;
    const id = ++this.#ids;
    this.#worker ??= this.#start();
    this.#busy = { id, asked, timer: this.#within(this.#ready ? this.#timeoutMs : loadMs) };
    this.#worker.postMessage({ id, script: asked.script });
  }

  #within(ms: number): NodeJS.Timeout {
    return setTimeout(() => void this.#giveUp(), ms);
  }

  #start(): Worker {
    this.#ready = false;
    const worker = new Worker(new URL('./splitWorker.ts', import.meta.url));
    worker.unref();
    worker.on('message', (answer: Answer) => {
      if (this.#worker !== worker) return;
      if (answer !== 'ready') {
        if (this.#busy?.id === answer.id) this.#finish(answer.parts);
        return;
      }
      this.#ready = true;
      if (!this.#busy) return;
      clearTimeout(this.#busy.timer);
      this.#busy.timer = this.#within(this.#timeoutMs);
    });
    // WebAssembly that ran out of memory takes its thread with it.
    worker.on('error', () => {
      if (this.#worker === worker) void this.#giveUp();
    });
    return worker;
  }

  async #giveUp(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    const ended = worker?.terminate();
    this.#finish(null);
    await ended;
  }

  #finish(parts: ScriptPart[] | null): void {
    const busy = this.#busy;
    this.#busy = null;
    if (busy) {
      clearTimeout(busy.timer);
      busy.asked.answer(parts);
    }
    this.#next();
  }
}
