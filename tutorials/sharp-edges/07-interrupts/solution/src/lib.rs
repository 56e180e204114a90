use pgrx::prelude::*;
use std::time::{Duration, Instant};

pg_module_magic!();

/// Works for so many milliseconds.
#[pg_extern]
fn work(ms: i64) -> bool {
    let until = Instant::now() + Duration::from_millis(ms as u64);
    while Instant::now() < until {}
    true
}

#[pg_extern]
fn work_for_ever() {
    loop {}
}

/// How many primes there are below a number.
#[pg_extern]
fn primes(below: i64) -> i64 {
    let mut count = 0;
    for n in 2..below {
        pgrx::check_for_interrupts!();
        if (2..n).all(|divisor| n % divisor != 0) {
            count += 1;
        }
    }
    count
}
