import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConnectionEvent } from '../../protocol/messages/connectionMessages.ts';
import { newId } from '../../server/base/newId.ts';
import { noteOpenResources } from '../support/openResources.ts';
import { SocketPage } from '../support/SocketPage.ts';
import { type RealServer, startRealServer } from './realServer.ts';

const openSince = noteOpenResources();
let real: RealServer;
let page: SocketPage;

beforeAll(async () => {
  real = await startRealServer('connections');
  page = await SocketPage.connect(real.server.url);
});

afterAll(async () => {
  await page[Symbol.asyncDispose]();
  await real[Symbol.asyncDispose]();
  expect(await openSince()).toEqual([]);
});

async function open(connection: string): Promise<number> {
  page.send({ type: 'connection.open', connection });
  const state = await page.until(
    'connection.state',
    (one) => one.connection === connection && one.pid !== null,
  );
  return state.pid ?? 0;
}

function begin(connection: string, sql: string): string {
  const execution = newId();
  page.send({ type: 'connection.execute', connection, execution, sql });
  return execution;
}

/** The events of an execution, once it is done. */
async function ended(execution: string): Promise<ConnectionEvent[]> {
  await page.until('connection.event', (one) => one.execution === execution && one.event.type === 'done');
  return page.of('connection.event').flatMap((one) => (one.execution === execution ? [one.event] : []));
}

const execute = (connection: string, sql: string) => ended(begin(connection, sql));
const rows = (events: ConnectionEvent[]) =>
  events.flatMap((event) => (event.type === 'statement' ? event.rows : []));

async function run(body: string): Promise<void> {
  const id = newId();
  const source = `use pgrx::prelude::*;\npg_module_magic!();\n#[pg_extern]\nfn go() -> i32 { ${body} }\n`;
  page.send({
    type: 'run',
    run: id,
    request: { files: { 'src/lib.rs': source }, sql: 'select go()', mode: 'run' },
  });
  const done = await page.until('event', (one) => one.run === id && one.event.type === 'done');
  expect(done.event).toMatchObject({ outcome: 'ok' });
}

describe('connections beside runs', () => {
  it('[N1] [N2] keep their state from one execution to the next', async () => {
    await open('A');
    const events = await execute('A', "begin; set local work_mem = '5MB'");
    expect(events.map(({ type }) => type)).toEqual(['execution', 'phase', 'statement', 'statement', 'done']);
    expect(rows(await execute('A', 'show work_mem'))).toEqual([['5MB']]);
    const inside = page.of('connection.state').findLast(({ connection }) => connection === 'A');
    expect(inside).toMatchObject({ transaction: 'open', status: 'open' });
    await execute('A', 'rollback');
    expect(rows(await execute('A', 'show work_mem'))).toEqual([['4MB']]);
  });

  it('shows who waits for whose lock', async () => {
    const a = await open('A');
    await open('B');
    await execute('A', 'create table t (n int); insert into t values (1); begin; update t set n = 2');
    const waiting = begin('B', 'update t set n = n + 1');
    const state = await page.until('connection.state', (one) => one.waitsFor.length > 0);
    expect(state).toMatchObject({ connection: 'B', waitsFor: [a] });
    await execute('A', 'commit');
    expect((await ended(waiting)).at(-1)).toMatchObject({ outcome: 'ok' });
    expect(rows(await execute('B', 'select n from t'))).toEqual([['3']]);
  });

  it('[N2] tells notifications when they come', async () => {
    await execute('A', 'listen news');
    await execute('B', "notify news, 'hello'");
    const told = await page.until('connection.event', (one) => one.event.type === 'notification');
    expect(told).toMatchObject({
      connection: 'A',
      execution: null,
      event: { channel: 'news', payload: 'hello' },
    });
  });

  it('[N5] keep the old library over a build, until they reconnect', async () => {
    await run('1');
    expect(rows(await execute('A', 'select go()'))).toEqual([['1']]);
    await run('2');
    const old = await page.until(
      'connection.state',
      (one) => one.connection === 'A' && one.libraries.some(({ replaced }) => replaced),
    );
    expect(old.libraries).toEqual([{ file: 'my_extension.so', replaced: true }]);
    expect(rows(await execute('A', 'select go()'))).toEqual([['1']]);
    expect(rows(await execute('B', 'select go()'))).toEqual([['2']]);
    page.send({ type: 'connection.close', connection: 'A' });
    await page.until('connection.state', (one) => one.connection === 'A' && one.status === 'closed');
    await open('A');
    expect(rows(await execute('A', 'select go()'))).toEqual([['2']]);
  });

  it('[N4] can be cancelled, and live on', async () => {
    const execution = begin('A', 'select pg_sleep(600)');
    await page.until('connection.state', (one) => one.running === execution);
    page.send({ type: 'connection.cancel', connection: 'A' });
    const events = await ended(execution);
    expect(events.at(-1)).toMatchObject({ outcome: 'cancelled' });
    expect(rows(await execute('A', 'select 1'))).toEqual([['1']]);
  });

  it('[N5] are cut by a crash of another, and open again by themselves', async () => {
    const events = await execute('B', 'select pg_terminate_backend(pg_backend_pid())');
    expect(events.at(-1)).not.toMatchObject({ outcome: 'ok' });
    expect(rows(await execute('B', 'select 2'))).toEqual([['2']]);
  });

  it('[N3] tell a page that comes back all that is kept', async () => {
    const session = page.of('welcome')[0]?.session ?? '';
    await page[Symbol.asyncDispose]();
    page = await SocketPage.connect(real.server.url, { session });
    const state = await page.until('connection.state', (one) => one.connection === 'B');
    expect(state).toMatchObject({ fresh: true, status: 'open' });
    const kept = await page.until(
      'connection.event',
      (one) => one.connection === 'B' && one.event.type === 'statement',
    );
    expect(kept.execution).not.toBeNull();
  });

  it('[N1] are so many, and have names that can be told apart', async () => {
    for (const name of ['C', 'D', 'E', 'F']) await open(name);
    page.send({ type: 'connection.open', connection: 'G' });
    const refused = await page.until('connection.state', (one) => one.connection === 'G');
    expect(refused).toMatchObject({ status: 'closed', message: expect.stringContaining('at most 6') });
    page.send({ type: 'connection.open', connection: '../x' });
    expect(await page.closed).toBe(4400);
  });
});
