use pgrx::datum::TryFromDatumError;
use pgrx::prelude::*;

::pgrx::pg_module_magic!(name, version);

/// Refuses an update by which a price would more than double.
#[pg_trigger]
fn calm_price<'a>(
    trigger: &'a PgTrigger<'a>,
) -> Result<Option<PgHeapTuple<'a, impl WhoAllocated>>, TryFromDatumError> {
    let Some(new) = trigger.new() else {
        error!("calm_price is for INSERT and UPDATE, FOR EACH ROW");
    };
    let before: Option<i32> = match trigger.old() {
        Some(old) => old.get_by_name("price")?,
        None => None,
    };
    let after: Option<i32> = new.get_by_name("price")?;
    if let (Some(before), Some(after)) = (before, after) {
        if i64::from(after) > 2 * i64::from(before) {
            ereport!(
                ERROR,
                PgSqlErrorCode::ERRCODE_CHECK_VIOLATION,
                format!("the price may not rise from {before} to {after}")
            );
        }
    }
    Ok(Some(new))
}
