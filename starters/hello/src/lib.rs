use pgrx::prelude::*;

::pgrx::pg_module_magic!(name, version);

/// Every `#[pg_extern]` becomes an SQL function. If no argument can be null, it is STRICT: not called with a null.
#[pg_extern(immutable, parallel_safe)]
fn greet(name: &str, greeting: default!(&str, "'Hello'")) -> String {
    format!("{greeting}, {name}!")
}

/// An `Option` accepts and returns null.
#[pg_extern(immutable, parallel_safe)]
fn initial(name: Option<&str>) -> Option<String> {
    let first = name?.trim().chars().next()?;
    Some(first.to_uppercase().to_string())
}

/// Rust checks arithmetic in debug builds: an overflow is an error in SQL, and the session continues.
#[pg_extern(immutable, parallel_safe)]
fn factorial(n: i32) -> i64 {
    (1..=i64::from(n)).product()
}
