import type { Readable } from 'node:stream';
import { eachChunk } from '../../base/eachChunk.ts';
import { Pace } from '../../base/Pace.ts';
import type { BuildLimits } from '../buildLimits.ts';
import { LineReader } from './LineReader.ts';

type LineLimits = Pick<BuildLimits, 'messageBytes' | 'lineBytes' | 'lines' | 'busyMs'>;

/**
 * Hands a stream's lines to `take` up to the limits, a few milliseconds of them at a time; tells when they are over the
 * limits, and drops the rest. Resolves when the stream has ended; rejects with what `take` throws.
 */
export async function followLines(
  stream: Readable,
  limits: LineLimits,
  take: (line: string) => void,
  over: () => void,
): Promise<void> {
  const reader = new LineReader(limits.lineBytes);
  const pace = new Pace();
  let bytes = 0;
  let lines = 0;
  let isOver = false;
  const isTooMuch = () => bytes > limits.messageBytes || lines > limits.lines || pace.busyMs > limits.busyMs;

  await eachChunk(stream, async (chunk) => {
    if (isOver) return;
    pace.begin();
    bytes += chunk.length;
    const room = chunk.length - Math.max(0, bytes - limits.messageBytes);
    for (const line of reader.take(chunk.subarray(0, room))) {
      if (++lines > limits.lines) break;
      take(line);
      if (pace.isDue) await pace.rest();
      if (pace.busyMs > limits.busyMs) break;
    }
    isOver = isTooMuch();
    pace.end();
    if (isOver) over();
  });
  const last = reader.end();
  if (last !== '' && !isOver) take(last);
}
