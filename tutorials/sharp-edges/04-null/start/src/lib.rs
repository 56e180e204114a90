use pgrx::prelude::*;

pg_module_magic!();

#[pg_extern]
fn double(n: i32) -> i32 {
    n * 2
}

#[pg_extern]
fn full_name(first: &str, middle: Option<&str>, last: &str) -> String {
    match middle {
        Some(middle) => format!("{first} {middle} {last}"),
        None => format!("{first} {last}"),
    }
}

#[pg_extern]
fn total(amounts: Vec<i32>) -> i64 {
    amounts.into_iter().map(i64::from).sum()
}
