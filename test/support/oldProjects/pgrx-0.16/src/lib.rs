use pgrx::prelude::*;

::pgrx::pg_module_magic!(name, version);

#[pg_extern]
fn hello_of_sixteen() -> &'static str {
    "Hello, of_sixteen"
}

#[pg_extern]
fn lengths(words: Array<&str>) -> TableIterator<'static, (name!(word, String), name!(length, i32))> {
    let rows: Vec<_> = words.iter().flatten().map(|word| (word.to_string(), word.len() as i32)).collect();
    TableIterator::new(rows)
}

#[cfg(any(test, feature = "pg_test"))]
#[pg_schema]
mod tests {
    use pgrx::prelude::*;

    #[pg_test]
    fn test_hello_of_sixteen() {
        assert_eq!("Hello, of_sixteen", crate::hello_of_sixteen());
    }

}

/// This module is required by `cargo pgrx test` invocations.
/// It must be visible at the root of your extension crate.
#[cfg(test)]
pub mod pg_test {
    pub fn setup(_options: Vec<&str>) {
        // perform one-off initialization when the pg_test framework starts
    }

    pub fn postgresql_conf_options() -> Vec<&'static str> {
        // return any postgresql.conf settings that are required for your tests
        vec![]
    }
}
