use pgrx::prelude::*;
use std::cell::RefCell;

pg_module_magic!();

thread_local! {
    static KEPT: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Remembers a text for this session.
#[pg_extern]
fn keep(text: &str) {
    KEPT.set(Some(text.to_string()));
}

#[pg_extern]
fn kept() -> Option<String> {
    KEPT.with_borrow(|kept| kept.clone())
}
