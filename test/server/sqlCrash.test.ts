import { afterAll, beforeAll, expect, test } from 'vitest';
import { library, type Playground, startPlayground } from './playground.ts';

let playground: Playground;
beforeAll(async () => {
  playground = await startPlayground('crash', { sql: { statementMs: 3000 } });
});
afterAll(() => playground[Symbol.asyncDispose]());

const files = library(`
#[pg_extern]
fn wild() -> i32 {
    unsafe { *(0x1000 as *const i32) }
}

#[pg_extern]
fn abort() {
    std::process::abort()
}

#[pg_extern]
fn write_null() {
    unsafe { *std::hint::black_box(std::ptr::null_mut::<i32>()) = 42 }
}

#[pg_extern]
fn hoard() {
    std::alloc::handle_alloc_error(std::alloc::Layout::new::<[u8; 4096]>())
}

#[pg_extern]
fn panic_for_all() {
    ereport!(PANIC, PgSqlErrorCode::ERRCODE_INTERNAL_ERROR, "meltdown");
}

#[pg_extern]
fn end_server() {
    unsafe { kill(pg_sys::PostmasterPid, 9) };
}

#[pg_extern]
fn leave(code: i32) {
    std::process::exit(code)
}

#[pg_extern]
fn hang_up_and_crash() {
    for file in 3..64 {
        unsafe { shutdown(file, 2) };
    }
    std::thread::sleep(std::time::Duration::from_millis(700));
    wild();
}

unsafe extern "C" {
    fn kill(process: std::ffi::c_int, signal: std::ffi::c_int) -> std::ffi::c_int;
    fn shutdown(socket: std::ffi::c_int, how: std::ffi::c_int) -> std::ffi::c_int;
}

#[pg_extern]
fn deep(n: i64) -> i64 {
    let frame = std::hint::black_box([n; 1000]);
    if n < 0 { 0 } else { deep(n + 1) + frame[3] }
}

#[pg_extern]
fn spin() {
    loop {
        std::hint::black_box(1);
    }
}

#[pg_extern]
fn spin_politely() {
    loop {
        pgrx::check_for_interrupts!();
    }
}
`);

test.each([
  ['wild()', 'SIGSEGV'],
  ['abort()', 'SIGABRT'],
  ['leave(3)', null],
  ['leave(0)', null],
  ['deep(1)', 'SIGSEGV'],
])(
  '%s is a crash with its signal; what was committed stays, and the next statement works',
  async (call, signal) => {
    const { of, end, events } = await playground.run(
      files,
      `create table kept as select 1 as a; select ${call}; select a from kept; drop table kept`,
    );
    expect(end).toEqual({ kind: 'crashed' });
    expect(of('crash')).toMatchObject([{ signal, index: 1 }]);
    expect(of('sqlError')).toEqual([]);
    expect(events.slice(-2)).toMatchObject([{ rows: [['1']] }, { command: 'DROP TABLE' }]);
  },
);

test.each([
  ['write_null()', /panicked where a panic can’t be turned into an error.*null or misaligned pointer/],
  ['hoard()', /allocation of 4096 bytes failed/],
  ['panic_for_all()', /raised a PANIC: meltdown/],
  ['abort()', /log doesn’t say why/],
])('why %s aborts is what the server’s log says', async (call, words) => {
  const { of, end } = await playground.run(files, `select ${call}; select 'after'`);
  expect(end).toEqual({ kind: 'crashed' });
  expect(of('crash')).toMatchObject([{ signal: 'SIGABRT', index: 0, message: expect.stringMatching(words) }]);
  expect(of('sqlError').map(({ severity }) => severity)).toEqual(call.startsWith('panic') ? ['PANIC'] : []);
  expect(of('statement').at(-1)).toMatchObject({ rows: [['after']] });
});

test.each([0, 1])('exit(%i) is named, which costs nobody else anything', async (code) => {
  const { of, end } = await playground.run(files, `select leave(${code}); select 'after'`);
  expect(end).toEqual({ kind: 'crashed' });
  expect(of('crash')).toMatchObject([{ signal: null, message: expect.stringContaining(`exit(${code})`) }]);
  expect(of('crash')[0]?.message).toContain('Only its connection was lost');
  expect(of('statement').at(-1)).toMatchObject({ rows: [['after']] });
});

test('the next statement waits for the recovery also where the connection ended well before the backend', async () => {
  const { of, end, events } = await playground.run(files, "select hang_up_and_crash(); select 'after'");
  expect(end).toEqual({ kind: 'crashed' });
  expect(of('crash')).toMatchObject([{ signal: 'SIGSEGV', index: 0 }]);
  expect(of('notice')).toEqual([]);
  expect(events.at(-1)).toMatchObject({ rows: [['after']] });
});

test('the end of the whole server is a crash at the statement that finds it, with the time that it was gone', async () => {
  const { of, end } = await playground.run(files, "select end_server(); select pg_sleep(1); select 'after'");
  expect(end).toEqual({ kind: 'crashed' });
  expect(of('crash')).toHaveLength(1);
  expect(of('crash')[0]?.message).toMatch(
    /^The whole Postgres server ended.* started again after [1-9]\.\d s/,
  );
  expect(of('sqlError')).toEqual([]);
  expect(of('statement').at(-1)).toMatchObject({ rows: [['after']] });
});

test('an end that its run does not see is told by the next', async () => {
  const first = await playground.run(files, 'select end_server()');
  const next = await playground.run(files, 'select 1');
  expect(next.end).toEqual({ kind: 'ok' });
  const told = next.of('notice').map(({ message }) => message);
  if (first.end.kind === 'ok')
    expect(told).toEqual([expect.stringContaining('had ended since the last run')]);
  else expect([first.of('crash').length, told]).toEqual([1, []]);
});

test('ON_ERROR_STOP ends the script at a crash', async () => {
  const { of, end } = await playground.run(files, '\\set ON_ERROR_STOP on\nselect abort(); select 1');
  expect(end).toEqual({ kind: 'crashed' });
  expect(of('statement').map(({ command }) => command)).toEqual(['\\set']);
});

test.each([
  ['an endless loop that looks for interrupts', 'select spin_politely()'],
  ['a wait for a program that the backend has started', "copy (select 1) to program 'sleep 60'"],
])('%s is interrupted', async (_what, statement) => {
  const { of, end } = await playground.run(
    files,
    `create temp table mine(); ${statement}; select * from mine`,
  );
  expect(end).toMatchObject({ kind: 'limited', what: 'time' });
  expect(of('limit')[0]?.message).toContain('was interrupted');
  expect(of('sqlError')).toEqual([]);
  expect(of('statement')).toHaveLength(2);
});

test('one that does not is killed, and Postgres recovers', async () => {
  const { of, end } = await playground.run(files, "select spin(); select 'after'");
  expect(end).toMatchObject({ kind: 'limited', what: 'time' });
  expect(of('limit')[0]?.message).toContain('check_for_interrupts!()');
  expect(of('statement')).toMatchObject([{ rows: [['after']] }]);
});

test('cancel kills it as well', async () => {
  const cancel = new AbortController();
  let cancelled = 0;
  const { end } = await playground.run(files, 'select spin()', {
    signal: cancel.signal,
    onEvent(event) {
      if (event.type !== 'extension') return;
      setTimeout(() => {
        cancelled = performance.now();
        cancel.abort();
      }, 300);
    },
  });
  expect(end).toMatchObject({ kind: 'cancelled', sandboxUnusable: false });
  expect(performance.now() - cancelled).toBeLessThan(3500);
  expect((await playground.run(files, 'select 1')).end).toEqual({ kind: 'ok' });
});
