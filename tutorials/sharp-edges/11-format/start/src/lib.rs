use pgrx::prelude::*;
use serde::{Deserialize, Serialize};

pg_module_magic!();

#[derive(PostgresType, Serialize, Deserialize)]
struct Place {
    x: i32,
    y: i32,
}
