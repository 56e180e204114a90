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
    let query = "SELECT cents FROM account WHERE owner = $1";
    Spi::connect(|client| {
        match client.select(query, Some(1), &[owner.into()])?.next() {
            Some(row) => row.get(1),
            None => Ok(None),
        }
    })
}

#[pg_extern]
fn deposit(owner: &str, cents: i64) -> Result<Option<i64>, spi::Error> {
    let query = "UPDATE account SET cents = cents + $2 WHERE owner = $1 RETURNING cents";
    Spi::connect_mut(|client| {
        match client.update(query, None, &[owner.into(), cents.into()])?.next() {
            Some(row) => row.get(1),
            None => Ok(None),
        }
    })
}
