use pgrx::datum::TryFromDatumError;
use pgrx::prelude::*;

::pgrx::pg_module_magic!(name, version);

/// Fills `slug` from `title`. The returned row is what is written; `None` would skip the row.
#[pg_trigger]
fn slugify<'a>(
    trigger: &'a PgTrigger<'a>,
) -> Result<Option<PgHeapTuple<'a, impl WhoAllocated>>, TryFromDatumError> {
    let Some(row) = trigger.new() else {
        error!("slugify belongs BEFORE INSERT OR UPDATE, FOR EACH ROW");
    };
    let mut row = row.into_owned();
    let title: Option<&str> = row.get_by_name("title")?;
    let slug = slug_of(title.unwrap_or_default());
    if slug.is_empty() {
        ereport!(
            ERROR,
            PgSqlErrorCode::ERRCODE_CHECK_VIOLATION,
            "a title needs a letter or a digit"
        );
    }
    row.set_by_name("slug", slug)?;
    Ok(Some(row))
}

fn slug_of(title: &str) -> String {
    let words = title.split(|c: char| !c.is_alphanumeric());
    let words: Vec<_> = words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.join("-")
}

/// Reports what was done, with the arguments of CREATE TRIGGER.
#[pg_trigger]
fn announce<'a>(
    trigger: &'a PgTrigger<'a>,
) -> Result<Option<PgHeapTuple<'a, impl WhoAllocated>>, PgTriggerError> {
    let (table, operation) = (trigger.table_name()?, trigger.op()?);
    notice!(
        "{operation} on {table}: {}",
        trigger.extra_args()?.join(", ")
    );
    Ok(trigger.new())
}
