use pgrx::prelude::*;

::pgrx::pg_module_magic!(name, version);

#[pg_extern(immutable, parallel_safe)]
fn full_name(first: Option<&str>, middle: Option<&str>, last: Option<&str>) -> Option<String> {
    let (first, last) = (first?, last?);
    Some(match middle {
        Some(middle) => format!("{first} {middle} {last}"),
        None => format!("{first} {last}"),
    })
}
