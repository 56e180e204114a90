import { fail, ok, type Result } from '../../protocol/result.ts';
import { busy, type WorkFailure } from './taskRules.ts';

/** What goes between a thread and its opener: both ask, and both answer. Values are cloned; bytes that are named move. */
export type Call =
  | { kind: 'ask'; id: number; name: string; input: unknown }
  | { kind: 'done'; id: number; value: unknown }
  | { kind: 'failed'; id: number; message: string };

export interface Answered {
  value: unknown;
  /** What need not be copied on the way. */
  move?: ArrayBuffer[];
}

/** What a side answers to, by name. It does so for any number of questions at once. */
export type Answers = Readonly<Record<string, (input: never) => Promise<Answered> | Answered>>;

interface Port {
  postMessage(call: Call, move?: ArrayBuffer[]): void;
}

/** Far more than turns let through; without a bound a mistake there would fill the memory. */
const mostOpen = 100;

/** One side of a thread's port. */
export class Calls {
  readonly #port: Port;
  readonly #answers: ReadonlyMap<string, (input: never) => Promise<Answered> | Answered>;
  readonly #open = new Map<number, (result: Result<unknown, WorkFailure>) => void>();
  #ids = 0;
  #ended: WorkFailure | null = null;

  constructor(port: Port, answers: Answers) {
    this.#port = port;
    this.#answers = new Map(Object.entries(answers));
  }

  ask(name: string, input: unknown): Promise<Result<unknown, WorkFailure>> {
    if (this.#ended) return Promise.resolve(fail(this.#ended));
    if (this.#open.size >= mostOpen) return Promise.resolve(fail(busy));
    const id = ++this.#ids;
    return new Promise((resolve) => {
      this.#open.set(id, resolve);
      try {
        this.#port.postMessage({ kind: 'ask', id, name, input });
      } catch (error) {
        this.#settle(id, fail(failure(error)));
      }
    });
  }

  /** To be given each message that the port brings. */
  hear(call: Call): void {
    if (this.#ended) return;
    if (call.kind === 'ask') void this.#answer(call);
    else this.#settle(call.id, call.kind === 'done' ? ok(call.value) : fail(failure(call.message)));
  }

  /** Nothing comes any more: whoever waits is told why. */
  end(why: WorkFailure): void {
    if (this.#ended) return;
    this.#ended = why;
    for (const id of this.#open.keys()) this.#settle(id, fail(why));
  }

  async #answer({ id, name, input }: { id: number; name: string; input: unknown }): Promise<void> {
    try {
      const answer = this.#answers.get(name);
      if (!answer) throw new Error(`nobody answers to ${name}`);
      const { value, move } = await answer(input as never);
      if (!this.#ended) this.#port.postMessage({ kind: 'done', id, value }, move);
    } catch (error) {
      this.#port.postMessage({ kind: 'failed', id, message: failure(error).message });
    }
  }

  #settle(id: number, result: Result<unknown, WorkFailure>): void {
    const settle = this.#open.get(id);
    this.#open.delete(id);
    settle?.(result);
  }
}

const failure = (error: unknown): WorkFailure => ({
  kind: 'failed',
  message: String(error).slice(0, 2_000),
});
