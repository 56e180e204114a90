use pgx::*;

pg_module_magic!();

#[pg_extern]
fn hello_of_four() -> &'static str {
    "Hello, of_four"
}

#[pg_extern]
fn numbers() -> impl std::iter::Iterator<Item = i32> {
    vec![1, 2, 3].into_iter()
}

#[cfg(any(test, feature = "pg_test"))]
#[pg_schema]
mod tests {
    use pgx::*;

    #[pg_test]
    fn test_hello_of_four() {
        assert_eq!("Hello, of_four", crate::hello_of_four());
    }

}

/// This module is required by `cargo pgx test` invocations.
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
