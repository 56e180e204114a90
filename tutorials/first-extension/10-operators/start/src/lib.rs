use pgrx::prelude::*;

mod square;
use square::Square;

::pgrx::pg_module_magic!(name, version);

/// How many moves a king needs.
#[pg_extern(immutable, parallel_safe)]
fn distance(a: Square, b: Square) -> i32 {
    let files = (a.file() - b.file()).abs();
    let ranks = (a.rank() - b.rank()).abs();
    files.max(ranks)
}
