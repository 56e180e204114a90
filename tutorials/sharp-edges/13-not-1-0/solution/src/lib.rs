use pgrx::prelude::*;
use std::cell::RefCell;

pg_module_magic!();

thread_local! {
    static GREETING: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Takes the greeting for this session from its setting `my.greeting`.
#[pg_extern]
fn load_greeting() {
    let greeting = Spi::get_one::<String>("select current_setting('my.greeting')");
    GREETING.set(greeting.unwrap());
}

#[pg_extern]
fn greeting() -> String {
    GREETING.with_borrow(|kept| kept.clone().unwrap_or_else(|| "Hello".to_string()))
}
