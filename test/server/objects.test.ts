import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extensionObject, mostObjects } from '../../protocol/messages/objectMessages.ts';
import { readObjects } from '../../server/sql/catalog/readObjects.ts';
import { testMajors } from '../support/subject.ts';
import { library, type Playground, startPlayground } from './playground.ts';

const everything = library(`
use pgrx::aggregate::{Aggregate, ToAggregateName};
use pgrx::guc::{GucContext, GucFlags, GucRegistry, GucSetting};
use serde::{Deserialize, Serialize};

static SIZE: GucSetting<i32> = GucSetting::<i32>::new(7);

#[pg_guard]
pub extern "C-unwind" fn _PG_init() {
    GucRegistry::define_int_guc(c"my_extension.size", c"How large.", c"", &SIZE, 1, 9, GucContext::Userset, GucFlags::default());
}

#[derive(Clone, Copy, Serialize, Deserialize, PostgresType, PartialEq, Eq, PartialOrd, Ord, PostgresEq, PostgresOrd)]
struct Spot { x: i32 }

#[derive(Clone, Copy, PostgresEnum)]
enum Side { Left, Right }

#[pg_schema]
mod deep {
    use pgrx::prelude::*;
    #[pg_extern(stable, parallel_restricted, strict)]
    fn twice(n: Option<i32>, times: default!(i32, 2)) -> Option<i32> { n.map(|n| n * times) }
}

#[pg_cast(implicit, immutable)]
fn side_to_int(side: Side) -> i32 { side as i32 }

struct Total;
impl ToAggregateName for Total { const NAME: &'static str = "total"; }
#[pg_aggregate]
impl Aggregate<Total> for Spot {
    type Args = i32;
    const INITIAL_CONDITION: Option<&'static str> = Some(r#"{"x":0}"#);
    fn state(current: Self::State, n: i32, _: pg_sys::FunctionCallInfo) -> Self::State { Spot { x: current.x + n } }
}

#[pg_trigger]
fn keep<'a>(trigger: &'a PgTrigger<'a>) -> Result<Option<PgHeapTuple<'a, impl WhoAllocated>>, PgTriggerError> {
    Ok(trigger.new())
}

extension_sql!("CREATE TABLE kept (p Spot, s Side); CREATE VIEW seen AS SELECT 1 AS one;
  CREATE TRIGGER keep BEFORE INSERT ON kept FOR EACH ROW EXECUTE FUNCTION keep();", name = "kept", requires = [Spot, Side, keep]);
`);

describe.each(testMajors)('on Postgres %i', (postgres) => {
  let playground: Playground;
  beforeAll(async () => {
    playground = await startPlayground('objects', { postgres });
  });
  afterAll(() => playground[Symbol.asyncDispose]());
  const read = (signal = new AbortController().signal) =>
    readObjects(playground.subject.port, playground.sandbox, signal);

  test('every kind of object is told with what Postgres knows of it', async () => {
    const { of } = await playground.run(everything, '');
    expect([...of('diagnostic'), ...of('sqlError')].map(({ message }) => message)).toEqual([]);
    const found = await read();
    if (!found.ok) throw new Error(found.error);
    const { objects, more } = found.value;
    expect(more).toBe(0);
    expect(objects.every((object) => extensionObject.safeParse(object).success)).toBe(true);
    const one = (kind: string, name: string) =>
      objects.filter((object) => object.kind === kind && object.name === name);
    expect(one('function', 'deep.twice')).toMatchObject([
      {
        extension: 'my_extension',
        signature: '(n integer, times integer DEFAULT 2)',
        returns: 'integer',
        volatility: 'stable',
        parallel: 'restricted',
        strict: true,
        language: 'c',
        symbol: 'twice_wrapper',
      },
    ]);
    expect(one('aggregate', 'total')).toMatchObject([{ signature: '(integer)', returns: 'spot' }]);
    expect(one('type', 'spot')).toMatchObject([{ note: 'text by spot_in and spot_out' }]);
    expect(one('enum', 'side')).toMatchObject([{ signature: "('Left', 'Right')" }]);
    expect(one('operator', '<')).toMatchObject([{ signature: '(spot, spot)', note: 'by spot_lt' }]);
    expect(one('operator class', 'spot_btree_ops')).toMatchObject([{ signature: ' FOR spot USING btree' }]);
    expect(one('cast', 'side AS integer')).toMatchObject([{ note: 'implicit, by side_to_int' }]);
    expect(one('table', 'kept')).toMatchObject([{ signature: '(p spot, s side)' }]);
    expect(one('view', 'seen')).toMatchObject([{ signature: '(one integer)' }]);
    expect(one('trigger function', 'keep')).toHaveLength(1);
    expect(one('trigger', 'keep')).toMatchObject([{ signature: ' ON kept' }]);
    expect(one('schema', 'deep')).toHaveLength(1);
    expect(one('setting', 'my_extension.size')).toMatchObject([
      { signature: ' integer 1 to 9', note: '7; user; How large.' },
    ]);
    expect(objects.filter(({ kind }) => kind === 'other')).toEqual([]);
  });

  test('no more is told than a bounded number, and the rest is counted', async () => {
    const many = `extension_sql!("DO $$ BEGIN FOR i IN 1..${mostObjects + 100} LOOP
      EXECUTE format('CREATE FUNCTION f%s() RETURNS int LANGUAGE sql AS ''SELECT 1''', i); END LOOP; END $$;", name = "many");`;
    const { end } = await playground.run(library(many), '');
    expect(end).toEqual({ kind: 'ok' });
    const found = await read();
    expect(found).toMatchObject({ ok: true, value: { more: 100 } });
    expect(found.ok && found.value.objects.length).toBe(mostObjects);
  });

  test('a library that dies when it is loaded costs the settings only', async () => {
    const deadly = library(`
#[pg_guard]
pub extern "C-unwind" fn _PG_init() { if std::path::Path::new("/tmp/die").exists() { std::process::abort(); } }
#[pg_extern]
fn hello() -> i32 { 1 }`);
    const { end } = await playground.run(deadly, "copy (select 1) to '/tmp/die'");
    expect(end).toEqual({ kind: 'ok' });
    const found = await read();
    expect(found.ok && found.value.objects.map(({ name }) => name)).toEqual(['hello']);
  });

  test('a Postgres that does not answer is told in words', async () => {
    expect(await read(AbortSignal.abort())).toMatchObject({
      ok: false,
      error: expect.stringContaining('Postgres'),
    });
  });
});
