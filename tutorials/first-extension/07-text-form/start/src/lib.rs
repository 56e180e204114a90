use pgrx::prelude::*;
use serde::{Deserialize, Serialize};

::pgrx::pg_module_magic!(name, version);

/// A square of a chess board, such as e4.
#[derive(Serialize, Deserialize, PostgresType)]
struct Square {
    file: char,
    rank: i32,
}
