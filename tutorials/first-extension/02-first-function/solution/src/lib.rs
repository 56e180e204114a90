use pgrx::prelude::*;

pg_module_magic!();

#[pg_extern(immutable, parallel_safe)]
fn area(width: f64, height: f64) -> f64 {
    width * height
}
