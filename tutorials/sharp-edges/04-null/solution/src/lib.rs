use pgrx::prelude::*;

pg_module_magic!();

#[pg_extern]
fn double(n: i32) -> i32 {
    n * 2
}

#[pg_extern]
fn full_name(first: Option<&str>, middle: Option<&str>, last: Option<&str>) -> Option<String> {
    let (first, last) = (first?, last?);
    Some(match middle {
        Some(middle) => format!("{first} {middle} {last}"),
        None => format!("{first} {last}"),
    })
}

#[pg_extern]
fn total(amounts: Vec<Option<i32>>) -> i64 {
    amounts.into_iter().flatten().map(i64::from).sum()
}

#[pg_extern]
fn or_zero(n: Option<i32>) -> i32 {
    n.unwrap_or(0)
}
