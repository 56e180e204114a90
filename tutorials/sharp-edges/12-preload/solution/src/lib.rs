use pgrx::prelude::*;
use pgrx::PgAtomic;
use std::sync::atomic::{AtomicI64, Ordering};

pg_module_magic!();

static HIGHEST: PgAtomic<AtomicI64> = unsafe { PgAtomic::new(c"my_extension_highest") };

#[pg_guard]
pub extern "C-unwind" fn _PG_init() {
    pgrx::pg_shmem_init!(HIGHEST);
}

/// Offers a number; gives the highest that anybody has offered.
#[pg_extern]
fn offer(n: i64) -> i64 {
    HIGHEST.get().fetch_max(n, Ordering::Relaxed).max(n)
}

#[pg_extern]
fn highest() -> i64 {
    HIGHEST.get().load(Ordering::Relaxed)
}
