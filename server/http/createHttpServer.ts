import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Log } from '../base/log.ts';
import type { Handler, Parameters, Route } from './route.ts';
import { apiHeaders, securityHeaders } from './security.ts';
import { sendProblem } from './sendProblem.ts';

export interface HttpParts {
  /** What answers at each path, the API's and `/metrics`. */
  routes: (path: string) => { route: Route; parameters: Parameters } | null;
  /** Everything that is not the API's. */
  page: Handler;
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Upgrades other than the API's; without it they are refused. Next's development server has one. */
  pageUpgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  log: Log;
  /** Sockets of all kinds at once. */
  connections: number;
}

const sessionPath = '/api/v1/session';
/** Cross-site callers may send these, which is all that the API has. */
const preflightHeaders = {
  'Access-Control-Allow-Methods': 'GET, POST, DELETE',
  'Access-Control-Allow-Headers': 'Content-Type, Authorization',
  'Access-Control-Max-Age': '86400',
};

/** The server behind the one port, not yet listening. Times are chosen so that nobody holds a socket by dawdling. */
export function createHttpServer(parts: HttpParts): Server {
  const server = createServer(
    {
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      connectionsCheckingInterval: 5_000,
      keepAliveTimeout: 10_000,
      maxHeaderSize: 16 * 1024,
      // A peer that has vanished without a word is noticed by its kernel's silence.
      keepAlive: true,
      keepAliveInitialDelay: 30_000,
    },
    (request, response) => void answer(parts, request, response),
  );
  server.maxConnections = parts.connections;
  server.maxHeadersCount = 100;
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (pathOf(request) === sessionPath) parts.upgrade(request, socket, head);
    else if (parts.pageUpgrade) parts.pageUpgrade(request, socket, head);
    else socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  return server;
}

async function answer(parts: HttpParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    const path = pathOf(request);
    if (path === null) sendProblem(response, { status: 400, detail: 'The URL is malformed.' });
    else if (path !== '/metrics' && !path.startsWith('/api/')) await parts.page(request, response, {});
    else await answerApi(parts, path, request, response);
  } catch (error) {
    parts.log.error(
      { error: String(error), stack: error instanceof Error && error.stack },
      'handling a request failed',
    );
    sendProblem(response, { status: 500, detail: 'Internal server error.' });
  }
}

async function answerApi(
  parts: HttpParts,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(apiHeaders)) response.setHeader(name, value);
  if (path === sessionPath)
    return sendProblem(response, {
      status: 426,
      detail: 'This is a WebSocket endpoint; protocol/SPEC.md describes its messages.',
      headers: { Upgrade: 'websocket', Connection: 'Upgrade' },
    });
  const matched = parts.routes(path);
  if (!matched) return sendProblem(response, { status: 404, detail: 'No such API endpoint.' });
  if (request.method === 'OPTIONS') {
    response.writeHead(204, preflightHeaders).end();
    return;
  }
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const { route, parameters } = matched;
  const handler = method === 'GET' || method === 'POST' || method === 'DELETE' ? route[method] : undefined;
  if (handler) return handler(request, response, parameters);
  const allow = [...Object.keys(route), 'OPTIONS'].join(', ');
  sendProblem(response, {
    status: 405,
    detail: `Method not allowed. Use ${allow}.`,
    headers: { Allow: allow },
  });
}

function pathOf(request: IncomingMessage): string | null {
  const url = request.url ?? '';
  return URL.canParse(url, 'http://localhost') ? new URL(url, 'http://localhost').pathname : null;
}
