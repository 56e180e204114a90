import type { Readable } from 'node:stream';

/**
 * Hands a stream's chunks to `take`, one after the other and no faster than it takes them, until it says 'stop'. Resolves
 * when the stream has ended; one that breaks has ended as well, since what it belongs to tells why. What `take` throws ends
 * the reading and rejects: in a bare `data` handler it would end the server.
 */
export async function eachChunk(
  stream: Readable,
  /** May return a promise, for which is waited. */
  take: (chunk: Buffer) => unknown,
): Promise<void> {
  let failure: { error: unknown } | null = null;
  try {
    for await (const chunk of stream) {
      try {
        if ((await take(chunk)) === 'stop') break;
      } catch (error) {
        failure = { error };
        break;
      }
    }
  } catch {
    // It broke.
  }
  if (failure) throw failure.error;
}
