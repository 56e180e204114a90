use pgrx::datum::TryFromDatumError;
use pgrx::prelude::*;

::pgrx::pg_module_magic!(name, version);

/// Writes e-mail addresses in one way.
#[pg_trigger]
fn tidy_email<'a>(
    trigger: &'a PgTrigger<'a>,
) -> Result<Option<PgHeapTuple<'a, impl WhoAllocated>>, TryFromDatumError> {
    let Some(row) = trigger.new() else {
        error!("tidy_email is for INSERT and UPDATE, FOR EACH ROW");
    };
    let mut row = row.into_owned();
    if let Some(email) = row.get_by_name::<String>("email")? {
        row.set_by_name("email", email.trim().to_lowercase())?;
    }
    Ok(Some(row))
}
