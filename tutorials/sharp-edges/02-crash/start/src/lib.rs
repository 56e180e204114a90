use pgrx::prelude::*;

pg_module_magic!();

/// The number at a place, counted from 0.
#[pg_extern]
fn nth(numbers: Vec<i64>, n: i32) -> Option<i64> {
    // Fast: no bounds checks.
    Some(unsafe { *numbers.as_ptr().offset(n as isize) })
}

/// '12.50' in cents.
#[pg_extern]
fn cents(price: &str) -> i64 {
    match price.replacen('.', "", 1).parse() {
        Ok(cents) => cents,
        // This can't happen.
        Err(_) => std::process::abort(),
    }
}
