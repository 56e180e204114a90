use pgrx::prelude::*;
use pgrx::{PgLwLock, pg_shmem_init};

::pgrx::pg_module_magic!(name, version);

static COUNT: PgLwLock<i32> = unsafe { PgLwLock::new(c"count") };

#[pg_guard]
pub extern "C-unwind" fn _PG_init() {
    pg_shmem_init!(COUNT);
}

#[pg_extern]
fn next() -> i32 {
    let mut count = COUNT.exclusive();
    *count += 1;
    *count
}
