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

/** From here on a page is put together in its turn: the largest takes milliseconds, and a hundred clients may ask at once. */
const manyBytes = 64 * 1024;

/** Handing megabytes to the kernel takes a thread as long as making them does: so many times that is left to others. */
const restFactor = 3;
const mostRestMs = 50;

/**
 * Answers with a whole page of about `size` bytes. A large one is put together, and one for a client that takes it compressed,
 * in a thread, in its turn: each answer anew, since each has its own nonce.
 */
export async function sendHtml(
  response: ServerResponse,
  page: { status: number; headers: Record<string, string>; size: number; html: () => Buffer },
  compressing: { turns: Turns; key: string },
): Promise<void> {
  const { req: request } = response;
  const isShown = request.method !== 'HEAD';
  const zipped = isShown && page.size > fewBytes && acceptsGzip(request);
  if (!isShown || (!zipped && page.size < manyBytes))
    return write(response, page, isShown ? page.html() : null);
  const turn = await compressing.turns.take(compressing.key, () => !response.closed);
  if (turn.kind !== 'taken') return sendProblem(response, turnProblem(turn.kind));
  const begun = performance.now();
  let restMs = 0;
  try {
    const html = page.html();
    if (zipped) {
      const body = await compress(html, { level: constants.Z_BEST_SPEED });
      if (!response.closed) write(response, page, body, true);
    } else {
      write(response, page, html);
      restMs = Math.min(mostRestMs, restFactor * (performance.now() - begun));
    }
  } finally {
    // Whoever asks for something small goes before the next large one.
    setTimeout(turn.end, restMs);
  }
}

function write(
  response: ServerResponse,
  { status, headers }: { status: number; headers: Record<string, string> },
  body: Buffer | null,
  zipped = false,
): void {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    ...headers,
    ...(body && { 'Content-Length': body.length }),
    Vary: 'Accept-Encoding',
    ...(zipped && { 'Content-Encoding': 'gzip' }),
  });
  response.end(body ?? undefined);
}
