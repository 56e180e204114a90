//! One of each kind of thing that pgrx turns into SQL.

use pgrx::aggregate::*;
use pgrx::prelude::*;
use serde::{Deserialize, Serialize};

::pgrx::pg_module_magic!(name, version);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[derive(PostgresType, PostgresEq, PostgresOrd, PostgresHash)]
pub struct Fraction {
    numerator: i32,
    denominator: i32,
}

#[derive(PostgresEnum)]
pub enum Weekday {
    Monday,
    Tuesday,
}

#[pg_extern(immutable, parallel_safe)]
fn weekday(number: i32) -> Weekday {
    if number == 1 { Weekday::Monday } else { Weekday::Tuesday }
}

#[pg_operator(immutable)]
#[opname(<~>)]
fn near(left: Fraction, right: Fraction) -> bool {
    left.numerator * right.denominator == right.numerator * left.denominator
}

#[pg_cast(implicit)]
fn fraction_as_text(value: Fraction) -> String {
    format!("{}/{}", value.numerator, value.denominator)
}

#[derive(Copy, Clone, Default, PostgresType, Serialize, Deserialize, AggregateName)]
#[aggregate_name = "total"]
pub struct Total {
    sum: i64,
}

#[pg_aggregate]
impl Aggregate<Total> for Total {
    const INITIAL_CONDITION: Option<&'static str> = Some(r#"{ "sum": 0 }"#);
    type Args = i32;
    type Finalize = i64;

    fn state(mut current: Self::State, arg: Self::Args, _: pg_sys::FunctionCallInfo) -> Self::State {
        current.sum += arg as i64;
        current
    }

    fn finalize(current: Self::State, _: Self::OrderedSetArgs, _: pg_sys::FunctionCallInfo) -> Self::Finalize {
        current.sum
    }
}

#[pg_trigger]
fn touch<'a>(
    trigger: &'a PgTrigger<'a>,
) -> Result<Option<PgHeapTuple<'a, impl WhoAllocated>>, PgTriggerError> {
    Ok(trigger.old())
}

#[pg_schema]
mod inside {
    use pgrx::prelude::*;

    #[pg_extern]
    fn numbers() -> TableIterator<'static, (name!(n, i32), name!(word, &'static str))> {
        TableIterator::new([(1, "one"), (2, "two")])
    }
}

extension_sql!("CREATE VIEW first_day AS SELECT weekday(1) AS day;", name = "first_day", requires = [weekday]);
extension_sql!("COMMENT ON VIEW first_day IS 'Monday';", name = "comment", requires = ["first_day"], finalize);
