use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;

::pgrx::pg_module_magic!(name, version);

/// A panic is an ERROR: the transaction ends, the session continues, and every `drop` runs.
#[pg_extern]
fn unwrap_nothing(numbers: Vec<i32>) -> i32 {
    *numbers.first().expect("there is no first number")
}

/// A `Result` whose error describes the problem.
#[pg_extern(immutable)]
fn parse_port(text: &str) -> Result<i32, std::num::ParseIntError> {
    text.parse::<u16>().map(i32::from)
}

/// Everything that a Postgres error can have: code, detail, hint.
#[pg_extern(immutable)]
fn withdraw(cents: i64, wanted: i64) -> i64 {
    if wanted > cents {
        ErrorReport::new(
            PgSqlErrorCode::ERRCODE_INSUFFICIENT_RESOURCES,
            format!("{wanted} cents are more than there are"),
            function_name!(),
        )
        .set_detail(format!("The account has {cents} cents."))
        .set_hint("Ask for less.")
        .report(PgLogLevel::ERROR);
    }
    cents - wanted
}

/// Messages along the way. `log!` writes to the server log, which has its own tab.
#[pg_extern]
fn talk() {
    debug1!("seen where client_min_messages is debug1 or lower");
    log!("written into the server's log");
    info!("info always reaches the client");
    notice!("notice reaches it by default");
    warning!("and so does warning");
}

/// Catches a Postgres error. Changes made before the error are not undone: that would need a subtransaction.
#[pg_extern]
fn is_valid_sql(query: &str) -> bool {
    PgTryBuilder::new(|| Spi::run(query).is_ok())
        .catch_others(|error| {
            if let pg_sys::panic::CaughtError::PostgresError(report) = error {
                notice!("caught {:?}: {}", report.sql_error_code(), report.message());
            }
            false
        })
        .execute()
}
