use pgrx::prelude::*;

::pgrx::pg_module_magic!(name, version);

#[pg_extern(immutable, parallel_safe)]
fn shout(words: &str, marks: default!(i32, 1)) -> String {
    let marks = "!".repeat(marks.max(0) as usize);
    format!("{}{marks}", words.to_uppercase())
}
