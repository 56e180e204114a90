use pgrx::prelude::*;

::pgrx::pg_module_magic!(name, version);

/// One column of rows, from any iterator. In a SELECT list, rows are produced on demand, so that LIMIT stops it
/// early; in FROM, Postgres collects all of them first.
#[pg_extern(immutable, parallel_safe)]
fn primes_below(bound: i64) -> SetOfIterator<'static, i64> {
    let is_prime = |n: &i64| (2..).take_while(|d| d * d <= *n).all(|d| n % d != 0);
    SetOfIterator::new((2..bound).filter(is_prime))
}

/// Rows with several columns, whose names are part of the type.
#[pg_extern(immutable, parallel_safe)]
fn words(
    text: &str,
) -> TableIterator<
    'static,
    (
        name!(position, i32),
        name!(word, String),
        name!(capital, bool),
    ),
> {
    let rows: Vec<_> = text
        .split_whitespace()
        .enumerate()
        .map(|(at, word)| {
            (
                at as i32 + 1,
                word.to_string(),
                word.starts_with(char::is_uppercase),
            )
        })
        .collect();
    TableIterator::new(rows)
}

/// The Collatz sequence from n to 1.
#[pg_extern(immutable, parallel_safe)]
fn collatz(n: i64) -> SetOfIterator<'static, i64> {
    let next = |n: &i64| match *n {
        n if n <= 1 => None,
        n if n % 2 == 0 => Some(n / 2),
        n => Some(3 * n + 1),
    };
    SetOfIterator::new(std::iter::successors(Some(n), next))
}
