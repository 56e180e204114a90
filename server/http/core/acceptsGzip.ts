import type { IncomingMessage } from 'node:http';
import Negotiator from 'negotiator';

/** Whether a client wants what it gets compressed: `gzip;q=0` says no, and `*` may say either. */
export function acceptsGzip(request: IncomingMessage): boolean {
  return new Negotiator(request).encoding(['gzip', 'identity']) === 'gzip';
}
