import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunEvent, runEvent } from '../../protocol/events/events.ts';
import { runRequest } from '../../protocol/project.ts';
import { execToEnd } from '../support/execToEnd.ts';
import { testMajors } from '../support/subject.ts';
import { library, type Playground, startPlayground } from './playground.ts';
import { type RealServer, startRealServer } from './realServer.ts';

const source = library(`
#[cfg(feature = "pg18")]
const NEWEST: bool = true;
#[cfg(not(feature = "pg18"))]
const NEWEST: bool = false;

#[pg_extern]
fn is_newest() -> bool { NEWEST }

#[pg_extern]
fn major() -> i32 { pg_sys::PG_VERSION_NUM as i32 / 10000 }
`);

const twice = `
#[pg_extern(name = "same")]
fn one(a: i32) -> i32 { a }

#[pg_extern(name = "same")]
fn two(a: i32) -> i32 { a + 1 }
`;

const built = '/install/lib/my_extension.so';

describe.each(testMajors)('one source on Postgres %i', (postgres) => {
  let playground: Playground;
  beforeAll(async () => {
    playground = await startPlayground('majors', { postgres });
  });
  afterAll(() => playground[Symbol.asyncDispose]());

  test('is compiled with that Postgres’s feature, against its headers', async () => {
    const { end, of } = await playground.run(source, 'select is_newest(), major()');
    expect(end).toEqual({ kind: 'ok' });
    expect(of('statement')[0]?.rows).toEqual([[postgres === 18 ? 't' : 'f', String(postgres)]]);
  });

  test.each([
    ['42723', twice, [4, 7]],
    [
      '42883',
      'extension_sql!("create table t (a int);\\n\\ncreate cast (t as int) with function nothing(t);", name = "t");',
      [3],
    ],
    ['22012', 'extension_sql!("select 1;\\nselect 1 / 0;", name = "zero");', [3]],
  ])('an error %s of CREATE EXTENSION has its place, in SQL and in Rust', async (sqlstate, rust, lines) => {
    const { end, of } = await playground.run(library(rust), '');
    expect(end).toEqual({ kind: 'failed' });
    const [error] = of('sqlError');
    expect(error).toMatchObject({ index: -1, sqlstate, file: 'src/lib.rs' });
    expect(error?.where).toMatch(/^Line \d+ of the extension's SQL: \S|near line \d+$/);
    expect(lines).toContain(error?.line);
    expect((await playground.run(source, 'select major()')).end).toEqual({ kind: 'ok' });
  });
});

test('the library of one Postgres is refused by another, in Postgres’s own words', async () => {
  await using one = await startPlayground('majors-from', { postgres: 17 });
  await using other = await startPlayground('majors-into', { postgres: 18 });
  await one.run(source, 'select major()');
  const { stdout } = await execToEnd(one.subject.port, one.sandbox, ['cat', built]);
  expect(stdout.length).toBeGreaterThan(1_000_000);
  const copy = ['sh', '-c', 'cat > /work/wrong.so'];
  await execToEnd(other.subject.port, other.sandbox, copy, { input: stdout });
  const { of } = await other.run(source, "load '/work/wrong.so'; select major();");
  // It has all of pgrx in it, so that a function which the other Postgres has not is missed before versions are compared.
  expect(of('sqlError')).toMatchObject([
    { message: expect.stringMatching(/^could not load library .*undefined symbol: \w+$/) },
  ]);
  expect(of('statement').at(-1)?.rows).toEqual([['18']]);
});

describe('[R9] the wrong library in the wrong server', () => {
  let real: RealServer;
  beforeAll(async () => {
    real = await startRealServer('majors-elsewhere');
  });
  afterAll(() => real[Symbol.asyncDispose]());

  /** Builds for one major, loads in another, and tells the events. */
  async function load(libraryOf: number, postgres: number, files = source): Promise<RunEvent[]> {
    const events: RunEvent[] = [];
    const request = runRequest.parse({ files, mode: 'loadElsewhere', libraryOf, postgres });
    const taken = real.server.sessions.runOnce(
      {
        request: { ...request, postgres },
        signal: new AbortController().signal,
        onEvent: (event) => events.push(runEvent.parse(event)),
      },
      '192.0.2.1',
    );
    if (!taken.ok) throw new Error(taken.error.message);
    await taken.value.ended;
    return events;
  }

  const [oldest = 0, newest = 0] = [Math.min(...testMajors), Math.max(...testMajors)];

  test.each([
    [oldest, newest],
    [newest, oldest],
  ])('that for %i is refused by %i, with one build and one end', async (from, into) => {
    const events = await load(from, into);
    expect(events.filter(({ type }) => type === 'build')).toMatchObject([{ ok: true }]);
    const errors = events.filter((event) => event.type === 'sqlError');
    expect(errors).toMatchObject([
      { index: 0, message: expect.stringMatching(/undefined symbol: \w+$|^incompatible library /) },
    ]);
    expect(errors[0]?.message).toContain(`/work/from-postgres-${from}/my_extension.so`);
    expect(events.filter(({ type }) => type === 'done')).toMatchObject([{ outcome: 'sqlFailed' }]);
    expect(events.at(-1)?.type).toBe('done');
  });

  test('its own server loads it', async () => {
    const events = await load(17, 17);
    expect(events.filter(({ type }) => type === 'statement')).toMatchObject([{ command: 'LOAD' }]);
    expect(events.at(-1)).toMatchObject({ type: 'done', outcome: 'ok' });
  });

  test('what does not compile goes nowhere', async () => {
    const events = await load(17, 18, library('#[pg_extern] fn one() -> i32 { "no number" }'));
    expect(events.at(-1)).toMatchObject({ type: 'done', outcome: 'buildFailed' });
    expect(events.some(({ type }) => type === 'sqlError')).toBe(false);
  });
});
