import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { AbuseServer } from './abuseServer.ts';
import { harmDone, leftOver } from './harmDone.ts';
import type { NeighbourData, Seen } from './neighbourThread.ts';
import { serverLook } from './serverLook.ts';
import { within } from './within.ts';

/**
 * Somebody else on the same server: a page with a container and a built project. Works in a thread of its own, so that what
 * an attack costs the attacker does not count.
 */
export interface Neighbour extends AsyncDisposable {
  /**
   * Presses Run each second and asks for the server's health ten times a second while an attack goes on. Throws, with what
   * was seen, where the neighbour felt the attack, or the server has not let go of what it took soon after it.
   */
  unharmed(attack: () => Promise<unknown>): Promise<void>;
}

/** What an attack took is given back within so long: grace of sockets, the Engine's removal of a container. */
const settleMs = 20_000;

/** A server that died or hangs closes no socket. */
const leaveMs = 3_000;

export async function watchNeighbour(server: AbuseServer): Promise<Neighbour> {
  const data: NeighbourData = {
    url: server.url,
    pid: server.process.child.pid ?? 0,
    from: '127.0.0.2',
    files: { 'src/lib.rs': readFileSync('docker/starter/src/lib.rs', 'utf8') },
  };
  const thread = new Worker(new URL('./neighbourThread.ts', import.meta.url), { workerData: data });
  const [first] = (await once(thread, 'message')) as [Seen];
  if (first.runs.some(({ outcome }) => outcome !== 'ok'))
    throw new Error(`The neighbour cannot run anything, before any attack: ${JSON.stringify(first)}`);
  // The first two compile and create; the others are what a Run takes on this machine now.
  const usualRunMs = Math.max(...first.runs.slice(2).map(({ ms }) => ms));
  return {
    async unharmed(attack) {
      const before = await serverLook(server);
      thread.postMessage('watch');
      const failed = await attack().then(
        () => null,
        (error: unknown) => error,
      );
      thread.postMessage('tell');
      const [seen] = (await once(thread, 'message')) as [Seen];
      const { child, output } = server.process;
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`The server died (${child.exitCode ?? child.signalCode}):\n${output.slice(-3000)}`);
      const { delayMs } = await serverLook(server);
      const harm = harmDone(seen, { delayMs, usualRunMs });
      const left = await within(settleMs, async () => leftOver(before, await serverLook(server)));
      if (harm.length + left.length > 0) throw new Error([...harm, ...left].join('\n'));
      if (failed) throw failed;
    },
    async [Symbol.asyncDispose]() {
      thread.postMessage('leave');
      await Promise.race([once(thread, 'message'), once(thread, 'exit'), sleep(leaveMs)]);
      await thread.terminate();
    },
  };
}
