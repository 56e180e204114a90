use pgrx::aggregate::{Aggregate, ToAggregateName};
use pgrx::prelude::*;
use serde::{Deserialize, Serialize};

::pgrx::pg_module_magic!(name, version);

/// The state of the aggregate: enough for mean and variance in one pass (Welford's method).
#[derive(Clone, Copy, Default, Serialize, Deserialize, PostgresType)]
struct Spread {
    count: i64,
    mean: f64,
    squares: f64,
}

/// The aggregate `spread`: the standard deviation of its input.
struct SpreadOf;

impl ToAggregateName for SpreadOf {
    const NAME: &'static str = "spread";
}

#[pg_aggregate]
impl Aggregate<SpreadOf> for Spread {
    type Args = f64;
    type Finalize = Option<f64>;
    const INITIAL_CONDITION: Option<&'static str> = Some(r#"{"count":0,"mean":0,"squares":0}"#);
    const PARALLEL: Option<ParallelOption> = Some(ParallelOption::Safe);

    #[pgrx(immutable, parallel_safe)]
    fn state(
        mut current: Self::State,
        value: f64,
        _fcinfo: pg_sys::FunctionCallInfo,
    ) -> Self::State {
        current.count += 1;
        let delta = value - current.mean;
        current.mean += delta / current.count as f64;
        current.squares += delta * (value - current.mean);
        current
    }

    /// Combines the states of two parallel workers.
    #[pgrx(immutable, parallel_safe)]
    fn combine(a: Self::State, b: Self::State, _fcinfo: pg_sys::FunctionCallInfo) -> Self::State {
        let count = a.count + b.count;
        if count == 0 {
            return a;
        }
        let delta = b.mean - a.mean;
        let share = b.count as f64 / count as f64;
        Spread {
            count,
            mean: a.mean + delta * share,
            squares: a.squares + b.squares + delta * delta * a.count as f64 * share,
        }
    }

    #[pgrx(immutable, parallel_safe)]
    fn finalize(
        current: Self::State,
        _direct: (),
        _fcinfo: pg_sys::FunctionCallInfo,
    ) -> Self::Finalize {
        (current.count > 0).then(|| (current.squares / current.count as f64).sqrt())
    }
}
