import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Problem } from '../../protocol/problem.ts';
import { sendJson } from './sendJson.ts';

export interface ProblemAnswer extends Pick<Problem, 'status' | 'detail' | 'errors'> {
  headers?: Record<string, string>;
}

/** Answers with a problem (RFC 9457). The connection is closed where the request's body has not been read. */
export function sendProblem(response: ServerResponse, { headers, ...problem }: ProblemAnswer): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const body: Problem = { type: 'about:blank', title: STATUS_CODES[problem.status] ?? 'Error', ...problem };
  const close: Record<string, string> = response.req.complete ? {} : { Connection: 'close' };
  sendJson(response, problem.status, body, {
    ...close,
    ...headers,
    'Content-Type': 'application/problem+json',
  });
}
