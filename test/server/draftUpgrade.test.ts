import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { draftUpgrade } from '../../components/upgrade/draftUpgrade.ts';
import type { ProjectFiles } from '../../protocol/project.ts';
import { type Playground, starter, startPlayground } from './playground.ts';

/** What stays as it is: also what stored data has. */
const kept = `use pgrx::aggregate::*;
use pgrx::prelude::*;
use serde::{Deserialize, Serialize};
pg_module_magic!(name, version);
#[derive(PostgresType, Serialize, Deserialize, Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, PostgresEq, PostgresOrd)]
pub struct Place { x: i32 }
#[pg_extern] fn place(x: i32) -> Place { Place { x } }
#[pg_extern] fn stays(x: i32) -> i32 { x }
extension_sql!("CREATE TABLE noted (at Place);", name = "noted", requires = [Place]);
`;
const before = `${kept}
#[derive(PostgresEnum)] pub enum Mood { Sad, Fine }
#[pg_extern] fn gone(x: default!(i32, 5), name: default!(&str, "'a, b) c'")) -> String { format!("{x}{name}") }
#[pg_extern] fn other_result() -> i32 { 1 }
#[pg_extern] fn other_arguments(a: i32) -> i32 { a }
#[pg_extern] fn other_name(a: i32) -> i32 { a }
#[pg_extern] fn other_default(a: default!(i32, 1)) -> i32 { a }
#[pg_extern] fn no_default(a: default!(i32, 1)) -> i32 { a }
#[pg_extern] fn other_volatility(a: i32) -> i32 { a }
#[pg_extern] fn rows() -> TableIterator<'static, (name!(a, i32), name!(b, String))> { TableIterator::once((1, "b".into())) }
#[pg_extern] fn many(values: VariadicArray<i32>) -> i32 { values.len() as i32 }
#[pg_operator] #[opname(~~~)] fn near(a: Place, b: Place) -> bool { a == b }
#[pg_operator] #[opname(<~>)] fn gap(a: Place, b: Place) -> i32 { a.x - b.x }
#[pg_cast] fn as_number(place: Place) -> i32 { place.x }
#[pg_cast(implicit)] fn as_long(place: Place) -> i64 { place.x as i64 }
#[derive(AggregateName, Default)] struct Total;
#[pg_aggregate] impl Aggregate<Total> for Total {
    type State = i32; type Args = i32; const INITIAL_CONDITION: Option<&'static str> = Some("0");
    fn state(now: i32, given: i32, _: pg_sys::FunctionCallInfo) -> i32 { now + given }
}
#[pg_schema] mod deep { use pgrx::prelude::*; #[pg_extern] fn within() -> i32 { 1 } }
`;
const after = `${kept}
#[derive(PostgresEnum)] pub enum Mood { Sad, Well, Fine }
#[pg_extern] fn added(x: default!(i32, 5)) -> i32 { x }
#[pg_extern] fn other_result() -> String { "1".into() }
#[pg_extern] fn other_arguments(a: i32, b: i32) -> i32 { a + b }
#[pg_extern] fn other_name(b: i32) -> i32 { b }
#[pg_extern] fn other_default(a: default!(i32, 2)) -> i32 { a }
#[pg_extern] fn no_default(a: i32) -> i32 { a }
#[pg_extern(immutable, parallel_safe)] fn other_volatility(a: i32) -> i32 { a }
#[pg_extern] fn rows() -> TableIterator<'static, (name!(a, i32), name!(b, String), name!(c, bool))> { TableIterator::once((1, "b".into(), true)) }
#[pg_extern] fn many(values: VariadicArray<i64>) -> i32 { values.len() as i32 }
#[pg_operator] #[opname(!~~)] fn far(a: Place, b: Place) -> bool { a != b }
#[pg_operator] #[opname(<~>)] fn gap(a: Place, b: Place) -> i64 { (a.x - b.x) as i64 }
#[pg_cast(assignment)] fn as_number(place: Place) -> i32 { place.x }
#[pg_cast] fn as_text(place: Place) -> String { place.x.to_string() }
#[derive(AggregateName, Default)] struct Total;
#[pg_aggregate] impl Aggregate<Total> for Total {
    type State = i64; type Args = i32; const INITIAL_CONDITION: Option<&'static str> = Some("0");
    fn state(now: i64, given: i32, _: pg_sys::FunctionCallInfo) -> i64 { now + given as i64 }
}
#[derive(AggregateName, Default)] struct Most;
#[pg_aggregate] impl Aggregate<Most> for Most {
    type State = i32; type Args = i32; const INITIAL_CONDITION: Option<&'static str> = Some("0");
    fn state(now: i32, given: i32, _: pg_sys::FunctionCallInfo) -> i32 { now.max(given) }
}
#[derive(PostgresType, Serialize, Deserialize, Debug)] pub struct Stretch { y: i32 }
#[derive(PostgresEnum)] pub enum Colour { Red, Blue }
#[pg_extern] fn stretch(y: i32, _colour: Colour) -> Stretch { Stretch { y } }
#[pg_schema] mod deep { use pgrx::prelude::*; #[pg_extern] fn within() -> i64 { 1 } }
#[pg_schema] mod deeper { use pgrx::prelude::*; #[pg_extern] fn new_there() -> i64 { 1 } }
`;

/** Without the type, and what goes with it. */
const without = `use pgrx::prelude::*;
pg_module_magic!(name, version);
#[pg_extern] fn stays(x: i32) -> i32 { x }
`;

function project(version: string, rust: string, more: ProjectFiles = {}): ProjectFiles {
  return {
    'src/lib.rs': rust,
    'Cargo.toml': starter['Cargo.toml']?.replace('"0.0.0"', `"${version}"`) ?? '',
    'my_extension.control': starter['my_extension.control'] ?? '',
    ...more,
  };
}

/** All that the extension has, and how each function is declared. */
const members = `
select pg_describe_object(d.classid, d.objid, 0), coalesce(pg_get_functiondef(p.oid), a.aggtranstype::regtype::text, o.oprresult::regtype::text, c.castcontext::text)
from pg_depend d join pg_extension e on d.refobjid = e.oid and d.refclassid = 'pg_extension'::regclass
left join pg_proc p on d.classid = 'pg_proc'::regclass and p.oid = d.objid and p.prokind <> 'a'
left join pg_aggregate a on d.classid = 'pg_proc'::regclass and a.aggfnoid = d.objid
left join pg_operator o on d.classid = 'pg_operator'::regclass and o.oid = d.objid
left join pg_cast c on d.classid = 'pg_cast'::regclass and c.oid = d.objid
where e.extname = 'my_extension' and d.deptype = 'e' order by 1`;

const moods = "select enumlabel from pg_enum where enumtypid = 'mood'::regtype order by enumsortorder";

let playground: Playground;
beforeAll(async () => {
  playground = await startPlayground('draft');
});
beforeEach(() => playground.renew());
afterAll(() => playground[Symbol.asyncDispose]());

it('makes of the one version what the other would be anew', { timeout: 300_000 }, async () => {
  const fresh = await playground.run(project('0.2.0', after), `${members}; select 1; ${moods}`);
  expect(fresh.end).toEqual({ kind: 'ok' });
  const to = fresh.of('extension')[0];
  await playground.renew();
  const old = await playground.run(project('0.1.0', before), 'insert into noted values (place(7))');
  expect(old.end).toEqual({ kind: 'ok' });
  const from = old.of('extension')[0];
  if (!from || !to) throw new Error('there is no SQL to draft from');
  const draft = draftUpgrade(from, to) ?? '';
  const files = project('0.2.0', after, { 'sql/my_extension--0.1.0--0.2.0.sql': draft });
  const ran = await playground.run(files, `${members}; select at from noted; ${moods}`, {
    update: true,
  });
  expect(ran.of('sqlError')).toEqual([]);
  expect(ran.of('extension')).toMatchObject([{ action: 'updated', version: '0.2.0' }]);
  expect(ran.of('statement')[0]?.rows).toEqual(fresh.of('statement')[0]?.rows);
  expect(ran.of('statement')[1]?.rows).toEqual([['{"x":7}']]);
  expect(ran.of('statement')[2]?.rows).toEqual([['Sad'], ['Well'], ['Fine']]);
});

it('drafts what can be run where a type is gone, which stays until a person decides', {
  timeout: 300_000,
}, async () => {
  const fresh = await playground.run(project('0.2.0', without));
  await playground.renew();
  const old = await playground.run(project('0.1.0', kept), 'insert into noted values (place(7))');
  const [from] = old.of('extension');
  const [to] = fresh.of('extension');
  if (!from || !to) throw new Error('there is no SQL to draft from');
  const draft = draftUpgrade(from, to) ?? '';
  expect(draft).toContain('DROP FUNCTION "place"("x" INT);');
  const files = project('0.2.0', without, { 'sql/my_extension--0.1.0--0.2.0.sql': draft });
  const ran = await playground.run(files, 'select count(*) from noted', { update: true });
  expect(ran.of('sqlError')).toEqual([]);
  expect(ran.of('extension')).toMatchObject([{ action: 'updated' }]);
  expect(ran.of('statement')[0]?.rows).toEqual([['1']]);
});
