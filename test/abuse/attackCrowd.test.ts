import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { protocolVersion } from '../../protocol/version.ts';
import { newId } from '../../server/base/newId.ts';
import { SocketPage } from '../support/SocketPage.ts';
import { Attacker } from './support/Attacker.ts';
import { attacked } from './support/attacked.ts';
import { rawConnection } from './support/rawConnection.ts';
import { within } from './support/within.ts';

/** A small server, so that a crowd of one address is small too. */
const server = attacked('crowd', {
  PLAYGROUND_SESSIONS: '4',
  PLAYGROUND_QUEUE: '20',
  PLAYGROUND_CONNECTIONS: '300',
  PLAYGROUND_AWAY_SECONDS: '5',
});

const files = { 'src/lib.rs': 'fn a() {}' };
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

it('links without number, and still one’s own', async () => {
  await server.unharmed(async () => {
    const body = JSON.stringify({ title: 'x', files: { 'src/lib.rs': 'x'.repeat(200_000) } });
    await Promise.all(
      Array.from({ length: 8 }, async (_, client) => {
        for (let n = 0; n < 10; n++)
          await fetch(`${server.url}/api/v1/snippets`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: body.replace('x', `${client}-${n}`),
          }).then((answer) => answer.text());
      }),
    );
  });
});

it('a clock that is put back by an hour ends no run late, and no session early', async () => {
  await using attacker = await Attacker.connect(server.url);
  await server.unharmed(async () => {
    const run = attacker.run({ files, sql: 'select pg_sleep(60)' });
    await sleep(1000);
    server.server.process.child.kill('SIGUSR2');
    await attacker.page.until('session');
    // The statement's own limit ends it: in ten seconds, whatever the clock says.
    const done = await soon(30_000, 'The run', run);
    expect(done).not.toBeNull();
    const problems = await within(5000, async () => {
      const metrics = await (await fetch(`${server.url}/metrics`)).text();
      return metrics.split('\n').filter((line) => /_seconds_sum.* -/.test(line));
    });
    expect(problems).toEqual([]);
    const told = attacker.page.of('event').map(({ event }) => event);
    expect(told.filter((event) => 'ms' in event && typeof event.ms === 'number' && event.ms < 0)).toEqual([]);
  });
});
