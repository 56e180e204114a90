import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Observer } from '../sessions/observer.ts';
import type { SessionCounts } from '../sessions/sessionCounts.ts';
import type { Route } from './route.ts';

export interface Metrics {
  observer: Observer;
  route: Route;
}

/** From a warm start or a fast build to what a limit allows, in seconds. */
const buckets = [0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5, 10, 20, 30, 60, 120];

/** What Prometheus asks for at `/metrics`. `counts` is asked at each scrape. */
export function createMetrics(counts: () => SessionCounts): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  new Gauge({
    name: 'playground_now',
    help: 'Current counts: sessions, connected pages, one-shot runs, containers by state, and waiters.',
    labelNames: ['what'],
    registers,
    collect() {
      for (const [what, count] of Object.entries(counts())) this.set({ what }, count);
    },
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

  return {
    observer: {
      waited: (what, ms) => waited.observe({ what }, ms / 1000),
      containerStarted: (ms) => starts.observe(ms / 1000),
      containerFailed: (kind) => failures.inc({ kind }),
      built: (ms, ok) => builds.observe({ ok: String(ok) }, ms / 1000),
      ran: (ms, outcome) => runs.observe({ outcome }, ms / 1000),
    },
    route: {
      GET: async (_request, response) => {
        const text = await registry.metrics();
        response.writeHead(200, { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' });
        response.end(text);
      },
    },
  };
}
