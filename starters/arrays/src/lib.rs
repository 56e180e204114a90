use pgrx::prelude::*;

::pgrx::pg_module_magic!(name, version);

/// An `Array` is read in place, without copying. Its elements can be null.
#[pg_extern(immutable, parallel_safe)]
fn describe(values: Array<i32>) -> String {
    let nulls = values.iter().filter(Option::is_none).count();
    let sum: i64 = values.iter().flatten().map(i64::from).sum();
    format!("{} elements, {nulls} of them null, sum {sum}", values.len())
}

/// Without nulls, it can be used as a slice: the fastest way to read.
#[pg_extern(immutable, parallel_safe)]
fn dot(a: Array<f64>, b: Array<f64>) -> Result<f64, ArraySliceError> {
    let (a, b) = (a.as_slice()?, b.as_slice()?);
    if a.len() != b.len() {
        error!("{} and {} elements cannot be multiplied", a.len(), b.len());
    }
    Ok(a.iter().zip(b).map(|(x, y)| x * y).sum())
}

/// A `Vec` is a copy, and is returned as an array.
#[pg_extern(immutable, parallel_safe)]
fn rotate(mut values: Vec<Option<String>>, by: i32) -> Vec<Option<String>> {
    let length = values.len().max(1);
    values.rotate_left(by.rem_euclid(length as i32) as usize);
    values
}

/// Any number of arguments.
#[pg_extern(immutable, parallel_safe)]
fn longest(words: VariadicArray<&str>) -> Option<String> {
    words
        .iter()
        .flatten()
        .max_by_key(|word| word.chars().count())
        .map(str::to_string)
}
