import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { abuseServer } from '../abuse/support/abuseServer.ts';
import { askPage } from '../abuse/support/askPage.ts';
import { collectGarbage, serverLook } from '../abuse/support/serverLook.ts';
import { within } from '../abuse/support/within.ts';
import { stopSignal } from '../support/stopSignal.ts';
import { type Met, visit } from './honestUser.ts';
import { hostileActs } from './hostileUsers.ts';
import { seededRandom } from './seededRandom.ts';
import { soakVerdict } from './soakVerdict.ts';

/** `npm run soak -- --minutes 10 --seed N`: hostile and honest users on one server, which must end as it began. */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
  },
});
const minutes = Number(values.minutes);
const seed = Number(values.seed);
if (!(minutes > 0) || !Number.isSafeInteger(seed)) {
  console.error('Use --minutes N and --seed N.');
  process.exit(2);
}

/** So many attack at once, beside so many who work. */
const hostileUsers = 3;
const honestUsers = 2;
const healthEveryMs = 250;
/** A server that was attacked removes containers, and lets sockets of vanished pages time out. */
const settleMs = 90_000;
/** The same for so long before what it has is looked at: what it keeps of pages is bounded, and filled by then. */
const warmUpMinutes = 1;

console.log(`Seed ${seed}, ${minutes} min.`);
await using server = await abuseServer('soak', {
  PLAYGROUND_AWAY_SECONDS: '10',
  PLAYGROUND_IDLE_MINUTES: '1',
});
const { url } = server;
const random = seededRandom(seed);
const names = Object.keys(hostileActs);
let until = 0;
let met: Met = { runs: [], failures: [] };
const acts = new Map<string, number>();
let worstHealth = 0;
let unwell = 0;
let worstDelay = 0;
const stop = stopSignal();
const isOn = () => !stop.aborted && performance.now() < until && server.process.child.exitCode === null;

async function attack(): Promise<void> {
  while (isOn()) {
    const name = names[Math.floor(random() * names.length)] ?? '';
    acts.set(name, (acts.get(name) ?? 0) + 1);
    // What the server does to an attacker is its own affair.
    await hostileActs[name]?.(url, Math.floor(random() * 2 ** 31)).catch(() => {});
    await sleep(200);
  }
}

async function work(nth: number): Promise<void> {
  while (isOn()) {
    await visit(url, `127.0.0.${nth + 2}`, met).catch(
      (error: Error) => void met.failures.push(error.message),
    );
    await sleep(1000);
  }
}

async function askHealth(): Promise<void> {
  while (isOn()) {
    const begun = performance.now();
    const { status } = await askPage(`${url}/api/v1/health`, { from: '127.0.0.9' });
    worstHealth = Math.max(worstHealth, performance.now() - begun);
    if (status !== 200) unwell += 1;
    await sleep(healthEveryMs);
  }
}

async function report(): Promise<void> {
  while (isOn()) {
    await sleep(10_000);
    const now = await serverLook(server).catch(() => null);
    if (!now) return;
    worstDelay = Math.max(worstDelay, now.delayMs);
    const left = Math.max(0, Math.round((until - performance.now()) / 1000));
    console.log(
      `${left} s left: ${met.runs.length} honest runs, ${met.failures.length} failures, RSS ${now.rssMb.toFixed(0)} MB, ${now.descriptors} descriptors, ${now.containers} containers, ${now.sessions} sessions, event loop ${now.delayMs.toFixed(0)} ms`,
    );
  }
}

async function mix(forMinutes: number): Promise<void> {
  until = performance.now() + forMinutes * 60_000;
  await Promise.all([
    ...Array.from({ length: hostileUsers }, attack),
    ...Array.from({ length: honestUsers }, (_, nth) => work(nth)),
    askHealth(),
    report(),
  ]);
}

await mix(warmUpMinutes);
await within(settleMs, async () => ((await serverLook(server)).sessions > 0 ? ['sessions are left'] : []));
await collectGarbage(server);
const before = await serverLook(server);
console.log('Warm; the soak begins.');
met = { runs: [], failures: [] };
acts.clear();
[worstHealth, worstDelay, unwell] = [0, 0, 0];
await mix(minutes);
console.log(`Attacks: ${[...acts].map(([name, times]) => `${name} ${times}`).join(', ')}.`);
const verdict = await soakVerdict(server, { before, met, worstHealth, unwell, worstDelay, settleMs });
for (const line of verdict.lines) console.log(line);
process.exitCode = verdict.ok ? 0 : 1;
