import { fail, type Result } from '../../protocol/result.ts';
import { guard } from '../base/contain.ts';
import type { Sandbox, SandboxFailure } from '../ports/sandboxPort.ts';
import { isSame, type Toolchain } from '../ports/toolchain.ts';
import { AddressQueue, type Held, type Turn } from '../queues/AddressQueue.ts';

/** How far a container is that is waited for. A position counts from 1, and never grows. */
export type TakeProgress = { kind: 'queued'; position: number } | { kind: 'starting' };

/** Whose turn it counts as, and what is wanted. */
export interface TakeRequest extends Turn {
  toolchain: Toolchain;
  /** The server asks for itself, which is no wait of a person's. */
  isOwn?: true;
  signal: AbortSignal;
  onProgress: (progress: TakeProgress) => void;
}

type Taken = Result<Sandbox, SandboxFailure>;

interface Waiter {
  request: TakeRequest;
  position: number;
  settle: (result: Taken) => void;
}

/** Those who wait for a container, in a fair order, each with what it has been told. */
export class WaitingLine {
  readonly #queue = new AddressQueue<Waiter>();

  get size(): number {
    return this.#queue.size;
  }

  /** The toolchains that are waited for, in the order of the line, one for each who waits. */
  get toolchains(): Toolchain[] {
    return this.#queue.items().map((waiter) => waiter.request.toolchain);
  }

  /** The addresses of those who wait, in the order of the line, one for each who waits. */
  get addresses(): string[] {
    return this.#queue.items().map((waiter) => waiter.request.address);
  }

  /** How many of this address wait. */
  sizeOf(address: string): number {
    return this.#queue.sizeOf(address);
  }

  /**
   * Waits until `serve` or `clear`, or until the request's signal aborts; `onLeave` is called in the latter case. `held` is
   * how many containers its address and its key have already.
   */
  join(request: TakeRequest, held: Held, onLeave: () => void): Promise<Taken> {
    return new Promise((resolve) => {
      const abort = () => {
        this.#queue.remove(waiter);
        resolve(fail({ kind: 'cancelled', message: 'The container is no longer needed.' }));
        onLeave();
      };
      const waiter: Waiter = {
        request,
        position: Number.POSITIVE_INFINITY,
        settle: (result) => {
          request.signal.removeEventListener('abort', abort);
          resolve(result);
        },
      };
      request.signal.addEventListener('abort', abort, { once: true });
      this.#queue.push(request, waiter, held);
    });
  }

  /** Gives the result to the first who waits for this toolchain; false where nobody does. */
  serve(toolchain: Toolchain, result: Taken): boolean {
    const waiter = this.#queue.items().find((one) => isSame(one.request.toolchain, toolchain));
    if (!waiter) return false;
    this.#queue.take(waiter);
    waiter.settle(result);
    return true;
  }

  /** Ends all waiting with this failure. */
  clear(failure: SandboxFailure): void {
    for (let waiter = this.#queue.shift(); waiter; waiter = this.#queue.shift()) waiter.settle(fail(failure));
  }

  /** Tells everybody whose place has become better; for the first `starting` of them, a container is being started. */
  tell(starting: number): void {
    for (const [place, waiter] of this.#queue.items().entries()) {
      const position = Math.max(0, place + 1 - starting);
      if (position >= waiter.position) continue;
      waiter.position = position;
      const progress: TakeProgress = position === 0 ? { kind: 'starting' } : { kind: 'queued', position };
      guard('run', () => waiter.request.onProgress(progress));
    }
  }
}
