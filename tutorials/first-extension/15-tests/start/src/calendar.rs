use pgrx::prelude::*;

#[pg_extern(immutable, parallel_safe)]
pub fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

#[pg_extern(immutable, parallel_safe)]
pub fn days_in_month(year: i32, month: i32) -> i32 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => error!("there is no month {month}"),
    }
}
