use pgrx::prelude::*;
use serde::{Deserialize, Serialize};

pg_module_magic!();

#[derive(PostgresType, Serialize, Deserialize)]
struct Place {
    #[serde(alias = "x")]
    east: i32,
    #[serde(alias = "y")]
    north: i32,
    #[serde(default)]
    height: i32,
}
