import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { ProjectFiles } from '../../../protocol/project.ts';
import { newId } from '../../../server/base/newId.ts';
import { SocketPage } from '../../support/SocketPage.ts';

/** What the neighbour has seen since it was last asked, in milliseconds. */
export interface Seen {
  /** Each Run, from its being pressed to `done`, and what came of it where that was not `ok`. */
  runs: { ms: number; outcome: string }[];
  /** Each question about the server's health. */
  health: { ms: number; status: number }[];
  /** Whether its page was cut off. */
  cut: number | null;
}

export interface NeighbourData {
  url: string;
  /** The neighbour has an address of its own: what one address may do at most is not for it to feel. */
  from: string;
  files: ProjectFiles;
}

const healthEveryMs = 100;
const runEveryMs = 1000;
/** What takes longer is told as having taken so long. */
const patienceMs = 30_000;

const { url, from, files } = workerData as NeighbourData;
const agent = new Agent({ keepAlive: true, maxSockets: 4, localAddress: from });
const page = await SocketPage.connect(url, {}, from);
let seen: Seen = { runs: [], health: [], cut: null };
let watching = false;
void page.closed.then((code) => {
  seen.cut = code;
});

/** How late this thread's own timers are by now: where the whole machine is busy, that is not the server's doing. */
let late = 0;
let due = performance.now() + 10;
setInterval(() => {
  const now = performance.now();
  late += Math.max(0, now - due - 5);
  due = now + 10;
}, 10);

async function press(): Promise<void> {
  const run = newId();
  const begun = performance.now();
  const before = late;
  const sql = "select hello_my_extension(), 'neighbour'";
  page.send({ type: 'run', run, request: { files, sql, mode: 'run' } });
  const done = page
    .until('event', (message) => message.run === run && message.event.type === 'done')
    .then(({ event }) => (event.type === 'done' ? event.outcome : 'none'));
  const refused = page
    .until('refused', (message) => message.run === run)
    .then(({ kind }) => `refused: ${kind}`);
  for (const end of [done, refused]) end.catch(() => {});
  const outcome = await Promise.race([done, refused, sleep(patienceMs, 'no end')]).catch(String);
  seen.runs.push({ ms: performance.now() - begun - (late - before), outcome });
  // What it has heard is not looked through again at each Run.
  page.messages.splice(0);
}

async function askHealth(): Promise<void> {
  const begun = performance.now();
  const before = late;
  const status = await new Promise<number>((resolve) => {
    const asked = request(`${url}/api/v1/health`, { agent, timeout: patienceMs }, (response) => {
      response.resume();
      response.once('error', () => resolve(0));
      response.once('end', () => resolve(response.statusCode ?? 0));
    });
    asked.once('error', () => resolve(0));
    asked.once('timeout', () => asked.destroy());
    asked.end();
  });
  seen.health.push({ ms: performance.now() - begun - (late - before), status });
}

async function again(everyMs: number, act: () => Promise<void>): Promise<void> {
  while (watching) {
    const begun = performance.now();
    await act();
    await sleep(Math.max(0, everyMs - (performance.now() - begun)));
  }
}

// The first Run has a container started and all compiled; from the second on it is one of unchanged files.
await press();
await press();
const ready = seen;
let loops: Promise<unknown> = Promise.resolve();
parentPort?.on('message', async (word: 'watch' | 'tell' | 'leave') => {
  if (word === 'watch') {
    seen = { runs: [], health: [], cut: seen.cut };
    watching = true;
    loops = Promise.all([again(runEveryMs, press), again(healthEveryMs, askHealth)]);
  } else if (word === 'tell') {
    watching = false;
    await loops;
    parentPort?.postMessage(seen);
  } else {
    page.send({ type: 'leave' });
    page.socket.close();
    await page.closed;
    agent.destroy();
    parentPort?.postMessage('left');
  }
});
parentPort?.postMessage(ready);
