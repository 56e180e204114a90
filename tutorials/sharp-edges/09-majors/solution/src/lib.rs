use pgrx::prelude::*;

pg_module_magic!();

#[pg_extern]
fn built_for() -> i32 {
    pg_sys::PG_VERSION_NUM as i32 / 10_000
}

#[cfg(feature = "pg18")]
const MAKE_ID: &str = "select uuidv7()";
#[cfg(not(feature = "pg18"))]
const MAKE_ID: &str = "select gen_random_uuid()";

/// An identifier that nobody else has.
#[pg_extern]
fn fresh_id() -> pgrx::Uuid {
    Spi::get_one(MAKE_ID).unwrap().unwrap()
}
