use pgrx::prelude::*;
use pgrx::spi;

::pgrx::pg_module_magic!(name, version);

// A part of CREATE EXTENSION: the table belongs to the extension.
extension_sql!(
    "CREATE TABLE account (owner text PRIMARY KEY, cents bigint NOT NULL);
     INSERT INTO account VALUES ('ada', 5000), ('bob', 1200);",
    name = "account",
);

#[pg_extern(stable)]
fn balance(owner: &str) -> Result<Option<i64>, spi::Error> {
    Spi::get_one(&format!("SELECT cents FROM account WHERE owner = '{owner}'"))
}
