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
    let library = open_library(library).map_err(|error| {
        let message = format!("{}: {error}", library.display());
        Failure::new(
            "noLibrary",
            message,
            "The crate's type must be cdylib: crate-type = [\"cdylib\"] under [lib].",
        )
    })?;
    let sql = schema::generate(&library, &project)?;
    let changes = install::install(&project, &library, sql)?;
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

fn open_library(path: &Path) -> std::io::Result<File> {
    let (file, length) = read::open(path)?;
    if length > LARGEST_LIBRARY {
        return Err(Error::other(format!(
            "it is longer than {LARGEST_LIBRARY} bytes"
        )));
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
