import type { Readable } from 'node:stream';
import { guard } from './contain.ts';

/**
 * Hears a stream's chunks as they come, where `eachChunk` would be late: the stream may be paused from elsewhere. After what
 * `take` throws nothing more is heard, and `failed` ends whatever the stream belongs to. That it breaks is told elsewhere.
 */
export function onData(stream: Readable, take: (chunk: Buffer) => void, failed: () => void): void {
  const hear = (chunk: Buffer) =>
    guard(
      'stream',
      () => take(chunk),
      () => {
        stream.off('data', hear);
        // What still comes is thrown away: unread, it would hold up the process and its other streams.
        stream.resume();
        failed();
      },
    );
  stream.on('data', hear);
  stream.on('error', () => {});
}
