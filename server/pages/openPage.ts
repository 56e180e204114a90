import { createServer, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import next from 'next';
import type { Handler } from '../http/core/route.ts';

/** Next's development server has been seen never to finish closing; it holds nothing that outlives the process. In ms. */
const closeMs = 2_000;

export interface Page {
  handle: Handler;
  /** The development server's own WebSocket; undefined otherwise. */
  upgrade: ((request: IncomingMessage, socket: Duplex, head: Buffer) => void) | undefined;
  close: () => Promise<void>;
}

/** Prepares Next.js to answer for the page: the built one, or in development one that is compiled as it is asked for. */
export async function openPage(options: {
  development: boolean;
  dir: string;
  host: string;
  port: number;
}): Promise<Page> {
  const { development, dir, host, port } = options;
  // Next and React are other programs by this variable. And nothing here reports to anybody.
  Object.assign(process.env, {
    NODE_ENV: development ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  });
  // Next listens for upgrades on the server that it is given, or finds by itself, and would meddle with our WebSocket:
  // this one never listens.
  const httpServer = createServer();
  const app = next({ dev: development, dir, hostname: host, port, httpServer });
  await app.prepare();
  // Next's development server takes its WebSocket from the server that it was given, once it has answered a request. Its
  // own upgrade handler leads to another one, which leaves the socket open and unanswered: then no page comes alive.
  const upgrade: Page['upgrade'] = (request, socket, head) => {
    if (!httpServer.emit('upgrade', request, socket, head)) socket.destroy();
  };
  const handle = app.getRequestHandler();
  return {
    handle: (request, response) => handle(request, response),
    upgrade: development ? upgrade : undefined,
    close: () => Promise.race([app.close(), delay(closeMs, undefined, { ref: false })]),
  };
}
