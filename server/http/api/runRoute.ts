import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RunEvent } from '../../../protocol/events/events.ts';
import { limits } from '../../../protocol/limits.ts';
import { runHeader, runRequest, sessionHeader } from '../../../protocol/project.ts';
import { newId } from '../../base/newId.ts';
import type { Refusal } from '../../runs/refusal.ts';
import type { Sessions } from '../../sessions/Sessions.ts';
import { readBody } from '../core/readBody.ts';
import { readFields } from '../core/readFields.ts';
import type { Route } from '../core/route.ts';
import { type ProblemAnswer, sendProblem } from '../core/sendProblem.ts';

/**
 * `POST /api/v1/run`: a run in a container of its own, its events as lines of JSON while they happen. A client that goes
 * away cancels its run. What a client does not read waits here, which `limits.runBytes` bounds.
 */
export function runRoute(sessions: Sessions, addressOf: (request: IncomingMessage) => string): Route {
  return {
    POST: async (request, response) => {
      // Before the body is read: reading it is what costs.
      const address = addressOf(request);
      const session = sessionOf(request);
      const refusal = await sessions.refuseOneShot(address, session);
      if (refusal) return sendProblem(response, refusalProblem(refusal));
      const body = await readBody(request, response, limits.clientFrameBytes);
      if (!body.ok) {
        if (body.error) sendProblem(response, body.error);
        return;
      }
      const read = readFields(runRequest, body.value);
      if (!read.ok) return sendProblem(response, read.error);
      const client = new AbortController();
      const run = newId();
      response.once('close', () => client.abort());
      const taken = sessions.runOnce(
        {
          run,
          request: read.value,
          signal: client.signal,
          onEvent: (event) => write(response, run, event),
        },
        address,
        session,
      );
      if (!taken.ok) return sendProblem(response, refusalProblem(taken.error));
      await taken.value.ended;
      response.end();
    },
  };
}

/** The session of the page that asks, if it says so. */
function sessionOf(request: IncomingMessage): string | null {
  const named = request.headers[sessionHeader];
  return typeof named === 'string' ? named : null;
}

function write(response: ServerResponse, run: string, event: RunEvent): void {
  if (!response.headersSent)
    response.writeHead(200, {
      'Content-Type': 'application/x-ndjson',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
      [runHeader]: run,
    });
  response.write(`${JSON.stringify(event)}\n`);
}

function refusalProblem({ kind, message, retryAfterMs, field }: Refusal): ProblemAnswer {
  if (kind === 'invalid')
    return { status: 422, detail: message, errors: field ? [{ path: field, message }] : [] };
  const status = kind === 'rate' ? 429 : 503;
  const seconds = String(Math.max(1, Math.ceil((retryAfterMs ?? 5_000) / 1000)));
  return { status, detail: message, headers: { 'Retry-After': seconds } };
}
