//! Whether the library must be in shared_preload_libraries, judged by the source.
//!
//! The library itself does not tell: it is linked without dropping unused code, so every pgrx library contains, and
//! imports, all that shared memory and background workers need.

use crate::read;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::fs;
use std::path::Path;

/// Using any of these names means that Postgres demands, or the code expects, to be loaded at the server's start.
const NAMES: [&str; 12] = [
    "pg_shmem_init",
    "process_shared_preload_libraries_in_progress",
    "shmem_request_hook",
    "shmem_startup_hook",
    "RequestAddinShmemSpace",
    "RequestNamedLWLockTranche",
    "RegisterBackgroundWorker",
    "RegisterCustomRmgr",
    "PGC_POSTMASTER",
    // GucContext::Postmaster; a setting that only a restart changes must be defined at the start.
    "Postmaster",
    // Postgres calls them before a session can have loaded a library, or in processes that never load one by themselves.
    "ClientAuthentication_hook",
    "emit_log_hook",
];

/// What makes an SQL function of the library's code, whose call loads the library into a session.
const LOADED_BY: [&str; 6] = [
    "pg_extern",
    "pg_trigger",
    "pg_operator",
    "pg_cast",
    "pg_aggregate",
    "PostgresType",
];

/// Bounds for a project of any shape.
const MOST_FILES: usize = 500;
const LONGEST_FILE: u64 = 4 * 1024 * 1024;
const DEEPEST_FOLDER: usize = 16;

/// True where a source file of the project shows that it must be preloaded.
pub fn is_needed(project: &Path) -> bool {
    let mut left = MOST_FILES;
    let mut hooks_alone = Hooks::default();
    any_source(
        &project.join("src"),
        DEEPEST_FOLDER,
        &mut left,
        &mut |source| shows_need(source, &mut hooks_alone),
    ) || hooks_alone.are_all()
}

/// Whether Rust source names one of the reasons, outside comments and strings. Source that is no Rust has none.
fn shows_need(source: &str, hooks: &mut Hooks) -> bool {
    let Ok(tokens) = source.parse::<TokenStream>() else {
        return false;
    };
    let mut tokens_seen = Tokens::default();
    tokens_seen.walk(tokens);
    hooks.set |= tokens_seen.sets_hook;
    hooks.loaded |= tokens_seen.loaded;
    tokens_seen.named || (tokens_seen.builds_worker && tokens_seen.loads)
}

/// What all files together show: a library that only sets hooks has nothing whose call would load it.
#[derive(Default)]
struct Hooks {
    set: bool,
    loaded: bool,
}

impl Hooks {
    fn are_all(&self) -> bool {
        self.set && !self.loaded
    }
}

/// A background worker's builder registers by `load()` at the server's start and by `load_dynamic()` at any time.
#[derive(Default)]
struct Tokens {
    named: bool,
    builds_worker: bool,
    loads: bool,
    sets_hook: bool,
    loaded: bool,
}

impl Tokens {
    fn walk(&mut self, tokens: TokenStream) {
        let mut previous: [Option<String>; 2] = [None, None];
        for token in tokens {
            let text = match &token {
                TokenTree::Ident(name) => name.to_string(),
                TokenTree::Punct(mark) => mark.to_string(),
                TokenTree::Literal(_) => String::new(),
                TokenTree::Group(group) => {
                    let empty_call =
                        group.delimiter() == Delimiter::Parenthesis && group.stream().is_empty();
                    let method = [previous[0].as_deref(), previous[1].as_deref()]
                        == [Some("."), Some("load")];
                    self.loads |= empty_call && method;
                    self.walk(group.stream());
                    String::new()
                }
            };
            self.named |= NAMES.contains(&text.as_str());
            self.builds_worker |= text == "BackgroundWorkerBuilder";
            self.sets_hook |= text.ends_with("_hook");
            self.loaded |= LOADED_BY.contains(&text.as_str());
            let [_, last] = previous;
            previous = [last, Some(text)];
        }
    }
}

fn any_source(
    folder: &Path,
    depth: usize,
    left: &mut usize,
    found: &mut dyn FnMut(&str) -> bool,
) -> bool {
    let Ok(entries) = fs::read_dir(folder) else {
        return false;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        let Ok(kind) = entry.file_type() else {
            continue;
        };
        if kind.is_dir() {
            if depth > 0 && any_source(&path, depth - 1, left, found) {
                return true;
            }
        } else if path.extension() == Some("rs".as_ref()) {
            if *left == 0 {
                return false;
            }
            *left -= 1;
            if read::text(&path, LONGEST_FILE).is_ok_and(|source| found(&source)) {
                return true;
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{shows_need, Hooks};

    fn alone(sources: &[&str]) -> bool {
        let mut hooks = Hooks::default();
        let named = sources.iter().any(|source| shows_need(source, &mut hooks));
        named || hooks.are_all()
    }

    #[test]
    fn shared_memory_workers_at_start_and_postmaster_settings_need_it() {
        for source in [
            "fn _PG_init() { pg_shmem_init!(N); }",
            "fn _PG_init() { BackgroundWorkerBuilder::new(\"w\").set_library(\"x\").load(); }",
            "fn f() { unsafe { pg_sys::RegisterBackgroundWorker(&mut w) } }",
            "GucRegistry::define_int_guc(a, b, c, &G, 0, 9, GucContext::Postmaster, GucFlags::default());",
            "#[pg_extern] fn f() {} fn _PG_init() { unsafe { libpq::ClientAuthentication_hook = Some(greet); } }",
            "fn _PG_init() { unsafe { pg_sys::ExecutorRun_hook = Some(run); } }",
        ] {
            assert!(alone(&[source]), "{source}");
        }
    }

    #[test]
    fn other_code_comments_and_strings_do_not() {
        for source in [
            "#[pg_extern] fn hello() -> &'static str { \"pg_shmem_init!\" }",
            "// pg_shmem_init!(N)\nfn f() {}",
            "fn f() { BackgroundWorkerBuilder::new(\"w\").load_dynamic(); N.load(Ordering::Relaxed); }",
            "fn f() { config.load(); }",
            "not rust (",
        ] {
            assert!(!alone(&[source]), "{source}");
        }
    }

    #[test]
    fn hooks_beside_functions_do_not_since_a_call_loads_the_library() {
        let hooks = "fn _PG_init() { unsafe { pg_sys::planner_hook = Some(plan); } }";
        assert!(alone(&[hooks, "mod a;"]));
        assert!(!alone(&[hooks, "#[pg_extern] fn count() -> i64 { 1 }"]));
    }
}
