use pgrx::prelude::*;

pg_module_magic!();

#[pg_extern]
fn shout(text: &str) -> String {
    text.to_uppercase()
}
