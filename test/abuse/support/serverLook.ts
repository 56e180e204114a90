import { readdirSync, readFileSync } from 'node:fs';
import type { AbuseServer } from './abuseServer.ts';
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
}

/** Looks at a server from outside: the kernel's figures, the Engine's, and its own at `/metrics`. */
export async function serverLook({ process: { child }, instance, url }: AbuseServer): Promise<ServerLook> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const gauge = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1] ?? 0);
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return {
    rssMb: Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024,
    descriptors: readdirSync(`/proc/${child.pid}/fd`).length,
    containers: (await ownContainers(instance)).length,
    sessions: gauge('playground_now\\{what="sessions"\\}'),
    sockets: gauge('playground_now\\{what="connected"\\}'),
    delayMs: gauge('playground_event_loop_delay_seconds\\{what="max"\\}') * 1000,
  };
}
