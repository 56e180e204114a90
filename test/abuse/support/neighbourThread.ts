import { readFileSync } from 'node:fs';
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
  /** The code with which its page was cut off. */
  cut: number | null;
  /** The longest that the server's thread had no processor, though it had work, within a second. */
  starvedMs: number;
}

export interface NeighbourData {
  url: string;
  /** The server's process. */
  pid: number;
  /** The neighbour has an address of its own: what one address may do at most is not for it to feel. */
  from: string;
  files: ProjectFiles;
}

const healthEveryMs = 100;
const runEveryMs = 1000;
const windowMs = 1000;
/** What takes longer is told as having taken so long. */
const patienceMs = 30_000;

const { url, pid, from, files } = workerData as NeighbourData;
const agent = new Agent({ keepAlive: true, maxSockets: 4, localAddress: from });
const page = await SocketPage.connect(url, {}, from);
const nothing = (): Seen => ({ runs: [], health: [], cut: null, starvedMs: 0 });
let seen = nothing();
let since = performance.now();
let waitedBefore = waitedForProcessor();
let watching = false;
void page.closed.then((code) => {
  seen.cut = code;
});

/** How late this thread's own timers are by now, and how long the server's thread has waited for a processor. */
let late = 0;
let due = performance.now() + 10;
setInterval(() => {
  const now = performance.now();
  late += Math.max(0, now - due - 5);
  due = now + 10;
  seen.starvedMs = Math.max(seen.starvedMs, waitedForProcessor() - waitedBefore);
  if (now - since < windowMs) return;
  since = now;
  waitedBefore = waitedForProcessor();
}, 10);

/** The kernel's figure for the server's main thread; where there is none, its machine is taken to be idle. */
function waitedForProcessor(): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
}

/** Milliseconds from now to when it is asked, without those in which either thread had no processor. */
function stopwatch(): () => number {
  const begun = performance.now();
  const [lateBefore, waitedThen] = [late, waitedForProcessor()];
  return () => performance.now() - begun - (late - lateBefore) - (waitedForProcessor() - waitedThen);
}

/** Runs that have not ended, by their ids. */
const pressed = new Map<string, (outcome: string) => void>();
page.socket.on('message', () => {
  // The page has just kept it; nobody else looks at it.
  const message = page.messages.pop();
  if (message?.type === 'refused') pressed.get(message.run)?.(`refused: ${message.kind}`);
  if (message?.type === 'event' && message.event.type === 'done')
    pressed.get(message.run)?.(message.event.outcome);
});

async function press(): Promise<void> {
  const run = newId();
  const { promise, resolve } = Promise.withResolvers<string>();
  pressed.set(run, resolve);
  const patience = setTimeout(() => resolve('no end'), patienceMs);
  const taken = stopwatch();
  const sql = "select hello_my_extension(), 'neighbour'";
  page.send({ type: 'run', run, request: { files, sql, mode: 'run' } });
  const outcome = await promise;
  clearTimeout(patience);
  pressed.delete(run);
  seen.runs.push({ ms: taken(), outcome });
}

async function askHealth(): Promise<void> {
  const taken = stopwatch();
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
  seen.health.push({ ms: taken(), status });
}

async function again(everyMs: number, act: () => Promise<void>): Promise<void> {
  while (watching) {
    const begun = performance.now();
    await act();
    await sleep(Math.max(0, everyMs - (performance.now() - begun)));
  }
}

// The first Run has a container started and all compiled; from the second on it is one of unchanged files.
for (let turn = 0; turn < 4; turn++) await press();
const ready = seen;
let loops: Promise<unknown> = Promise.resolve();
parentPort?.on('message', async (word: 'watch' | 'tell' | 'leave') => {
  if (word === 'watch') {
    seen = { ...nothing(), cut: seen.cut };
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
