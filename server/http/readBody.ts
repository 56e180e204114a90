import type { IncomingMessage } from 'node:http';
import { fail, ok, type Result } from '../base/result.ts';
import type { ProblemAnswer } from './sendProblem.ts';

/** Reads a JSON body of at most so many bytes. Fails with the problem to answer; `null` where the client is gone. */
export async function readBody(
  request: IncomingMessage,
  mostBytes: number,
): Promise<Result<unknown, ProblemAnswer | null>> {
  const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json' && !type?.endsWith('+json'))
    return fail({ status: 415, detail: 'The body must be JSON, with Content-Type: application/json.' });
  if (request.headers['content-encoding'] !== undefined)
    return fail({ status: 415, detail: 'The body must not be compressed.' });
  const tooLarge = { status: 413, detail: `The body is over ${mostBytes / 1024} KiB.` };
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return fail(tooLarge);
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > mostBytes) return fail(tooLarge);
      chunks.push(chunk);
    }
  } catch {
    return fail(null);
  }
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))));
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : 'not UTF-8';
    return fail({ status: 400, detail: `The body isn’t valid JSON: ${reason.slice(0, 200)}` });
  }
}
