import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { protocolVersion } from '../../protocol/version.ts';
import { newId } from '../../server/base/newId.ts';
import { SocketPage } from '../support/SocketPage.ts';
import { Attacker } from './support/Attacker.ts';
import { askPage } from './support/askPage.ts';
import { attacked } from './support/attacked.ts';
import { rawConnection } from './support/rawConnection.ts';
import { share } from './support/share.ts';

/** A small server, so that a crowd of one address is small too. */
const server = attacked('crowd', {
  PLAYGROUND_SESSIONS: '4',
  PLAYGROUND_BUILDS: '2',
  PLAYGROUND_QUEUE: '20',
  PLAYGROUND_CONNECTIONS: '300',
  PLAYGROUND_STATEMENT_SECONDS: '2',
  PLAYGROUND_STORE_MB: '10',
  PLAYGROUND_ADDRESS_SHARE_MB_PER_DAY: '3',
});

const files = { 'src/lib.rs': 'use pgrx::prelude::*;\npg_module_magic!();\n' };
const newcomer = '127.0.0.3';

/** Somebody of another address, who has come just now. */
async function newcomerRuns(): Promise<void> {
  await using page = await SocketPage.connect(server.url, {}, newcomer);
  page.send({ type: 'terminal.open', columns: 80, rows: 24 });
  await page.until('terminal.output');
  page.send({ type: 'leave' });
  page.socket.close();
  await page.closed;
}

/** Rejects where something takes longer; a newcomer is served once what others do not need is taken from them. */
async function soon<T>(ms: number, what: string, wanted: Promise<T>): Promise<T> {
  const late = sleep(ms).then(() => {
    throw new Error(`${what} took over ${ms} ms.`);
  });
  late.catch(() => {});
  return await Promise.race([wanted, late]);
}

it('queued runs whose pages have vanished', async () => {
  await server.unharmed(async () => {
    const pages = await Promise.all(Array.from({ length: 25 }, () => SocketPage.connect(server.url)));
    for (const page of pages)
      page.send({ type: 'run', run: newId(), request: { files, sql: 'select pg_sleep(9)', mode: 'run' } });
    await sleep(500);
    for (const page of pages) page.socket.terminate();
    await soon(20_000, 'A newcomer’s terminal', newcomerRuns());
  });
});

it('builds that hang, in every place for builds', async () => {
  const hanging = {
    ...files,
    'build.rs': 'fn main() { std::thread::sleep(std::time::Duration::from_secs(99)); }',
  };
  const attackers = await Promise.all([1, 2].map(() => Attacker.connect(server.url)));
  const ends = attackers.map(async (attacker) => attacker.run({ files: hanging }));
  await Promise.all(attackers.map(({ page }) => page.until('event', ({ event }) => event.type === 'log')));
  await using stranger = await Attacker.connect(server.url, newcomer);
  // The neighbour may wait before: one who has no place gets a further one after 3 s each.
  const { outcome } = await soon(10_000, 'A newcomer’s run', stranger.run({ files }));
  expect(outcome).toBe('ok');
  for (const attacker of attackers) await attacker[Symbol.asyncDispose]();
  await Promise.all(ends);
});

it('containers whose pages have vanished', async () => {
  await server.unharmed(async () => {
    const pages = await Promise.all(Array.from({ length: 4 }, () => SocketPage.connect(server.url)));
    for (const page of pages) page.send({ type: 'terminal.open', columns: 80, rows: 24 });
    await Promise.race([pages[0]?.until('terminal.output'), sleep(5000)]);
    for (const page of pages) page.socket.terminate();
    await soon(25_000, 'A newcomer’s terminal', newcomerRuns());
  });
});

it('one address that takes all the sockets it can get', async () => {
  await server.unharmed(async () => {
    const sockets = await Promise.all(
      Array.from({ length: 400 }, () => rawConnection(server.url).catch(() => null)),
    );
    await sleep(500);
    await soon(5000, 'A newcomer’s page', SocketPage.connect(server.url, {}, newcomer)).then((page) =>
      page[Symbol.asyncDispose](),
    );
    for (const socket of sockets) socket?.destroy();
  });
});

it('one address that opens all the sessions it can get', async () => {
  await server.unharmed(async () => {
    for (let turn = 0; turn < 10; turn++)
      await Promise.all(
        Array.from({ length: 20 }, async () => {
          const socket = new WebSocket(`${server.url.replace('http', 'ws')}/api/v1/session`, {
            origin: server.url,
          });
          socket.on('error', () => {});
          socket.on('open', () => {
            socket.send(
              JSON.stringify({ type: 'hello', version: protocolVersion, after: 0, terminalAfter: 0 }),
            );
          });
          await new Promise((resolve) => {
            socket.once('message', resolve);
            socket.once('close', resolve);
          });
          socket.terminate();
        }),
      );
  });
});

it('one address that makes links without number', async () => {
  await server.unharmed(async () => {
    const made = Array.from({ length: 60 }, async () => {
      // What does not compress takes all the room that it says.
      const text = randomBytes(100_000).toString('hex');
      return await share(server.url, { files: { 'src/lib.rs': text } }).then(
        () => true,
        () => false,
      );
    });
    const ends = await Promise.all(made);
    expect(ends).toContain(false);
    await share(server.url, {}, newcomer);
  });
});

it('a clock that is put back by an hour ends no run late, and no session early', async () => {
  await server.unharmed(async () => {
    await using attacker = await Attacker.connect(server.url);
    const run = attacker.run({ files, sql: 'select pg_sleep(60)' });
    await attacker.page.until('event', ({ event }) => event.type === 'phase' && event.phase === 'running');
    server.server.process.child.kill('SIGUSR2');
    // The statement's own limit ends it: in two seconds, whatever the clock says.
    const { outcome, told } = await soon(20_000, 'The run', run);
    expect(outcome).toBe('limited');
    expect(told).not.toMatch(/"\w*[mM]s":-/);
    const { body } = await askPage(`${server.url}/metrics`, { from: newcomer });
    expect(body.split('\n').filter((line) => /_seconds_sum.* -/.test(line))).toEqual([]);
  });
});
