import { afterAll, beforeAll, expect, test } from 'vitest';
import { library, type Playground, startPlayground } from './playground.ts';

let playground: Playground;
beforeAll(async () => {
  playground = await startPlayground('settings');
});
afterAll(() => playground[Symbol.asyncDispose]());

const shared = (start: number) =>
  library(`
use pgrx::{pg_shmem_init, PgLwLock};

static NUMBER: PgLwLock<i32> = unsafe { PgLwLock::new(c"number") };

#[pg_guard]
pub extern "C-unwind" fn _PG_init() {
    pg_shmem_init!(NUMBER);
}

#[pg_extern]
fn next() -> i32 {
    let mut number = NUMBER.exclusive();
    *number += ${start};
    *number
}
`);

test('an extension is created, kept while its SQL is the same, and re-created when it changes', async () => {
  const hello = library('#[pg_extern]\nfn hello() -> i32 { 1 }');
  const other = library('#[pg_extern]\nfn hello() -> i32 { 2 }');
  const more = library('#[pg_extern]\nfn hello(a: i32) -> i32 { a }');
  const actions = [];
  for (const [files, script] of [
    [hello, 'select hello()'],
    [other, 'select hello()'],
    [more, 'create view v as select hello(3); select * from v'],
    [hello, 'select hello()'],
  ] as const) {
    const { of, end } = await playground.run(files, script);
    expect(end).toEqual({ kind: 'ok' });
    actions.push([of('extension')[0]?.action, of('statement').at(-1)?.rows]);
    if (files === hello && actions.length === 4)
      expect(of('notice')).toMatchObject([{ message: expect.stringContaining('drop cascades to') }]);
  }
  expect(actions).toEqual([
    ['created', [['1']]],
    ['reconnected', [['2']]],
    ['recreated', [['3']]],
    ['recreated', [['1']]],
  ]);
});

test('an extension that is dropped behind the playground’s back is created again', async () => {
  const hello = library('#[pg_extern]\nfn hello() -> i32 { 1 }');
  await playground.run(hello, 'drop extension my_extension');
  const { of } = await playground.run(hello, 'select hello()');
  expect(of('extension')).toMatchObject([{ action: 'created' }]);
});

test('a library that needs shared memory is preloaded by a restart', async () => {
  const first = await playground.run(shared(1), 'select next(); select next()');
  expect(first.end).toEqual({ kind: 'ok' });
  expect(first.of('extension')).toMatchObject([{ action: 'restarted' }]);
  expect(first.of('statement').map(({ rows }) => rows)).toEqual([[['1']], [['2']]]);
  const same = await playground.run(shared(1), 'select next()');
  expect(same.of('extension')).toMatchObject([{ action: 'reconnected' }]);
  expect(same.of('statement')).toMatchObject([{ rows: [['3']] }]);
  const changed = await playground.run(shared(10), 'select next()');
  expect(changed.of('extension')).toMatchObject([{ action: 'restarted' }]);
  expect(changed.of('statement')).toMatchObject([{ rows: [['10']] }]);
});

test('a library that keeps Postgres from starting is left out, and Postgres is there', async () => {
  const files = shared(1);
  files['src/lib.rs'] =
    files['src/lib.rs']?.replace('pg_shmem_init!(NUMBER);', 'pg_shmem_init!(NUMBER); panic!("no");') ?? '';
  const { of, end } = await playground.run(files, 'select 1');
  expect(end).toEqual({ kind: 'failed' });
  expect(of('sqlError')).toMatchObject([{ index: -1, sqlstate: 'F0000', severity: 'FATAL' }]);
  expect(of('log').filter(({ stream }) => stream === 'postgres')[0]?.text).toContain('no');
  const after = await playground.run(library('#[pg_extern]\nfn hello() -> i32 { 1 }'), 'select hello()');
  expect(after.end).toEqual({ kind: 'ok' });
});

test('settings of the project are applied, and bad ones are refused', async () => {
  const hello = library('#[pg_extern]\nfn hello() -> i32 { 1 }');
  const set = await playground.run({ ...hello, 'postgresql.conf': "work_mem = '3MB'\n" }, 'show work_mem');
  expect(set.of('extension')).toMatchObject([{ action: 'restarted' }]);
  expect(set.of('statement')).toMatchObject([{ rows: [['3MB']] }]);
  const bad = await playground.run({ ...hello, 'postgresql.conf': 'work_mem = much\n' }, 'show work_mem');
  expect(bad.end).toEqual({ kind: 'failed' });
  expect(bad.of('log').filter(({ stream }) => stream === 'postgres')[0]?.text).toContain('work_mem');
  const none = await playground.run(hello, 'show work_mem');
  expect(none.of('statement')).toMatchObject([{ rows: [['4MB']] }]);
});

test('an error of CREATE EXTENSION is told with its place in the SQL, and the script does not run', async () => {
  const files = library(`
#[pg_extern]
fn hello() -> i32 { 1 }
extension_sql!("CREATE TABLE t (a int);\\nSELECT nothing FROM t;", name = "broken");
`);
  const { of, end } = await playground.run(files, 'select 1');
  expect(end).toEqual({ kind: 'failed' });
  expect(of('sqlError')).toMatchObject([
    { index: -1, sqlstate: '42703', position: null, file: 'src/lib.rs', line: 6 },
  ]);
  expect(of('statement')).toEqual([]);
});

test('what a LISTEN hears comes with the statement under which it came', async () => {
  const { events } = await playground.run(
    library('#[pg_extern]\nfn hello() -> i32 { 1 }'),
    "listen news; select pg_notify('news', 'a'); begin; notify news, 'b'; commit; unlisten news; notify news, 'c'",
  );
  const told = events.filter(({ type }) => type === 'notification' || type === 'statement');
  expect(told).toMatchObject([
    { type: 'statement', command: 'LISTEN' },
    { type: 'notification', channel: 'news', payload: 'a', pid: expect.any(Number) },
    { type: 'statement', command: 'SELECT 1' },
    { command: 'BEGIN' },
    { command: 'NOTIFY' },
    { type: 'notification', payload: 'b' },
    { command: 'COMMIT' },
    { command: 'UNLISTEN' },
    { command: 'NOTIFY' },
  ]);
});

test('when a setting of ALTER SYSTEM takes effect is told with it', async () => {
  const { events } = await playground.run(
    library('#[pg_extern]\nfn hello() -> i32 { 1 }'),
    "alter system set wal_level = 'logical'; alter system reset wal_level; ALTER SYSTEM\n set work_mem = '5MB'",
  );
  const told = events.filter(({ type }) => type === 'notice' || type === 'statement' || type === 'sqlError');
  expect(told).toMatchObject([
    { message: 'wal_level takes effect when Postgres restarts.', needsRestart: true },
    { command: 'ALTER SYSTEM' },
    { command: 'ALTER SYSTEM' },
    { message: expect.stringMatching(/^work_mem takes effect after select pg_reload_conf\(\)/) },
    { command: 'ALTER SYSTEM' },
  ]);
});

test('what the code writes into the server’s log comes with its run, without what is told anyway', async () => {
  const files = library(`
#[pg_extern]
fn say() {
    println!("printed");
    dbg!(1 + 1);
    log!("logged");
    warning!("warned");
}

#[pg_extern]
fn fail() {
    panic!("failed")
}

#[pg_extern]
fn flood() {
    for n in 0..100_000 { println!("{n} of many") }
}
`);
  const said = await playground.run(files, 'begin; select say(); select fail(); select 1');
  expect(said.of('log').flatMap(({ stream, text }) => (stream === 'postgres' ? [text] : []))).toEqual([
    expect.stringMatching(
      /^printed\n\[src\/lib\.rs:\d+:5\] 1 \+ 1 = 2\nLOG: {2}logged\n(?:[A-Z]+: {2}.*\n|\t.*\n)*$/,
    ),
  ]);
  const text = said.of('log').at(-1)?.text ?? '';
  expect(text).not.toMatch(/warned|failed/);
  const silent = await playground.run(files, 'select 1');
  expect(silent.of('log').filter(({ stream }) => stream === 'postgres')).toEqual([]);
  const flooded = await playground.run(files, 'select flood()');
  expect(flooded.of('log').at(-1)).toMatchObject({
    stream: 'postgres',
    text: expect.stringMatching(/ of many\n/),
  });
  expect(flooded.end).toEqual({ kind: 'ok' });
});

test('what a worker says as it ends at once comes with the run', async () => {
  const { of, end } = await playground.run(
    library(`
use pgrx::bgworkers::BackgroundWorkerBuilder;

#[pg_guard]
pub extern "C-unwind" fn _PG_init() {
    BackgroundWorkerBuilder::new("sweeper")
        .set_library("my_extension")
        .set_function("sweep")
        .enable_spi_access()
        .load();
}

#[pg_guard]
pub extern "C-unwind" fn sweep(_arg: pg_sys::Datum) {}
`),
    'select pg_sleep(0.5)',
  );
  expect(end).toEqual({ kind: 'ok' });
  expect(of('log').at(-1)).toMatchObject({
    stream: 'postgres',
    text: expect.stringMatching(
      /could not find function "sweep".*\n.*background worker "sweeper".* exited with exit code 1/,
    ),
  });
});

test('[R11] a project can have an empty database for each run, which an update keeps', async () => {
  const hello = library('#[pg_extern]\nfn hello() -> i32 { 1 }');
  const fresh = { ...hello, 'postgresql.conf': 'playground.fresh_database = on\n' };
  const script = 'create table kept (a int); select count(*), hello() from kept';
  for (const files of [hello, fresh, fresh]) {
    const { of, end } = await playground.run(files, script);
    expect(end).toEqual({ kind: 'ok' });
    expect(of('statement').at(-1)?.rows).toEqual([['0', '1']]);
    expect(of('log').filter(({ stream }) => stream === 'postgres')).toEqual([]);
  }
  const updated = await playground.run(fresh, script, { update: true });
  expect(updated.of('sqlError')).toMatchObject([{ sqlstate: '42P07' }]);
  const { of } = await playground.run(hello, script);
  expect(of('sqlError')).toMatchObject([{ sqlstate: '42P07' }]);
});
