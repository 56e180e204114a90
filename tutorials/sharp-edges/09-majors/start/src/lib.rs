use pgrx::prelude::*;

pg_module_magic!();

/// An identifier that nobody else has.
#[pg_extern]
fn fresh_id() -> pgrx::Uuid {
    Spi::get_one("select gen_random_uuid()").unwrap().unwrap()
}
