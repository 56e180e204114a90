import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { StarterProject } from '../protocol/starter.ts';
import { systemClock } from './base/clock.ts';
import { onContained } from './base/contain.ts';
import { errorFields } from './base/errorFields.ts';
import type { Log } from './base/log.ts';
import type { OriginRule } from './base/originAllowed.ts';
import type { OpenFeature } from './features/feature.ts';
import { apiRoutes } from './http/api/apiRoutes.ts';
import { createMetrics } from './http/api/metrics.ts';
import { clientAddress } from './http/core/clientAddress.ts';
import { routeMatcher } from './http/core/matchRoute.ts';
import type { Handler } from './http/core/route.ts';
import { createHttpServer } from './http/createHttpServer.ts';
import type { RenderPage } from './http/page/renderPage.ts';
import { servePage } from './http/page/servePage.ts';
import type { PackSnippet } from './ports/packSnippet.ts';
import type { DrawPicture } from './ports/picture.ts';
import type { RunModes } from './ports/runPorts.ts';
import type { SandboxPort } from './ports/sandboxPort.ts';
import type { SnippetStore } from './ports/snippetStore.ts';
import type { ReadSource } from './ports/sourceReader.ts';
import type { Images } from './ports/toolchain.ts';
import { shareOfOne } from './queues/shareOfOne.ts';
import { memoryRateLimits, type RateSettings } from './sessions/memoryRateLimits.ts';
import { Sessions } from './sessions/Sessions.ts';
import type { SessionsSettings } from './sessions/sessionsSettings.ts';
import { watchStore } from './store/watchStore.ts';
import { acceptUpgrades } from './ws/acceptUpgrades.ts';

export interface ServerSettings {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** Trusted proxies before this server. */
  proxies: number;
  origins: OriginRule;
  metrics: boolean;
  development: boolean;
  /** Sockets at once, in all and of one address. */
  connections: number;
  socketsPerAddress: number;
  rates: RateSettings;
  sessions: SessionsSettings;
}

export interface ServerPorts {
  sandbox: SandboxPort;
  modes: RunModes;
  features: readonly OpenFeature[];
  store: SnippetStore;
  /** The session images, and the lock file of the default pgrx's: what a shared snippet is made with. */
  images: Images;
  lock: string;
  draw: DrawPicture;
  pack: PackSnippet;
  readSource: ReadSource;
  starters: readonly StarterProject[];
  /** Next's own handler; with `render`, which then makes pages on another thread, what gives files. */
  page: Handler;
  render?: RenderPage | undefined;
  pageUpgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  log: Log;
}

export interface RunningServer {
  /** Where it listens, such as `http://127.0.0.1:3000`. */
  url: string;
  sessions: Sessions;
  /** Takes nothing new, lets runs end for a while, removes every container, and lets go of the port. */
  close: () => Promise<void>;
}

/** Starts to listen. Rejects where the port is taken. Runs are served after `sessions.open`. */
export async function startServer(settings: ServerSettings, ports: ServerPorts): Promise<RunningServer> {
  const { log } = ports;
  const clock = systemClock;
  const rates = memoryRateLimits(settings.rates);
  const metrics = createMetrics({
    sessions: () => sessions.counts,
    sockets: () => sockets(),
    store: async () => {
      const size = await store.size();
      return size.ok ? size.value : null;
    },
    healthy: async () => (await sessions.health()).status === 'ok',
  });
  const store = watchStore(ports.store, metrics.storeFailed);
  const stopHearing = onContained((door, error) => {
    metrics.observer.contained(door);
    log.error({ door, ...errorFields(error) }, 'contained an unexpected error');
  });
  const sessions = new Sessions(
    { ...ports, port: ports.sandbox, clock, rates, observer: metrics.observer },
    settings.sessions,
  );
  const addressOf = (request: IncomingMessage) => clientAddress(request, settings.proxies);
  const upgrades = acceptUpgrades({
    sessions,
    clock,
    rates,
    origins: settings.origins,
    addressOf,
    socketsPerAddress: settings.socketsPerAddress,
  });
  const { server, sockets } = createHttpServer({
    routes: routeMatcher(
      apiRoutes(
        sessions,
        addressOf,
        ports.starters,
        { ...ports, store, sessions, rates, addressOf, clock },
        settings.metrics ? metrics.route : null,
      ),
    ),
    page: servePage({
      ...ports,
      store,
      rates,
      clock,
      addressOf,
      development: settings.development,
      proxies: settings.proxies,
      settled: () => sessions.versions !== null,
    }),
    upgrade: upgrades.handle,
    pageUpgrade: ports.pageUpgrade,
    origins: settings.origins,
    refused: metrics.refused,
    contained: metrics.observer.contained,
    log,
    connections: settings.connections,
    connectionsPerPeer: settings.proxies > 0 ? null : shareOfOne(settings.connections),
  });
  server.listen(settings.port, settings.host);
  await once(server, 'listening');
  const { address, family, port } = server.address() as AddressInfo;
  const host = family === 'IPv6' ? `[${address}]` : address;

  return {
    url: `http://${host}:${port}`,
    sessions,
    close: async () => {
      // Load balancers ask for health until the end: from here on, the answer is 503.
      await sessions.drain();
      const closed = once(server, 'close');
      server.close();
      upgrades.close();
      server.closeAllConnections();
      await closed;
      stopHearing();
      metrics.close();
    },
  };
}
