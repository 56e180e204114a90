use pgrx::prelude::*;
use serde::{Deserialize, Serialize};

::pgrx::pg_module_magic!(name, version);

/// What is kept while rows go by.
#[derive(Clone, Copy, Serialize, Deserialize, PostgresType, AggregateName)]
#[aggregate_name = "longest_run"]
struct Run {
    now: i32,
    best: i32,
}

#[pg_aggregate]
impl Aggregate<Run> for Run {
    type Args = bool;
    const INITIAL_CONDITION: Option<&'static str> = Some(r#"{"now": 0, "best": 0}"#);

    #[pgrx(immutable, parallel_safe)]
    fn state(run: Self::State, won: bool, _fcinfo: pg_sys::FunctionCallInfo) -> Self::State {
        let now = if won { run.now + 1 } else { 0 };
        Run {
            now,
            best: run.best.max(now),
        }
    }
}
