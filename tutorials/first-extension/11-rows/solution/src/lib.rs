use pgrx::prelude::*;

mod square;
use square::Square;

::pgrx::pg_module_magic!(name, version);

/// The eight squares of a rank.
#[pg_extern(immutable, parallel_safe)]
fn squares_on(rank: i32) -> SetOfIterator<'static, Square> {
    SetOfIterator::new((1..=8).filter_map(move |file| Square::new(file, rank)))
}

/// Where a knight can go.
#[pg_extern(immutable, parallel_safe)]
fn knight_moves(from: Square) -> SetOfIterator<'static, Square> {
    let steps = [(1, 2), (2, 1), (2, -1), (1, -2), (-1, -2), (-2, -1), (-2, 1), (-1, 2)];
    SetOfIterator::new(
        steps
            .into_iter()
            .filter_map(move |(file, rank)| Square::new(from.file() + file, from.rank() + rank)),
    )
}
