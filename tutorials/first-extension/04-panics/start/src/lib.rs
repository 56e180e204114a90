use pgrx::prelude::*;

::pgrx::pg_module_magic!(name, version);

#[pg_extern(immutable, parallel_safe)]
fn divide(a: i32, b: i32) -> i32 {
    a / b
}

/// The n-th word of a sentence, from 1.
#[pg_extern(immutable, parallel_safe)]
fn nth_word(sentence: &str, n: i32) -> String {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    words[n as usize - 1].to_string()
}
