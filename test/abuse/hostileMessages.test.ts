import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../protocol/limits.ts';
import { closeCodes } from '../../protocol/version.ts';
import { newId } from '../../server/base/newId.ts';
import { library } from '../server/playground.ts';
import { type RealServer, startRealServer } from '../server/realServer.ts';
import { SocketPage } from '../support/SocketPage.ts';
import { flood, slowestHealth } from '../support/slowestHealth.ts';

const file = '{"src/lib.rs":""}';
const many = (count: number, one: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => one(n)).join();
const run = (request: string) => `{"type":"run","run":"${newId()}","request":${request}}`;
const question = (params: string) =>
  `{"type":"language.message","message":{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":${params}}}`;

/** Frames of some megabyte, each the worst of its kind that could be thought of. */
const frames: Record<string, string> = {
  'file names': run(`{"files":{${many(65_000, (n) => `"f${n}":""`)}}}`),
  'bad file names': run(`{"files":{${many(9_000, (n) => `"/f${n}":1`)}}}`),
  'names of tests': run(`{"files":${file},"only":[${many(9_900, () => '1')}]}`),
  'one long file': run(`{"files":{"src/lib.rs":"${'\\u00e9'.repeat(170_000)}"}}`),
  'one long name': run(`{"files":{"${'a/'.repeat(500_000)}":""}}`),
  'a long script': run(`{"files":${file},"sql":"${'é'.repeat(500_000)}"}`),
  'values in each other': question(`${'['.repeat(500_000)}${']'.repeat(500_000)}`),
  'small values': question(`[${'{},'.repeat(340_000)}1]`),
  keys: `{"type":"ping",${many(80_000, (n) => `"k${n}":1`)}}`,
  blanks: ' '.repeat(1_000_000),
  'a number': '1'.repeat(1_000_000),
};

let real: RealServer;
beforeAll(async () => {
  real = await startRealServer('abuse-messages');
});
afterAll(() => real[Symbol.asyncDispose]());

async function runOn(page: SocketPage, sql = 'select 1'): Promise<number> {
  const id = newId();
  const files = library('#[pg_extern]\nfn hello() -> i32 { 1 }');
  const began = performance.now();
  page.send({ type: 'run', run: id, request: { files, sql } });
  const { event } = await page.until('event', (one) => one.run === id && one.event.type === 'done');
  expect(event).toMatchObject({ outcome: 'ok' });
  return performance.now() - began;
}

describe('frames', () => {
  it.each(Object.keys(frames))('of %s from ten sockets at once hold nobody up', async (name) => {
    const frame = frames[name] ?? '';
    expect(frame.length).toBeLessThanOrEqual(limits.clientFrameBytes);
    const { url } = real.server;
    const slowest = await slowestHealth(url, () => flood({ url, frame, sockets: 10, times: 4 }));
    expect(slowest).toBeLessThan(200);
  });

  it('that are small, four hundred of each of fifty sockets at once, hold nobody up', async () => {
    const { url } = real.server;
    const frame = '{"type":"keepAwake"}';
    const slowest = await slowestHealth(url, () => flood({ url, frame, sockets: 50, times: 390 }));
    expect(slowest).toBeLessThan(200);
  });
});

describe('messages that each start a process', () => {
  it('leave a neighbour’s run and health as they are, and are answered or end with tooMany', async () => {
    await using neighbour = await SocketPage.connect(real.server.url);
    await using page = await SocketPage.connect(real.server.url);
    await Promise.all([runOn(neighbour), runOn(page)]);
    const alone = await runOn(neighbour);
    let beside = 0;
    const slowest = await slowestHealth(real.server.url, async () => {
      const talking = (async () => {
        for (let n = 0; n < 400 && page.socket.readyState === page.socket.OPEN; n++) {
          page.send({ type: 'serverLog.follow' });
          page.send({ type: n % 2 ? 'serverLog.leave' : 'objects.ask' });
          page.send({ type: 'package.get', format: 'deb' });
          page.send({ type: 'connection.open', connection: 'a' });
          page.send({ type: 'connection.close', connection: 'a' });
          await sleep(12);
        }
      })();
      beside = await runOn(neighbour);
      await talking;
    });
    expect(slowest).toBeLessThan(200);
    expect(beside).toBeLessThan(alone + 1_000);
    const closed = await Promise.race([page.closed, sleep(0, null)]);
    expect([null, closeCodes.tooMany]).toContain(closed);
    expect(page.of('package.failed').length).toBeGreaterThan(0);
  });

  it('do not take a container, nor anything of a session that comes back', async () => {
    await using page = await SocketPage.connect(real.server.url);
    await runOn(page);
    const { session } = await page.until('welcome');
    for (let n = 0; n < 350; n++) page.send({ type: 'settings.ask' });
    await page.until('settings', ({ problem }) => problem !== null);
    await page[Symbol.asyncDispose]();
    await using again = await SocketPage.connect(real.server.url, { type: 'hello', session });
    expect(again.of('welcome')).toMatchObject([{ resumed: true }]);
    await runOn(again);
  });
});
