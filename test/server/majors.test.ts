import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { execToEnd } from '../support/execToEnd.ts';
import { testMajors } from '../support/subject.ts';
import { library, type Playground, startPlayground } from './playground.ts';

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
