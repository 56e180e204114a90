//! `install-extension --so LIBRARY --manifest CARGO_TOML`: installs a compiled pgrx extension, as `cargo pgrx install`
//! does after its build. Prints one line of JSON: what was installed, or with exit status 1 why it was not.

mod failure;
mod install;
mod items;
mod preload;
mod project;
mod read;
mod schema;

use failure::Failure;
use project::Project;
use serde_json::{Value, json};
use std::fs::File;
use std::io::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const LARGEST_LIBRARY: u64 = 512 * 1024 * 1024;

fn main() -> ExitCode {
    // A caught panic of pgrx's decoder is told in the answer; its trace on stderr would tell it twice.
    std::panic::set_hook(Box::new(|_| {}));
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [so_flag, library, manifest_flag, manifest] = arguments.as_slice() else {
        return usage();
    };
    if so_flag != "--so" || manifest_flag != "--manifest" {
        return usage();
    }
    match run(Path::new(library), Path::new(manifest)) {
        Ok(answer) => {
            println!("{answer}");
            ExitCode::SUCCESS
        }
        Err(failure) => {
            println!("{}", failure.to_json());
            ExitCode::FAILURE
        }
    }
}

fn run(library: &Path, manifest: &Path) -> Result<Value, Failure> {
    let manifest = absolute(manifest)?;
    let project = Project::read(&manifest)?;
    // Each reads at a position of its own; copying 22 MB takes as long as making the SQL.
    let (to_read, to_copy) = (open_library(library)?, open_library(library)?);
    let (staged, sql) = std::thread::scope(|scope| {
        let staged = scope.spawn(|| install::stage(&project, &to_copy));
        let sql = schema::generate(&to_read, &project);
        (staged.join().expect("copying does not panic"), sql)
    });
    let changes = install::install(&project, staged?, sql?)?;
    Ok(json!({
        "name": project.name,
        "version": project.version,
        "sql": changes.script,
        "sqlChanged": changes.sql,
        "soChanged": changes.library,
        "controlChanged": changes.control,
        "preload": preload::is_needed(&project.folder),
        "libraryPath": changes.library_path,
    }))
}

fn open_library(path: &Path) -> Result<File, Failure> {
    let no_library = |reason: Error| {
        Failure::new(
            "noLibrary",
            format!("{}: {reason}", path.display()),
            "The crate's type must be cdylib: crate-type = [\"cdylib\"] under [lib].",
        )
    };
    let (file, length) = read::open(path).map_err(no_library)?;
    if length > LARGEST_LIBRARY {
        let reason = format!("it is longer than {LARGEST_LIBRARY} bytes");
        return Err(no_library(Error::other(reason)));
    }
    Ok(file)
}

/// Without a folder before it, a manifest's path would not lead to what lies beside it.
fn absolute(path: &Path) -> Result<PathBuf, Failure> {
    std::path::absolute(path)
        .map_err(|error| Failure::new("badManifest", format!("{}: {error}", path.display()), ""))
}

fn usage() -> ExitCode {
    eprintln!("usage: install-extension --so LIBRARY --manifest CARGO_TOML");
    ExitCode::from(2)
}
