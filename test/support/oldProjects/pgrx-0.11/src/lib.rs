use pgrx::prelude::*;
use pgrx::{GucContext, GucFlags, GucRegistry, GucSetting, PgLwLock};
use std::ffi::CStr;

pgrx::pg_module_magic!();

static GREETING: GucSetting<Option<&'static CStr>> = GucSetting::<Option<&'static CStr>>::new(None);
static LOUD: GucSetting<bool> = GucSetting::<bool>::new(false);
static CALLS: PgLwLock<i32> = PgLwLock::new();

#[pg_guard]
pub extern "C" fn _PG_init() {
    GucRegistry::define_string_guc(
        "of_eleven.greeting",
        "How it greets.",
        "What stands before the name.",
        &GREETING,
        GucContext::Userset,
        GucFlags::default(),
    );
    GucRegistry::define_bool_guc(
        "of_eleven.loud",
        "Whether it is loud.",
        "It says so with a mark.",
        &LOUD,
        GucContext::Userset,
        GucFlags::default(),
    );
}

#[pg_extern]
fn hello_of_eleven() -> &'static str {
    "Hello, of_eleven"
}

#[pg_extern]
fn greeting() -> String {
    let words = GREETING.get().map_or("Hello".to_string(), |text| text.to_string_lossy().into_owned());
    if LOUD.get() { format!("{words}!") } else { words }
}

/// Works only where the library is preloaded.
#[pg_extern]
fn calls() -> i32 {
    *CALLS.share()
}

#[pg_extern]
fn count_tables() -> Result<Option<i64>, spi::Error> {
    Spi::connect(|client| {
        client.select("SELECT count(*) FROM pg_class", None, None)?.first().get_one::<i64>()
    })
}

#[cfg(any(test, feature = "pg_test"))]
#[pg_schema]
mod tests {
    use pgrx::prelude::*;

    #[pg_test]
    fn test_hello_of_eleven() {
        assert_eq!("Hello, of_eleven", crate::hello_of_eleven());
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
