use pgrx::prelude::*;
use std::cell::Cell;

pg_module_magic!();

thread_local! {
    static GREETING: Cell<&'static str> = const { Cell::new("Hello") };
}

/// Takes the greeting for this session from its setting `my.greeting`.
#[pg_extern]
fn load_greeting() {
    let greeting = Spi::get_one::<&'static str>("select current_setting('my.greeting')");
    GREETING.set(greeting.unwrap().unwrap());
}

#[pg_extern]
fn greeting() -> String {
    GREETING.get().to_string()
}
