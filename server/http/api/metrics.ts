import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { outcome } from '../../../protocol/events/events.ts';
import { doors } from '../../base/contain.ts';
import type { Observer } from '../../ports/observer.ts';
import type { StoreFailure, StoreSize } from '../../ports/snippetStore.ts';
import type { SessionCounts } from '../../sessions/sessionCounts.ts';
import type { Route } from '../core/route.ts';
import type { SocketCounts } from '../sockets/Sockets.ts';
import { watchEventLoop } from './eventLoopDelay.ts';

export interface Metrics {
  observer: Observer;
  /** Told of each request that is refused before anything is done for it. */
  refused: (reason: string) => void;
  /** Told of each time that the link store did not do what it was asked. */
  storeFailed: (kind: StoreFailure['kind']) => void;
  route: Route;
  close: () => void;
}

export interface Counted {
  sessions: () => SessionCounts;
  sockets: () => SocketCounts;
  store: () => Promise<StoreSize | null>;
  /** Whether a run would be served. */
  healthy: () => Promise<boolean>;
}

/** From a warm start or a fast build to what a limit allows, in seconds. */
const buckets = [0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5, 10, 20, 30, 60, 120];

/** All that a request or socket may be refused for: a status, or what was wrong with it. */
const refusalReasons = [
  ...['address', 'connect', 'connections', 'host', 'pipelined', 'unread', 'upgrade', 'wire'],
  ...['413', '429', '503', '507'],
];

/** What Prometheus asks for at `/metrics`. What is counted is asked at each scrape. */
export function createMetrics(counted: Counted): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  new Gauge({
    name: 'playground_healthy',
    help: 'Whether runs can be served: 1, or 0 while GET /api/v1/health answers 503.',
    registers,
    async collect() {
      this.set((await counted.healthy()) ? 1 : 0);
    },
  });
  new Gauge({
    name: 'playground_now',
    help: 'Current counts: sessions, connected and disconnected pages, bytes of kept events, one-shot runs, containers by state, and waiters.',
    labelNames: ['what'],
    registers,
    collect() {
      for (const [what, count] of Object.entries(counted.sessions())) this.set({ what }, count);
    },
  });
  new Gauge({
    name: 'playground_sockets',
    help: 'Open sockets: idle, answering a request, or upgraded to a WebSocket.',
    labelNames: ['what'],
    registers,
    collect() {
      for (const [what, count] of Object.entries(counted.sockets())) this.set({ what }, count);
    },
  });
  new Gauge({
    name: 'playground_links',
    help: 'Number of shared links, including deleted ones.',
    registers,
    async collect() {
      const size = await counted.store();
      if (size) this.set(size.links);
    },
  });
  new Gauge({
    name: 'playground_store_bytes',
    help: 'Bytes used by all shared links and their recorded runs, limited by PLAYGROUND_STORE_MB.',
    registers,
    async collect() {
      const size = await counted.store();
      if (size) this.set(size.bytes);
    },
  });
  const loopDelay = watchEventLoop();
  new Gauge({
    name: 'playground_event_loop_delay_seconds',
    help: 'Event loop delay since the last scrape: the maximum (max) and the 99th percentile (p99).',
    labelNames: ['what'],
    registers,
    collect() {
      for (const [what, seconds] of Object.entries(loopDelay.ask())) this.set({ what }, seconds);
    },
  });
  const refusals = new Counter({
    name: 'playground_refused_total',
    help: 'Requests and sockets refused before any work was done for them, by reason.',
    labelNames: ['reason'],
    registers,
  });
  const storeFailures = new Counter({
    name: 'playground_store_failures_total',
    help: 'Times that the link store failed: full, or unavailable. Each scrape asks it for its size.',
    labelNames: ['kind'],
    registers,
  });
  const waited = new Histogram({
    name: 'playground_queue_wait_seconds',
    help: 'Time that runs and terminals waited for a container, and that runs waited to build.',
    labelNames: ['what'],
    buckets,
    registers,
  });
  const starts = new Histogram({
    name: 'playground_container_start_seconds',
    help: 'Time from requesting a container until its Postgres accepts connections.',
    buckets,
    registers,
  });
  const failures = new Counter({
    name: 'playground_container_failures_total',
    help: 'Containers that failed to start.',
    labelNames: ['kind'],
    registers,
  });
  const builds = new Histogram({
    name: 'playground_build_seconds',
    help: 'Duration of builds.',
    labelNames: ['ok'],
    buckets,
    registers,
  });
  const runs = new Histogram({
    name: 'playground_run_seconds',
    help: 'Duration of runs from start to `done`, including waiting.',
    labelNames: ['outcome'],
    buckets,
    registers,
  });

  const contained = new Counter({
    name: 'playground_contained_errors_total',
    help: 'Unexpected errors that were logged and contained to one user’s data or a timer. Each is a bug.',
    labelNames: ['door'],
    registers,
  });

  // From the start, so that a first failure is an increase.
  for (const reason of refusalReasons) refusals.inc({ reason }, 0);
  for (const kind of ['full', 'unavailable']) storeFailures.inc({ kind }, 0);
  for (const kind of ['capacity', 'engine', 'image']) failures.inc({ kind }, 0);
  for (const door of doors) contained.inc({ door }, 0);
  for (const what of ['container', 'build']) waited.zero({ what });
  for (const ok of ['true', 'false']) builds.zero({ ok });
  for (const one of outcome.options) runs.zero({ outcome: one });

  return {
    observer: {
      waited: (what, ms) => waited.observe({ what }, ms / 1000),
      containerStarted: (ms) => starts.observe(ms / 1000),
      containerFailed: (kind) => failures.inc({ kind }),
      built: (ms, ok) => builds.observe({ ok: String(ok) }, ms / 1000),
      ran: (ms, outcome) => runs.observe({ outcome }, ms / 1000),
      contained: (door) => contained.inc({ door }),
    },
    refused: (reason) => refusals.inc({ reason }),
    storeFailed: (kind) => storeFailures.inc({ kind }),
    close: loopDelay.close,
    route: {
      GET: async (_request, response) => {
        const text = await registry.metrics();
        response.writeHead(200, { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' });
        response.end(text);
      },
    },
  };
}
