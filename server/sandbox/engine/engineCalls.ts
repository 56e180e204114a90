import { Readable } from 'node:stream';

/** Asks the Engine for something. A call that is not a stream's passes the signal on, so that its connection is given up. */
export type Ask<T> = (abortSignal: AbortSignal) => Promise<T>;

/** Calls to the Engine, each of which has a time limit; `close` ends those under way and refuses others. */
export interface EngineCalls {
  /** Rejects as the call does, when it takes too long, or when `signal` aborts. */
  call<T>(ask: Ask<T>, signal?: AbortSignal): Promise<T>;
  close(): void;
}

/**
 * dockerode does not settle a call whose answer breaks off in its middle, be it aborted or not, so it is not left to it. A
 * connection that comes too late is closed.
 */
export function engineCalls(callMs: number): EngineCalls {
  const under = new Set<AbortController>();
  let closed = false;
  return {
    async call(ask, signal) {
      if (closed) throw new Error('The connection to the Engine is closed.');
      signal?.throwIfAborted();
      const ending = new AbortController();
      const { promise: ended, reject } = Promise.withResolvers<never>();
      ending.signal.addEventListener('abort', () => reject(ending.signal.reason));
      const stop = () => ending.abort(signal?.reason);
      signal?.addEventListener('abort', stop, { once: true });
      const late = () => ending.abort(new Error(`It didn’t respond within ${callMs / 1000} s.`));
      const timer = setTimeout(late, callMs);
      under.add(ending);
      const asked = ask(ending.signal);
      try {
        return await Promise.race([asked, ended]);
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', stop);
        under.delete(ending);
        if (ending.signal.aborted) asked.then(discard, () => {});
      }
    },
    close() {
      closed = true;
      for (const ending of under) ending.abort(new Error('The connection to the Engine was closed.'));
    },
  };
}

/** Closes what came too late. */
export function discard(answer: unknown): void {
  if (!(answer instanceof Readable)) return;
  answer.on('error', () => {});
  answer.destroy();
}
