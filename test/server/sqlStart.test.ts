import { afterAll, beforeAll, expect, test } from 'vitest';
import { library, type Playground, startPlayground } from './playground.ts';

let playground: Playground;
beforeAll(async () => {
  playground = await startPlayground('start');
});
afterAll(() => playground[Symbol.asyncDispose]());

test('a panic in _PG_init that keeps Postgres from starting is told at its line, however it was preloaded', async () => {
  const init = `
#[pg_guard]
pub extern "C-unwind" fn _PG_init() {
    panic!("init refused");
}`;
  const files = library(init);
  const line = (files['src/lib.rs'] ?? '').split('\n').findIndex((one) => one.includes('panic!')) + 1;
  const { end, of } = await playground.run(
    { ...files, 'postgresql.conf': "shared_preload_libraries = 'my_extension'" },
    'select 1',
  );
  expect(end).toEqual({ kind: 'failed' });
  expect(of('sqlError')).toMatchObject([
    {
      message: 'Postgres doesn’t start with the settings in postgresql.conf: init refused',
      hint: expect.stringContaining('_PG_init'),
      file: 'src/lib.rs',
      line,
    },
  ]);
});

test('a hook that is called before a session has loaded anything is preloaded', async () => {
  const { end, of } = await playground.run(
    library(`
static mut BEFORE: pg_sys::libpq::ClientAuthentication_hook_type = None;

#[pg_guard]
pub extern "C-unwind" fn _PG_init() {
    unsafe {
        BEFORE = pg_sys::libpq::ClientAuthentication_hook;
        pg_sys::libpq::ClientAuthentication_hook = Some(greet);
    }
}

#[pg_guard]
unsafe extern "C-unwind" fn greet(port: *mut pg_sys::libpq::be::Port, status: i32) {
    if let Some(before) = unsafe { BEFORE } {
        unsafe { before(port, status) };
    }
    log!("somebody has come in");
}
`),
    'show shared_preload_libraries',
  );
  expect(end).toEqual({ kind: 'ok' });
  expect(of('statement').at(-1)?.rows).toEqual([['my_extension']]);
  expect(of('log').some(({ text }) => text.includes('somebody has come in'))).toBe(true);
});

test('time zones have their old names too', async () => {
  const { end, of } = await playground.run(
    library('#[pg_extern]\nfn two() -> i32 { 2 }'),
    "set timezone = 'US/Eastern'; select timestamptz '2026-01-01 00:00Z' at time zone 'Asia/Calcutta'",
  );
  expect(end).toEqual({ kind: 'ok' });
  expect(of('statement').at(-1)?.rows).toEqual([['2026-01-01 05:30:00']]);
});

test('a library without a magic block is told in Rust what to write', async () => {
  const { of, end } = await playground.run(
    { 'src/lib.rs': 'use pgrx::prelude::*;\n\n#[pg_extern]\nfn two() -> i32 {\n    2\n}\n' },
    'select two()',
  );
  expect(end.kind).not.toBe('ok');
  expect(of('sqlError').map(({ hint }) => hint)).toEqual([
    'Write ::pgrx::pg_module_magic!(name, version); at the top of src/lib.rs.',
  ]);
});

test.each([
  ['max_worker_processes = many', 'invalid value for parameter "max_worker_processes": "many"'],
  ['no_such_setting = 1', 'unrecognized configuration parameter "no_such_setting"'],
])('a setting that Postgres refuses is named: %s', async (setting, reason) => {
  const { end, of } = await playground.run(
    { ...library('#[pg_extern]\nfn two() -> i32 { 2 }'), 'postgresql.conf': `${setting}\n` },
    'select 1',
  );
  expect(end).toEqual({ kind: 'failed' });
  expect(of('sqlError')).toMatchObject([
    { message: `Postgres doesn’t start with the settings in postgresql.conf: ${reason}` },
  ]);
});
