use pgrx::prelude::*;

pg_module_magic!();

/// The number at a place, counted from 0.
#[pg_extern]
fn nth(numbers: Vec<i64>, n: i32) -> Option<i64> {
    numbers.get(usize::try_from(n).ok()?).copied()
}

/// '12.50' in cents.
#[pg_extern]
fn cents(price: &str) -> i64 {
    match price.replacen('.', "", 1).parse() {
        Ok(cents) => cents,
        Err(_) => {
            ereport!(
                ERROR,
                PgSqlErrorCode::ERRCODE_INVALID_TEXT_REPRESENTATION,
                format!("not a price: {price}")
            );
        }
    }
}
