import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Problem } from '../../../protocol/problem.ts';
import { letRun } from '../../base/contain.ts';
import { drainRequest } from './drainRequest.ts';

export interface ProblemAnswer extends Pick<Problem, 'status' | 'detail' | 'errors'> {
  headers?: Record<string, string>;
}

/**
 * Answers with a problem (RFC 9457). Where the request's body has not been read, the whole answer is sent at once, and the
 * connection closed only when the client has sent its body, or a good part of it: closed with bytes unread it would be reset,
 * and a client that first sends all would see a broken pipe in place of the answer.
 */
export function sendProblem(response: ServerResponse, { headers, ...problem }: ProblemAnswer): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { req: request } = response;
  const body: Problem = { type: 'about:blank', title: STATUS_CODES[problem.status] ?? 'Error', ...problem };
  const text = JSON.stringify(body);
  response.writeHead(problem.status, {
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
    ...(!request.complete && { Connection: 'close' }),
    ...headers,
    'Content-Type': 'application/problem+json',
  });
  response.write(text);
  if (request.complete) response.end();
  else
    letRun(
      'request',
      drainRequest(request).finally(() => response.end()),
    );
}
