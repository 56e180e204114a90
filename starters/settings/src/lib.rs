use pgrx::guc::{GucContext, GucFlags, GucRegistry, GucSetting, PostgresGucEnum};
use pgrx::prelude::*;
use std::ffi::CString;

::pgrx::pg_module_magic!(name, version);

#[derive(Clone, Copy, PostgresGucEnum)]
enum Tone {
    Plain,
    Loud,
    Whispered,
}

static TONE: GucSetting<Tone> = GucSetting::<Tone>::new(Tone::Plain);
static REPEAT: GucSetting<i32> = GucSetting::<i32>::new(1);
static NAME: GucSetting<Option<CString>> = GucSetting::<Option<CString>>::new(Some(c"world"));

/// Runs when the library is loaded. The settings are prefixed with the extension's name to avoid conflicts.
#[pg_guard]
pub extern "C-unwind" fn _PG_init() {
    GucRegistry::define_enum_guc(
        c"my_extension.tone",
        c"How greetings sound.",
        c"One of plain, loud and whispered.",
        &TONE,
        GucContext::Userset,
        GucFlags::default(),
    );
    GucRegistry::define_int_guc(
        c"my_extension.repeat",
        c"How often a greeting is said.",
        c"From 1 to 5; only a superuser may change it.",
        &REPEAT,
        1,
        5,
        GucContext::Suset,
        GucFlags::default(),
    );
    GucRegistry::define_string_guc(
        c"my_extension.name",
        c"Who is greeted.",
        c"Anything at all.",
        &NAME,
        GucContext::Userset,
        GucFlags::default(),
    );
}

/// Reads the current settings.
#[pg_extern]
fn greeting() -> String {
    let name = NAME.get().unwrap_or_default();
    let text = format!("Hello, {}!", name.to_string_lossy());
    let text = match TONE.get() {
        Tone::Plain => text,
        Tone::Loud => text.to_uppercase(),
        Tone::Whispered => format!("({text})"),
    };
    vec![text; REPEAT.get() as usize].join(" ")
}
