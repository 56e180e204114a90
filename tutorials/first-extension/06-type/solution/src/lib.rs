use pgrx::prelude::*;
use serde::{Deserialize, Serialize};

::pgrx::pg_module_magic!(name, version);

/// A square of a chess board, such as e4.
#[derive(Serialize, Deserialize, PostgresType)]
struct Square {
    file: char,
    rank: i32,
}

#[pg_extern(immutable, parallel_safe)]
fn colour(square: Square) -> &'static str {
    let file = square.file as i32 - 'a' as i32 + 1;
    if (file + square.rank) % 2 == 0 {
        "dark"
    } else {
        "light"
    }
}
