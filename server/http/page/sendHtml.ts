import type { ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { Turns } from '../../queues/Turns.ts';
import { acceptsGzip } from '../core/acceptsGzip.ts';
import { sendProblem } from '../core/sendProblem.ts';
import { turnProblem } from './turnProblem.ts';

const compress = promisify(gzip);
/** Below it a packet or two carry it either way. */
const fewBytes = 2_000;

/** Answers with a whole page. It is compressed in its turn, in a thread: each answer anew, since each has its own nonce. */
export async function sendHtml(
  response: ServerResponse,
  { status, headers, html }: { status: number; headers: Record<string, string>; html: Buffer },
  compressing: { turns: Turns; key: string },
): Promise<void> {
  const { req: request } = response;
  const isShown = request.method !== 'HEAD';
  let body = html;
  const zipped = isShown && body.length > fewBytes && acceptsGzip(request);
  if (zipped) {
    const turn = await compressing.turns.take(compressing.key, () => !response.closed);
    if (turn.kind !== 'taken') return sendProblem(response, turnProblem(turn.kind));
    body = await compress(body, { level: constants.Z_BEST_SPEED }).finally(turn.end);
  }
  if (response.closed) return;
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    ...headers,
    ...(isShown && { 'Content-Length': body.length }),
    Vary: 'Accept-Encoding',
    ...(zipped && { 'Content-Encoding': 'gzip' }),
  });
  response.end(isShown ? body : undefined);
}
