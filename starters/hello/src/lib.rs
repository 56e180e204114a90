use pgrx::prelude::*;

::pgrx::pg_module_magic!(name, version);

/// Every `#[pg_extern]` becomes a function in SQL. What cannot be null is STRICT there: with a null it is not called.
#[pg_extern(immutable, parallel_safe)]
fn greet(name: &str, greeting: default!(&str, "'Hello'")) -> String {
    format!("{greeting}, {name}!")
}

/// An `Option` takes null, and gives it.
#[pg_extern(immutable, parallel_safe)]
fn initial(name: Option<&str>) -> Option<String> {
    let first = name?.trim().chars().next()?;
    Some(first.to_uppercase().to_string())
}

/// Rust checks arithmetic in debug builds: an overflow is an error in SQL, and the session goes on.
#[pg_extern(immutable, parallel_safe)]
fn factorial(n: i32) -> i64 {
    (1..=i64::from(n)).product()
}
