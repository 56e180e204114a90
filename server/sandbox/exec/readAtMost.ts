import type { Readable } from 'node:stream';

/** The stream's text up to its end, of which no more than `bytes` are kept. */
export async function readAtMost(stream: Readable, bytes: number): Promise<string> {
  const pieces: Buffer[] = [];
  let kept = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    if (kept >= bytes) continue;
    pieces.push(piece.subarray(0, bytes - kept));
    kept += piece.length;
  }
  return Buffer.concat(pieces).toString();
}
