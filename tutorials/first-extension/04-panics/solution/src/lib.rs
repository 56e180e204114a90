use pgrx::prelude::*;

::pgrx::pg_module_magic!(name, version);

#[pg_extern(immutable, parallel_safe)]
fn divide(a: i32, b: i32) -> i32 {
    a / b
}

/// The n-th word of a sentence, from 1; null where there is none.
#[pg_extern(immutable, parallel_safe)]
fn nth_word(sentence: &str, n: i32) -> Option<String> {
    let index = usize::try_from(n).ok()?.checked_sub(1)?;
    sentence.split_whitespace().nth(index).map(str::to_string)
}
