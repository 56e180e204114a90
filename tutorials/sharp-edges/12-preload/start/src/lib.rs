use pgrx::prelude::*;
use std::sync::atomic::{AtomicI64, Ordering};

pg_module_magic!();

static HIGHEST: AtomicI64 = AtomicI64::new(0);

/// Offers a number; gives the highest that anybody has offered.
#[pg_extern]
fn offer(n: i64) -> i64 {
    HIGHEST.fetch_max(n, Ordering::Relaxed).max(n)
}

#[pg_extern]
fn highest() -> i64 {
    HIGHEST.load(Ordering::Relaxed)
}
