import type { IncomingMessage } from 'node:http';
import { onData } from '../../base/onData.ts';

/** What of a body that was refused is still read: most clients send all of it before they read. In bytes and milliseconds. */
const mostBytes = 8 * 1024 * 1024;
const mostMs = 10_000;
/** After such a pause nothing more is expected: a client that asked before it sends (`Expect`) sends nothing. */
const pauseMs = 1_500;

/** Reads on and throws away what comes of a request's body, to a bound; says whether that was all of it. */
export function drainRequest(request: IncomingMessage): Promise<boolean> {
  if (request.complete || request.destroyed) return Promise.resolve(request.complete);
  const { promise, resolve } = Promise.withResolvers<boolean>();
  let bytes = 0;
  const timer = setTimeout(() => resolve(false), mostMs);
  const pause = setTimeout(() => resolve(false), pauseMs);
  const take = (chunk: Buffer) => {
    bytes += chunk.length;
    pause.refresh();
    if (bytes > mostBytes) resolve(false);
  };
  onData(request, take, () => resolve(false));
  request.once('end', () => resolve(true));
  request.once('close', () => resolve(false));
  request.resume();
  return promise.finally(() => {
    clearTimeout(timer);
    clearTimeout(pause);
  });
}
