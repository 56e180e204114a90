import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Parameters, Route } from '../core/route.ts';
import { apiHeaders } from '../core/security.ts';
import { type ProblemAnswer, sendProblem } from '../core/sendProblem.ts';

/** Cross-site callers may send these, which is all that the API has. */
const preflightHeaders = {
  'Access-Control-Allow-Methods': 'GET, POST, DELETE',
  'Access-Control-Allow-Headers': 'Content-Type, Authorization',
  'Access-Control-Max-Age': '86400',
};

/** Answers for a path of the API: with what answers there, with a problem, or where there is nothing, with 404. */
export async function answerApi(
  found: { route: Route; parameters: Parameters } | ProblemAnswer | null,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(apiHeaders)) response.setHeader(name, value);
  if (!found) return sendProblem(response, { status: 404, detail: 'No such API endpoint.' });
  if ('status' in found) return sendProblem(response, found);
  if (request.method === 'OPTIONS') {
    response.writeHead(204, preflightHeaders).end();
    return;
  }
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const { route, parameters } = found;
  const handler = method === 'GET' || method === 'POST' || method === 'DELETE' ? route[method] : undefined;
  if (handler) return handler(request, response, parameters);
  const allow = [...Object.keys(route), 'OPTIONS'].join(', ');
  sendProblem(response, {
    status: 405,
    detail: `Method not allowed. Use ${allow}.`,
    headers: { Allow: allow },
  });
}
