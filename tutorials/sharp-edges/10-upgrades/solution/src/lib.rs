use pgrx::prelude::*;

pg_module_magic!();

#[pg_extern]
fn shout(text: &str) -> String {
    text.to_uppercase()
}

#[pg_extern(name = "shout")]
fn shout_with_marks(text: &str, marks: i32) -> String {
    shout(text) + &"!".repeat(marks.max(0) as usize)
}

#[pg_extern]
fn whisper(text: &str) -> String {
    text.to_lowercase()
}
