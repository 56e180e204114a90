use pgrx::prelude::*;
use std::thread;

pg_module_magic!();

/// Counts the words of all texts, each text in a thread, and says how many each has.
#[pg_extern]
fn count_words(texts: Vec<String>) -> i64 {
    notice!("{} texts", texts.len());
    let threads: Vec<_> = texts
        .into_iter()
        .map(|text| thread::spawn(move || text.split_whitespace().count() as i64))
        .collect();
    let mut sum = 0;
    for thread in threads {
        let words = thread.join().unwrap();
        notice!("{words} words");
        sum += words;
    }
    sum
}
