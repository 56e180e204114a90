use pgrx::prelude::*;

mod square;
use square::Square;

::pgrx::pg_module_magic!(name, version);

/// The eight squares of a rank.
#[pg_extern(immutable, parallel_safe)]
fn squares_on(rank: i32) -> SetOfIterator<'static, Square> {
    SetOfIterator::new((1..=8).filter_map(move |file| Square::new(file, rank)))
}
