import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunEvent } from '../../protocol/events/events.ts';
import type { ProjectFiles, RunMode } from '../../protocol/project.ts';
import { newId } from '../../server/base/newId.ts';
import { noteOpenResources } from '../support/openResources.ts';
import { SocketPage } from '../support/SocketPage.ts';
import { library } from './playground.ts';
import { type RealServer, startRealServer } from './realServer.ts';

const openSince = noteOpenResources();
let real: RealServer;
let page: SocketPage;

beforeAll(async () => {
  real = await startRealServer('serverLog');
  page = await SocketPage.connect(real.server.url);
});

afterAll(async () => {
  await page[Symbol.asyncDispose]();
  await real[Symbol.asyncDispose]();
  expect(await openSince()).toEqual([]);
});

const hello = library(`
#[pg_extern]
fn say(what: &str) { log!("rust logs {what}"); println!("rust prints {what}"); }
`);

async function run(sql: string, files: ProjectFiles = hello, mode: RunMode = 'run'): Promise<RunEvent[]> {
  const id = newId();
  page.send({ type: 'run', run: id, request: { files, sql, mode } });
  await page.until('event', (one) => one.run === id && one.event.type === 'done');
  return page.of('event').flatMap((one) => (one.run === id ? [one.event] : []));
}
const rows = (events: RunEvent[]) =>
  events.flatMap((event) => (event.type === 'statement' && event.columns.length > 0 ? event.rows : []));
const logged = () =>
  page
    .of('serverLog.text')
    .map(({ text }) => text)
    .join('');

describe('the log of the session’s Postgres', () => {
  it('[G2] there is none without a container', async () => {
    page.send({ type: 'serverLog.follow' });
    expect(await page.until('serverLog.ended')).toMatchObject({ problem: null });
  });

  it('[G1] what was logged before comes first, then what is logged, also after a restart', async () => {
    await run("select say('before')");
    page.send({ type: 'serverLog.follow' });
    const first = await page.until('serverLog.text', ({ text }) => text.includes('rust logs before'));
    expect(first.fresh).toBe(true);
    await run("select say('while')");
    await expect.poll(logged).toContain('rust prints while');
    await run("select say('after')", { ...hello, 'postgresql.conf': "log_min_messages = 'debug1'\n" });
    await expect.poll(logged).toContain('rust logs after');
    expect(page.of('serverLog.text').filter(({ fresh }) => fresh)).toHaveLength(1);
  });

  it('[G1] a flood is sent no faster than it is bounded to', async () => {
    const before = page.of('serverLog.text').length;
    const began = performance.now();
    await run("do $$ begin for i in 1..20000 loop raise log '%', repeat('x', 200); end loop; end $$");
    const seconds = (performance.now() - began) / 1000;
    const pieces = page.of('serverLog.text').length - before;
    expect(pieces).toBeLessThan(10 * seconds + 5);
    expect(rows(await run('select 1'))).toEqual([['1']]);
  });

  it('[G1] nothing comes after it was left', async () => {
    page.send({ type: 'serverLog.leave' });
    await run('select 1');
    const before = page.of('serverLog.text').length;
    await run("select say('unheard')");
    expect(page.of('serverLog.text')).toHaveLength(before);
    expect(logged()).not.toContain('unheard');
  });
});

describe('the settings of the session’s Postgres', () => {
  it('[G3] are told as they are now, those of the extension’s files among them', async () => {
    await run('select 1', { ...hello, 'postgresql.conf': "wal_level = logical\nwork_mem = '3MB'\n" });
    page.send({ type: 'settings.ask' });
    const { settings, problem } = await page.until('settings');
    expect(problem).toBeNull();
    expect(settings.length).toBeGreaterThan(300);
    const one = (wanted: string) => settings.find(({ name }) => name === wanted);
    expect(one('work_mem')).toMatchObject({ value: '3MB', type: 'integer', restart: false, changed: true });
    expect(one('wal_level')).toMatchObject({ value: 'logical', restart: true, changed: true });
    expect(one('wal_level')?.allowed).toEqual(['minimal', 'replica', 'logical']);
    expect(one('geqo')).toMatchObject({ value: 'on', changed: false });
  });

  it('logical decoding works with the settings that it needs', async () => {
    const events = await run(
      `create table t (a int);
       select slot_name from pg_create_logical_replication_slot('s', 'test_decoding');
       insert into t values (42);
       select data from pg_logical_slot_get_changes('s', null, null) where data like 'table%';
       select pg_drop_replication_slot('s');`,
      { ...hello, 'postgresql.conf': 'wal_level = logical\n' },
    );
    expect(rows(events)).toEqual([['s'], ['table public.t: INSERT: a[integer]:42'], ['']]);
  });
});

describe('a restart of Postgres', () => {
  it('[G5] applies what ALTER SYSTEM has set, and keeps the data', async () => {
    const set = await run("create table kept as select 1; alter system set max_connections = '31'");
    expect(set.find((event) => event.type === 'notice' && event.needsRestart)).toMatchObject({
      message: 'max_connections takes effect when Postgres restarts.',
    });
    expect((await run('', hello, 'restartPostgres')).at(-1)).toMatchObject({ outcome: 'ok' });
    expect(rows(await run('show max_connections; select count(*) from kept'))).toEqual([['31'], ['1']]);
  });

  it('[G5] discards what Postgres doesn’t start with, and says so', async () => {
    await run("alter system set shared_buffers = '900GB'; alter system set port = '1'");
    const events = await run('', hello, 'restartPostgres');
    expect(events.find((event) => event.type === 'sqlError')).toMatchObject({
      message: expect.stringMatching(/^Postgres doesn’t start with what ALTER SYSTEM has set: could not/),
      detail: expect.stringContaining('discarded'),
    });
    expect(events.at(-1)).toMatchObject({ type: 'done', outcome: 'sqlFailed' });
    expect(rows(await run('show shared_buffers'))).toEqual([['16MB']]);
  });
});

describe('a reset of the database', () => {
  it('[G4] leaves nothing of tables, roles and settings, and all of the files and the build', async () => {
    await run("create table kept (a int); create role someone; alter system set work_mem = '9MB'");
    const reset = await run('', hello, 'resetDatabase');
    expect(reset.at(-1)).toMatchObject({
      type: 'done',
      outcome: 'ok',
      message: expect.stringContaining('Database reset'),
    });
    const after = await run(
      "select count(*) from pg_class where relname = 'kept'; select count(*) from pg_roles where rolname = 'someone'; show work_mem",
    );
    expect(rows(after)).toEqual([['0'], ['0'], ['4MB']]);
    expect(after.find((event) => event.type === 'extension')).toMatchObject({ action: 'created' });
  });

  it('[G4] works where Postgres does not answer any more', async () => {
    await run("copy (select 1) to program 'kill -STOP $(head -n 1 /pgdata/postmaster.pid)'");
    expect((await run('', hello, 'resetDatabase')).at(-1)).toMatchObject({ outcome: 'ok' });
    expect(rows(await run('select 1'))).toEqual([['1']]);
  });
});
