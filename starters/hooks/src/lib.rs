use pgrx::prelude::*;
use std::cell::Cell;
use std::sync::OnceLock;

::pgrx::pg_module_magic!(name, version);

thread_local! {
    static COUNT: Cell<i64> = const { Cell::new(0) };
}

/// The previous hook: hooks form a chain, and each one calls the next.
static NEXT: OnceLock<pg_sys::post_parse_analyze_hook_type> = OnceLock::new();

// Postgres 19 made the hook's last argument constant.
#[cfg(feature = "pg19")]
type Jumble = *const pg_sys::JumbleState;
#[cfg(not(feature = "pg19"))]
type Jumble = *mut pg_sys::JumbleState;

#[pg_guard]
pub extern "C-unwind" fn _PG_init() {
    // Safe here: a backend has one thread, and Postgres loads a library once.
    unsafe {
        NEXT.get_or_init(|| pg_sys::post_parse_analyze_hook);
        pg_sys::post_parse_analyze_hook = Some(after_analysis);
    }
}

/// Sees each query after parsing and name resolution.
#[pg_guard]
unsafe extern "C-unwind" fn after_analysis(
    state: *mut pg_sys::ParseState,
    query: *mut pg_sys::Query,
    jumble: Jumble,
) {
    COUNT.set(COUNT.get() + 1);
    // Postgres passes pointers that are valid during this call.
    unsafe {
        let delete = (*query).commandType == pg_sys::CmdType::CMD_DELETE;
        if delete && (*(*query).jointree).quals.is_null() {
            ereport!(
                ERROR,
                PgSqlErrorCode::ERRCODE_S_R_E_PROHIBITED_SQL_STATEMENT_ATTEMPTED,
                "DELETE without WHERE is refused here",
                "TRUNCATE empties a table, and says so."
            );
        }
        if let Some(Some(next)) = NEXT.get() {
            next(state, query, jumble);
        }
    }
}

/// The number of queries that the hook has seen in this session.
#[pg_extern]
fn queries_seen() -> i64 {
    COUNT.get()
}
