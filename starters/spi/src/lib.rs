use pgrx::prelude::*;
use pgrx::spi;

::pgrx::pg_module_magic!(name, version);

// Runs as part of CREATE EXTENSION: the table belongs to the extension.
extension_sql!(
    "CREATE TABLE account (owner text PRIMARY KEY, cents bigint NOT NULL CHECK (cents >= 0));",
    name = "account",
);

/// One value. Arguments are passed as parameters, never pasted into the SQL.
#[pg_extern(stable)]
fn balance(owner: &str) -> Result<Option<i64>, spi::Error> {
    Spi::connect(|client| {
        let query = "SELECT cents FROM account WHERE owner = $1";
        match client.select(query, Some(1), &[owner.into()])?.next() {
            Some(row) => row.get(1),
            None => Ok(None),
        }
    })
}

/// Several statements that write. They are part of the caller's transaction: an error undoes them all.
#[pg_extern]
fn transfer(payer: &str, payee: &str, cents: i64) -> Result<i64, spi::Error> {
    let add = "UPDATE account SET cents = cents + $2 WHERE owner = $1";
    Spi::connect_mut(|client| {
        for (owner, amount) in [(payer, -cents), (payee, cents)] {
            let changed = client.update(add, None, &[owner.into(), amount.into()])?;
            if changed.is_empty() {
                error!("there is no account of {owner}");
            }
        }
        Ok(cents)
    })
}

/// Rows: what SPI reads is freed with its connection, so collect the rows inside.
#[pg_extern(stable)]
fn richest(
    count: i64,
) -> Result<
    TableIterator<'static, (name!(owner, Option<String>), name!(euros, Option<f64>))>,
    spi::Error,
> {
    Spi::connect(|client| {
        let query = "SELECT owner, cents / 100.0::float8 FROM account ORDER BY cents DESC LIMIT $1";
        let rows = client
            .select(query, None, &[count.into()])?
            .map(|row| Ok((row.get(1)?, row.get(2)?)))
            .collect::<Result<Vec<_>, spi::Error>>()?;
        Ok(TableIterator::new(rows))
    })
}
