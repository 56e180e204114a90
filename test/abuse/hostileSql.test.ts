import { afterAll, beforeAll, expect, test } from 'vitest';
import { library, type Playground, startPlayground } from '../server/playground.ts';

let playground: Playground;
beforeAll(async () => {
  playground = await startPlayground('abuse-sql', { sql: { statementMs: 8000, scriptMs: 25_000 } });
});
afterAll(() => playground[Symbol.asyncDispose]());

const files = library(`
extern "C" {
    fn fork() -> i32;
    fn send(fd: i32, data: *const u8, length: usize, flags: i32) -> isize;
    fn kill(pid: i32, signal: i32) -> i32;
}

#[pg_extern]
fn hog() -> i64 {
    let mut all: Vec<Vec<u8>> = Vec::new();
    loop {
        all.push(vec![1; 16 << 20]);
        if all.len() > 10_000 {
            return 0;
        }
    }
}

#[pg_extern]
fn fork_bomb() {
    loop {
        unsafe { fork() };
    }
}

#[pg_extern]
fn crowd() {
    for _ in 0..300 {
        if unsafe { fork() } == 0 {
            std::thread::sleep(std::time::Duration::from_secs(3600));
        }
    }
}

#[pg_extern]
fn notices() {
    loop {
        notice!("again");
    }
}

#[pg_extern]
fn prints() {
    for _ in 0..20_000 {
        println!("{}", "x".repeat(1000));
    }
}

#[pg_extern]
fn speak(bytes: &[u8]) {
    // Only sockets take it, and of those a backend has one.
    for fd in 3..64 {
        unsafe { send(fd, bytes.as_ptr(), bytes.len(), 0) };
    }
}

#[pg_extern]
fn orphan() {
    if unsafe { fork() } == 0 {
        loop {}
    }
}

#[pg_extern]
fn kill_all() {
    unsafe { kill(-1, 9) };
}
`);

async function goesOn(end: object): Promise<void> {
  if (('sandboxUnusable' in end && end.sandboxUnusable) || ('kind' in end && end.kind === 'lost'))
    await playground.renew();
  const after = await playground.run(files, "select 'after'");
  expect(after.events.at(-1)).toMatchObject({ rows: [['after']] });
  expect(after.end).toEqual({ kind: 'ok' });
}

test('a backend that takes all memory', async () => {
  const { end, of } = await playground.run(files, "select hog(); select 'after'");
  expect(end).toMatchObject({ kind: 'limited', what: 'memory' });
  expect(of('statement')).toMatchObject([{ rows: [['after']] }]);
  await goesOn(end);
});

test('a backend that forks without end', async () => {
  const { end, of } = await playground.run(files, 'select fork_bomb()');
  expect(end).toMatchObject({ kind: 'limited' });
  expect(['processes', 'time', 'memory']).toContain(of('limit')[0]?.what);
  await goesOn(end);
});

test('processes that outlive their statement and leave no room', async () => {
  await playground.run(files, 'select crowd()');
  // They are killed once their connection is closed, which the next build may come before.
  const { end } = await playground.run(library('// another\n'));
  // Or its process can’t be started at all.
  if (end.kind !== 'ok') expect(end).toMatchObject({ kind: 'limited', what: 'processes' });
  await goesOn(end);
});

test('notices without end', async () => {
  const { end, of } = await playground.run(files, "select notices(); select 'after'");
  expect(end).toMatchObject({ kind: 'limited' });
  expect(['time', 'output']).toContain(of('limit')[0]?.what);
  await goesOn(end);
});

test('prints without measure reach the server’s log only, which is bounded', async () => {
  const { end, of } = await playground.run(files, "select prints(); select 'after'");
  expect(end).toEqual({ kind: 'ok' });
  expect(of('statement')).toHaveLength(2);
  await goesOn(end);
});

test.each([
  ['a string without its end', 'C', 'SELECT 1'],
  ['a password’s being asked for', 'R', '\\000\\000\\000\\003'],
  ['a row with more values than bytes', 'D', '\\377\\377'],
  ['a type that there is not', '?', ''],
])('code that speaks for Postgres: %s', async (_what, type, body) => {
  const length = body.startsWith('\\') ? body.length / 4 : body.length;
  const message = `'${type}\\000\\000\\000\\${(length + 4).toString(8).padStart(3, '0')}${body}'::bytea`;
  const { end, of } = await playground.run(files, `select speak(${message}); select 'after'`);
  expect(end).toEqual({ kind: 'crashed' });
  expect(of('crash')).toMatchObject([
    { signal: null, message: expect.stringContaining('isn’t valid protocol') },
  ]);
  expect(of('statement')).toMatchObject([{ rows: [['after']] }]);
});

test('code that claims a message of a gigabyte', async () => {
  const { end, of } = await playground.run(
    files,
    "select speak('D\\077\\377\\377\\377'::bytea); select 'after'",
  );
  expect(end).toEqual({ kind: 'limited', what: 'output' });
  expect(of('statement')).toMatchObject([{ rows: [['after']] }]);
});

test('code that ends a statement twice', async () => {
  const { of } = await playground.run(
    files,
    "select speak('C\\000\\000\\000\\011FAKE\\000Z\\000\\000\\000\\005I'::bytea); select 1; select 2",
  );
  expect(of('statement').length).toBeGreaterThan(0);
  await goesOn({});
});

test('a child that outlives its backend and holds the connection', async () => {
  const { end } = await playground.run(files, "select orphan(); select 'after'");
  expect(['ok', 'limited', 'crashed']).toContain(end.kind);
  await goesOn(end);
});

test('a disk that is full', async () => {
  const { end, of } = await playground.run(
    files,
    "create table big as select repeat(md5(g::text), 50) from generate_series(1, 1000000) g; select 'after'",
  );
  expect(['limited', 'crashed', 'lost']).toContain(end.kind);
  if (end.kind === 'limited') expect(of('limit')[0]).toMatchObject({ what: 'disk' });
  await goesOn(end);
});

test('a postmaster that is stopped', async () => {
  await playground.run(files, "copy (select 1) to program 'kill -STOP $(head -1 /pgdata/postmaster.pid)'");
  await goesOn({});
});

test('a data directory that is gone', async () => {
  const { end } = await playground.run(
    files,
    "copy (select 1) to program 'rm -rf /pgdata/*'; select pg_reload_conf(); \\! kill -9 -1\nselect 1",
  );
  expect(['lost', 'crashed', 'failed', 'limited']).toContain(end.kind);
  const next = await playground.run(files, 'select 1');
  expect(['lost', 'failed', 'crashed']).toContain(next.end.kind);
  await playground.renew();
  await goesOn({});
});

test('code that kills all there is', async () => {
  const { end, of } = await playground.run(files, 'select kill_all(); select 1');
  expect(end.kind).toBe('lost');
  const message = expect.stringMatching(/^Everything in the session’s container was killed/);
  expect(of('crash')).toMatchObject([{ signal: null, message }]);
  await playground.renew();
  await goesOn({});
});
