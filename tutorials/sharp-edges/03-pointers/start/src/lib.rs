use pgrx::prelude::*;
use std::cell::Cell;

pg_module_magic!();

thread_local! {
    static KEPT: Cell<*const str> = const { Cell::new("") };
}

/// Remembers a text for this session.
#[pg_extern]
fn keep(text: &str) {
    KEPT.set(text);
}

#[pg_extern]
fn kept() -> String {
    unsafe { (*KEPT.get()).to_string() }
}
