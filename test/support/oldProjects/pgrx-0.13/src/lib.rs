use pgrx::prelude::*;
use serde::{Deserialize, Serialize};

::pgrx::pg_module_magic!();

#[derive(PostgresType, Serialize, Deserialize, Clone, Debug)]
pub struct Place {
    x: i32,
    y: i32,
}

#[pg_extern]
fn hello_of_thirteen() -> &'static str {
    "Hello, of_thirteen"
}

#[pg_extern]
fn place(x: i32, y: i32) -> Place {
    Place { x, y }
}

#[pg_extern]
fn keep(number: i32) -> Result<i64, spi::Error> {
    Spi::connect(|mut client| {
        client.update("CREATE TABLE IF NOT EXISTS kept (n int)", None, None)?;
        client.update(&format!("INSERT INTO kept VALUES ({number})"), None, None)?;
        let rows = client.select("SELECT n FROM kept", None, None)?;
        Ok(rows.len() as i64)
    })
}

#[cfg(any(test, feature = "pg_test"))]
#[pg_schema]
mod tests {
    use pgrx::prelude::*;

    #[pg_test]
    fn test_hello_of_thirteen() {
        assert_eq!("Hello, of_thirteen", crate::hello_of_thirteen());
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
