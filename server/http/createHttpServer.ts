import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { letRun } from '../base/contain.ts';
import { errorFields } from '../base/errorFields.ts';
import type { Log } from '../base/log.ts';
import type { OriginRule } from '../base/originAllowed.ts';
import { refuseUpgrade } from '../base/refuseUpgrade.ts';
import type { Observer } from '../ports/observer.ts';
import { answerApi } from './api/answerApi.ts';
import { checkTarget } from './core/checkTarget.ts';
import { requestTarget, type Target } from './core/requestTarget.ts';
import type { Parameters, Route } from './core/route.ts';
import { securityHeaders } from './core/security.ts';
import { sendProblem } from './core/sendProblem.ts';
import { limitSockets } from './sockets/limitSockets.ts';
import { type SocketCounts, Sockets } from './sockets/Sockets.ts';
import { endWireFailure } from './sockets/wireFailure.ts';

export interface HttpDeps {
  /** What answers at each path, the API's and `/metrics`. */
  routes: (path: string) => { route: Route; parameters: Parameters } | null;
  /** Everything that is not the API's. */
  page: (request: IncomingMessage, response: ServerResponse, target: Target) => Promise<void> | void;
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Upgrades other than the API's; without it they are refused. Next's development server has one. */
  pageUpgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  origins: OriginRule;
  log: Log;
  /** Told of each request that a bug was found by. */
  contained: Observer['contained'];
  /** Sockets of all kinds at once. */
  connections: number;
  /** Those of one peer; null where a proxy is the peer of all. */
  connectionsPerPeer: number | null;
  /** Told of each request that is refused before anything is done for it. */
  refused: (reason: string) => void;
}

export interface HttpServer {
  server: Server;
  /** The sockets that are open, by what they do. */
  sockets: () => SocketCounts;
}

const sessionPath = '/api/v1/session';
/** Next's development server leaves upgrades to any other path open and unanswered. */
const developmentSocket = '/_next/hmr';
const noSuchSocket = { status: 404, detail: `The only WebSocket endpoint is ${sessionPath}.` };
const useWebSocket = {
  status: 426,
  detail: 'This is a WebSocket endpoint; protocol/SPEC.md describes its messages.',
  headers: { Upgrade: 'websocket', Connection: 'Upgrade' },
};

/** The server behind the one port, not yet listening. Times are chosen so that nobody holds a socket by dawdling. */
export function createHttpServer(deps: HttpDeps): HttpServer {
  const server = createServer({
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    connectionsCheckingInterval: 5_000,
    keepAliveTimeout: 10_000,
    maxHeaderSize: 16 * 1024,
    // A peer that has vanished without a word is noticed by its kernel's silence.
    keepAlive: true,
    keepAliveInitialDelay: 30_000,
    // Some clients offer to go over to HTTP/2 with an ordinary request; that offer is passed over.
    shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === 'websocket',
  });
  server.maxConnections = deps.connections;
  if (deps.connectionsPerPeer !== null) limitSockets(server, deps.connectionsPerPeer);
  server.maxHeadersCount = 100;
  const sockets = new Sockets(server, deps.refused);

  const inTurn = (request: IncomingMessage, response: ServerResponse) =>
    sockets.inTurn(request.socket, response, () => {
      response.once('finish', () => {
        if (isRefusal(response)) deps.refused(String(response.statusCode));
      });
      // What even the answer of its failure throws is contained, and the client is let go.
      letRun('request', answer(deps, request, response), () => response.destroy());
    });
  server.on('request', inTurn);
  // The client is told to go on where the body is read: until then it can be refused before it has sent anything.
  server.on('checkContinue', inTurn);
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) =>
    sockets.inTurn(request.socket, response, () =>
      sendProblem(response, { status: 417, detail: 'The Expect header only supports 100-continue.' }),
    ),
  );
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (socket instanceof Socket && endWireFailure(error, socket)) deps.refused('wire');
  });
  server.on('connect', (_request: IncomingMessage, socket: Duplex) => {
    deps.refused('connect');
    sockets.upgrade(socket);
    refuseUpgrade(socket, 405, 'This server is not a proxy.');
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // What is written on it now would be taken for a part of the answer that is under way.
    if (!sockets.upgrade(socket)) return socket.destroy();
    const target = requestTarget(request.url ?? '');
    if (typeof target === 'object' && target.path === sessionPath) return deps.upgrade(request, socket, head);
    const checked = checkTarget(request, deps.origins);
    if (checked.ok && deps.pageUpgrade && checked.value.path === developmentSocket)
      return deps.pageUpgrade(request, socket, head);
    deps.refused('upgrade');
    const { status, detail = '' } = checked.ok ? noSuchSocket : checked.error;
    refuseUpgrade(socket, status, detail);
  });
  return { server, sockets: () => sockets.counts };
}

/** Too large, too often, too much at once, or a store that is full. A 503 of health says nothing of when to try again. */
function isRefusal(response: ServerResponse): boolean {
  const { statusCode: status } = response;
  return (
    status === 413 ||
    status === 429 ||
    status === 507 ||
    (status === 503 && response.hasHeader('retry-after'))
  );
}

async function answer(deps: HttpDeps, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    const target = checkTarget(request, deps.origins);
    if (!target.ok) {
      deps.refused(target.error.status === 421 ? 'host' : 'address');
      return sendProblem(response, target.error);
    }
    const { path } = target.value;
    if (path !== '/metrics' && !path.startsWith('/api/')) await deps.page(request, response, target.value);
    else await answerApi(path === sessionPath ? useWebSocket : deps.routes(path), request, response);
  } catch (error) {
    deps.log.error(errorFields(error), 'handling a request failed');
    deps.contained('request');
    sendProblem(response, { status: 500, detail: 'Internal server error.' });
  }
}
