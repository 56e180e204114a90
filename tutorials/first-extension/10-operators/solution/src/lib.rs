use pgrx::prelude::*;

mod square;
use square::Square;

::pgrx::pg_module_magic!(name, version);

/// How many moves a king needs.
#[pg_operator(immutable, parallel_safe)]
#[opname(<->)]
#[commutator(<->)]
fn distance(a: Square, b: Square) -> i32 {
    let files = (a.file() - b.file()).abs();
    let ranks = (a.rank() - b.rank()).abs();
    files.max(ranks)
}

/// The square so many ranks higher; none where the board ends.
#[pg_operator(immutable, parallel_safe)]
#[opname(+)]
fn up(square: Square, ranks: i32) -> Option<Square> {
    Square::new(square.file(), square.rank().checked_add(ranks)?)
}
