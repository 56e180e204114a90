use pgrx::prelude::*;

pg_module_magic!();

const DAYS: [&str; 7] = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
];

#[pg_extern]
fn day_in_rust(n: i32) -> &'static str {
    let day = usize::try_from(n).ok().and_then(|n| DAYS.get(n));
    match day {
        Some(day) => day,
        None => {
            ereport!(
                ERROR,
                PgSqlErrorCode::ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE,
                format!("there is no day {n}"),
                "Days are counted from 0 to 6."
            );
        }
    }
}
