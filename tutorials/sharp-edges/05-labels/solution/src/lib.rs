use pgrx::prelude::*;
use std::sync::atomic::{AtomicI64, Ordering};

pg_module_magic!();

/// A price with the tax of this session's setting `shop.tax`.
#[pg_extern(stable)]
fn gross(net: i64) -> i64 {
    let tax: Option<i64> = Spi::get_one("select current_setting('shop.tax')::bigint").unwrap();
    with_tax(net, tax.unwrap())
}

#[pg_extern(immutable, parallel_safe)]
fn with_tax(net: i64, percent: i64) -> i64 {
    net + net * percent / 100
}

static SEEN: AtomicI64 = AtomicI64::new(0);

/// Counts, for `seen`, how many rows it was called for.
#[pg_extern]
fn see(_n: i32) -> bool {
    SEEN.fetch_add(1, Ordering::Relaxed);
    true
}

#[pg_extern]
fn seen() -> i64 {
    SEEN.load(Ordering::Relaxed)
}
