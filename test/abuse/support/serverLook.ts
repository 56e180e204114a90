import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AbuseServer } from './abuseServer.ts';
import { askPage } from './askPage.ts';
import { ownContainers } from './ownContainers.ts';

/** What a server takes of its machine. */
export interface ServerLook {
  rssMb: number;
  descriptors: number;
  containers: number;
  sessions: number;
  sockets: number;
  /** The longest that its event loop has been held up since the last look, in milliseconds. */
  delayMs: number;
  /** Unexpected errors that it has contained since its start: each is a bug. */
  contained: number;
}

/** Who looks has an address of its own: what an attacker’s may not do any more is not for it to feel. */
const watcher = '127.0.0.9';

/** Looks at a server from outside: the kernel's figures, the Engine's, and its own at `/metrics`. */
export async function serverLook({ process: { child }, instance, url }: AbuseServer): Promise<ServerLook> {
  const { status: answered, body: metrics } = await askPage(`${url}/metrics`, { from: watcher });
  if (answered !== 200) throw new Error(`The server’s metrics were answered with ${answered}.`);
  const gauge = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1] ?? 0);
  const sum = (name: string) =>
    [...metrics.matchAll(new RegExp(`^${name}\\{[^}]*\\} (\\S+)$`, 'gm'))].reduce(
      (all, [, count]) => all + Number(count),
      0,
    );
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return {
    rssMb: Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024,
    descriptors: readdirSync(`/proc/${child.pid}/fd`).length,
    containers: (await ownContainers(instance)).length,
    sessions: gauge('playground_now\\{what="sessions"\\}'),
    sockets: gauge('playground_now\\{what="connected"\\}'),
    contained: sum('playground_contained_errors_total'),
    delayMs: gauge('playground_event_loop_delay_seconds\\{what="max"\\}') * 1000,
  };
}

/** Major collections of all threads take some 100 ms; what they free is given back to the kernel soon after. */
const collectMs = 2_000;

/** Has each of a server's threads collect its garbage: what is looked at then is what it keeps. */
export async function collectGarbage({ process: { child } }: AbuseServer): Promise<void> {
  child.kill('SIGWINCH');
  await sleep(collectMs);
}
