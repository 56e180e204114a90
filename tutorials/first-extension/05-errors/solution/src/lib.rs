use pgrx::prelude::*;

::pgrx::pg_module_magic!(name, version);

#[pg_extern(immutable, parallel_safe)]
fn percent(part: f64, whole: f64) -> f64 {
    for number in [part, whole] {
        if number < 0.0 {
            ereport!(
                ERROR,
                PgSqlErrorCode::ERRCODE_INVALID_PARAMETER_VALUE,
                format!("negative: {number}")
            );
        }
    }
    if whole == 0.0 {
        ereport!(
            ERROR,
            PgSqlErrorCode::ERRCODE_DIVISION_BY_ZERO,
            "percent of nothing"
        );
    }
    part / whole * 100.0
}
