use pgrx::prelude::*;

pg_module_magic!();

#[pg_extern]
fn greet(name: &str) -> String {
    format!("Welcome, {name}")
}
