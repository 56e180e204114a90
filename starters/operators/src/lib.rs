use pgrx::prelude::*;
use serde::{Deserialize, Serialize};

::pgrx::pg_module_magic!(name, version);

/// A release number. `PostgresEq` and `PostgresOrd` derive `=`, `<`, and so on from Rust's own, with the operator class
/// for B-tree indexes, ORDER BY, and DISTINCT; `PostgresHash` does the same for hash indexes and joins.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[derive(PostgresType, PostgresEq, PostgresOrd, PostgresHash)]
struct Release {
    major: i32,
    minor: i32,
    patch: i32,
}

#[pg_extern(immutable, parallel_safe)]
fn release(major: i32, minor: default!(i32, 0), patch: default!(i32, 0)) -> Release {
    Release {
        major,
        minor,
        patch,
    }
}

#[pg_extern(immutable, parallel_safe)]
fn show(release: Release) -> String {
    let Release {
        major,
        minor,
        patch,
    } = release;
    format!("{major}.{minor}.{patch}")
}

/// `release + n` is the n-th next minor release.
#[pg_operator(immutable, parallel_safe)]
#[opname(+)]
fn plus(release: Release, minors: i32) -> Release {
    Release {
        minor: release.minor + minors,
        patch: 0,
        ..release
    }
}

/// `a ~> b`: a is compatible with b, like Cargo's caret.
#[pg_operator(immutable, parallel_safe)]
#[opname(~>)]
fn compatible(a: Release, b: Release) -> bool {
    a.major == b.major && a >= b
}
