import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { WebSocket } from 'ws';
import { type AbuseServer, abuseServer } from '../abuse/support/abuseServer.ts';
import { askPage } from '../abuse/support/askPage.ts';
import { bounds } from '../abuse/support/harmDone.ts';
import { answerTo } from '../abuse/support/rawConnection.ts';
import { serverLook } from '../abuse/support/serverLook.ts';
import { stopSignal } from '../support/stopSignal.ts';
import { hostileFrames } from './hostileFrames.ts';
import { hostileRequests } from './hostileRequests.ts';

/** Inputs at once; then the server is looked at. */
const batch = 12;

/** What a request may wait for its answer before it is given up. */
const patienceMs = 400;

/**
 * Hostile requests and pages for a real server. What failed is told with the seed of its batch, which comes first when that
 * seed is given.
 */
export async function fuzzEndpoints(wish: {
  seconds: number;
  seed: number;
  only: string | null;
}): Promise<{ lines: string[]; failures: number }> {
  await using server = await abuseServer('fuzz', { PLAYGROUND_ADDRESS_SHARES_PER_MINUTE: '60000' });
  const requests = hostileRequests(new URL(server.url).host);
  const frames = hostileFrames();
  const kinds = {
    http: (seed: number) =>
      fc
        .sample(requests, { seed, numRuns: batch })
        .map((sent) => answerTo(server.url, Buffer.from(sent, 'latin1'), patienceMs)),
    socket: (seed: number) =>
      fc.sample(frames, { seed, numRuns: batch }).map((said) => sayAll(server.url, said)),
  };
  const before = await serverLook(server);
  const until = performance.now() + wish.seconds * 1000;
  const lines: string[] = [];
  const stop = stopSignal();
  let inputs = 0;
  for (let round = 0; !stop.aborted && performance.now() < until && lines.length === 0; round++) {
    const seed = (wish.seed + round) | 0;
    for (const [kind, start] of Object.entries(kinds)) {
      if (wish.only !== null && wish.only !== kind) continue;
      await Promise.all(start(seed));
      inputs += batch;
      const problem = await problemOf(server);
      if (problem !== null)
        lines.push(`FAILED ${kind}: ${problem}\n  again: npm run fuzz -- --only ${kind} --seed ${seed}`);
    }
  }
  await sleep(2000);
  const after = await serverLook(server);
  lines.push(
    `Endpoints: ${inputs} inputs; RSS ${before.rssMb.toFixed(0)} to ${after.rssMb.toFixed(0)} MB, descriptors ${before.descriptors} to ${after.descriptors}, sessions ${before.sessions} to ${after.sessions}.`,
  );
  return { lines, failures: lines.length - 1 };
}

/** What is wrong with the server after a batch, or null. */
async function problemOf(server: AbuseServer): Promise<string | null> {
  const { child, output } = server.process;
  if (child.exitCode !== null || child.signalCode !== null) return `the server died:\n${output.slice(-2000)}`;
  const { status } = await askPage(`${server.url}/api/v1/health`, { from: '127.0.0.2' });
  if (status !== 200) return `health answered ${status}`;
  const { delayMs, contained } = await serverLook(server);
  if (contained > 0) return `errors were contained:\n${output.slice(-2000)}`;
  return delayMs > 2 * bounds.delayMs ? `the event loop was held up for ${delayMs.toFixed(0)} ms` : null;
}

async function sayAll(url: string, frames: readonly string[]): Promise<void> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/v1/session`, { origin: url });
  socket.on('error', () => {});
  const closed = new Promise((resolve) => socket.once('close', resolve));
  await new Promise((resolve) => {
    socket.once('open', resolve);
    socket.once('close', resolve);
  });
  for (const frame of frames) {
    if (socket.readyState !== socket.OPEN) break;
    socket.send(frame);
    await sleep(5);
  }
  await Promise.race([closed, sleep(patienceMs)]);
  if (socket.readyState === socket.OPEN) socket.send('{"type":"leave"}');
  socket.close();
  await Promise.race([closed, sleep(patienceMs)]);
  socket.terminate();
}
