import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ServerOptions, WebSocketServer } from 'ws';
import { limits } from '../../protocol/limits.ts';
import { letRun } from '../base/contain.ts';
import { type OriginRule, originAllowed } from '../base/originAllowed.ts';
import { refuseUpgrade } from '../base/refuseUpgrade.ts';
import type { RateLimits } from '../ports/rateLimits.ts';
import { Budgets } from './Budgets.ts';
import { FrameTurns } from './FrameTurns.ts';
import { type SocketDeps, serveSocket } from './serveSocket.ts';

/** How long a page may take to answer a close before its socket is cut, in milliseconds. */
const closeMs = 2_000;

export interface UpgradeDeps extends Pick<SocketDeps, 'sessions' | 'clock'> {
  rates: RateLimits;
  origins: OriginRule;
  /** The peer's address, or its network, for rates. */
  addressOf: (request: IncomingMessage) => string;
  /** Sockets of one address at the same time. */
  socketsPerAddress: number;
  heartbeatMs?: number;
}

export interface Upgrades {
  handle: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Cuts the sockets that are still open. */
  close: () => void;
}

/** The door of the WebSocket: checks who comes, and speaks the protocol with whom it lets in. */
export function acceptUpgrades(deps: UpgradeDeps): Upgrades {
  const { sessions, clock, heartbeatMs = limits.heartbeatMs } = deps;
  const counts = new Map<string, number>();
  const budgets = new Budgets(clock.now);
  const turns = new FrameTurns();
  // The types of ws do not know closeTimeout yet.
  const options: ServerOptions & { closeTimeout: number } = {
    noServer: true,
    maxPayload: limits.clientFrameBytes,
    perMessageDeflate: false,
    closeTimeout: closeMs,
  };
  const server = new WebSocketServer(options);

  const accept = async (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const address = deps.addressOf(request);
    if (!originAllowed(request.headers.origin, request.headers.host, deps.origins))
      return refuseUpgrade(
        socket,
        403,
        'This origin isn’t allowed to connect. Open the page from this server.',
      );
    const count = counts.get(address) ?? 0;
    if (count >= deps.socketsPerAddress)
      return refuseUpgrade(socket, 429, 'Too many connections from this address.', 30);
    counts.set(address, count + 1);
    socket.once('close', () => {
      const left = (counts.get(address) ?? 1) - 1;
      if (left > 0) counts.set(address, left);
      else counts.delete(address);
    });
    const wait = await deps.rates.connect(address);
    if (wait !== null)
      return refuseUpgrade(socket, 429, 'Too many new connections per minute.', Math.ceil(wait / 1000));
    if (socket.destroyed) return;
    server.handleUpgrade(request, socket, head, (opened) =>
      serveSocket(opened, address, { sessions, clock, budgets, turns, heartbeatMs }),
    );
  };

  return {
    handle: (request, socket, head) => {
      socket.on('error', () => socket.destroy());
      letRun('upgrade', accept(request, socket, head), () => socket.destroy());
    },
    close: () => {
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}
