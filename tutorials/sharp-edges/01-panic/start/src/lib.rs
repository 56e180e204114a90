use pgrx::prelude::*;

pg_module_magic!();

const DAYS: [&str; 7] = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
];

#[pg_extern]
fn day_in_rust(n: i32) -> &'static str {
    DAYS[n as usize]
}
