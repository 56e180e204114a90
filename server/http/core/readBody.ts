import { isUtf8 } from 'node:buffer';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { limits } from '../../../protocol/limits.ts';
import { fail, ok, type Result } from '../../../protocol/result.ts';
import { parseJson } from '../../base/parseJson.ts';
import type { ProblemAnswer } from './sendProblem.ts';

/** What a page may send in a frame, it may send in a body. */
const bounds = { depth: limits.clientFrameDepth, values: limits.clientFrameValues };

/**
 * Reads a JSON body of at most so many bytes. Fails with the problem to answer; `null` where the client is gone. A client that
 * asks before it sends (`Expect: 100-continue`) is told to go on only where its headers are in order.
 */
export async function readBody(
  request: IncomingMessage,
  response: ServerResponse,
  mostBytes: number,
): Promise<Result<unknown, ProblemAnswer | null>> {
  const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json' && !type?.endsWith('+json'))
    return fail({ status: 415, detail: 'The body must be JSON, with Content-Type: application/json.' });
  if (request.headers['content-encoding'] !== undefined)
    return fail({ status: 415, detail: 'The body must not be compressed.' });
  const tooLarge = { status: 413, detail: `The body is over ${mostBytes / 1024} KiB.` };
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return fail(tooLarge);
  if (request.headers.expect !== undefined && request.httpVersion === '1.1') response.writeContinue();
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    // What is over is read on by whoever answers: without this the loop's end would destroy the request.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > mostBytes) return fail(tooLarge);
      chunks.push(chunk);
    }
  } catch {
    return fail(null);
  }
  const body = Buffer.concat(chunks);
  const read = isUtf8(body) ? parseJson(body.toString(), bounds) : fail('not UTF-8');
  return read.ok ? ok(read.value) : fail({ status: 400, detail: `The body isn’t valid JSON: ${read.error}` });
}
