//! Puts files where Postgres finds them, each by a new file and a rename: a backend that has the old library mapped
//! keeps it, and nobody sees half a file.

use crate::failure::Failure;
use crate::items;
use crate::project::{Project, replace_tokens};
use crate::read;
use std::fs::{self, File};
use std::io::{self, Seek};
use std::path::{Path, PathBuf};

/// Written when the image was built: pkglibdir and sharedir's extension folder, a line each.
const FOLDERS: &str = "/opt/pgrx/install-folders";
const LONGEST_UPDATE_SCRIPT: u64 = 4 * 1024 * 1024;
const MOST_UPDATE_SCRIPTS: usize = 200;

const LONGEST_SCRIPT: u64 = 64 * 1024 * 1024;

pub struct Changes {
    pub control: bool,
    pub library: bool,
    pub sql: bool,
    pub library_path: PathBuf,
    /// The script that is installed now: one that was there stays when it has the same items.
    pub script: String,
}

/// A library that lies beside the one whose place it is to take, or is the one that is there already.
pub struct Staged {
    path: PathBuf,
    new: Option<NewFile>,
}

/// Copies the library to where it can be put in place by a rename.
pub fn stage(project: &Project, mut library: &File) -> Result<Staged, Failure> {
    let path = folders()?.0.join(project.library_file_name());
    let failed = |error| cannot_write(&path, &error);
    let length = library.metadata().map_err(failed)?.len();
    if read::holds(&path, length, library) {
        return Ok(Staged { path, new: None });
    }
    library.rewind().map_err(failed)?;
    let new = NewFile::beside(&path);
    // By the kernel.
    File::create(&new.0)
        .and_then(|mut file| io::copy(&mut library, &mut file))
        .map_err(failed)?;
    Ok(Staged {
        path,
        new: Some(new),
    })
}

/// Installs everything; tells what differs from what was there before under the same names.
pub fn install(project: &Project, library: Staged, sql: String) -> Result<Changes, Failure> {
    let (_, extension_folder) = folders()?;
    let updates = update_scripts(project)?;
    let script_path = extension_folder.join(format!("{}--{}.sql", project.name, project.version));
    let installed = read::text(&script_path, LONGEST_SCRIPT).ok();
    let script = installed
        .filter(|text| items::are_same(text, &sql))
        .unwrap_or(sql);
    let control_path = extension_folder.join(&project.control_file_name);
    let changes = Changes {
        control: replace(&control_path, project.control_text.as_bytes())?,
        library: put(&library.path, library.new)?,
        sql: replace(&script_path, script.as_bytes())?,
        library_path: library.path,
        script,
    };
    for (name, text) in updates {
        replace(&extension_folder.join(name), text.as_bytes())?;
    }
    Ok(changes)
}

fn folders() -> Result<(PathBuf, PathBuf), Failure> {
    let text =
        fs::read_to_string(FOLDERS).map_err(|error| cannot_write(Path::new(FOLDERS), &error))?;
    let mut lines = text.lines();
    Ok((
        lines.next().unwrap_or_default().into(),
        lines.next().unwrap_or_default().into(),
    ))
}

/// The files sql/NAME--OLD--NEW.sql, tokens replaced.
fn update_scripts(project: &Project) -> Result<Vec<(String, String)>, Failure> {
    let Ok(entries) = fs::read_dir(project.folder.join("sql")) else {
        return Ok(Vec::new());
    };
    let mut scripts = Vec::new();
    for entry in entries.flatten() {
        let Ok(file_name) = entry.file_name().into_string() else {
            continue;
        };
        if !is_update_script(&file_name, &project.name) {
            continue;
        }
        let bad = |error: io::Error| {
            Failure::new("badUpdateScript", format!("sql/{file_name}: {error}"), "")
        };
        if scripts.len() == MOST_UPDATE_SCRIPTS {
            return Err(bad(io::Error::other(format!(
                "more than {MOST_UPDATE_SCRIPTS} update scripts"
            ))));
        }
        let text = read::text(&entry.path(), LONGEST_UPDATE_SCRIPT).map_err(bad)?;
        scripts.push((file_name, replace_tokens(&text, &project.version)?));
    }
    Ok(scripts)
}

/// `^NAME--.+--.+\.sql$`, as cargo-pgrx has it.
fn is_update_script(file_name: &str, extension: &str) -> bool {
    let rest = file_name
        .strip_prefix(extension)
        .and_then(|rest| rest.strip_prefix("--"));
    let versions = rest.and_then(|rest| rest.strip_suffix(".sql"));
    // The separator can stand anywhere but at either end.
    versions.is_some_and(|versions| {
        versions
            .match_indices("--")
            .any(|(index, _)| index > 0 && index + 2 < versions.len())
    })
}

/// Whether the content differs from what was there; if so it takes its place.
fn replace(path: &Path, content: &[u8]) -> Result<bool, Failure> {
    if read::holds(path, content.len() as u64, content) {
        return Ok(false);
    }
    let new = NewFile::beside(path);
    fs::write(&new.0, content).map_err(|error| cannot_write(path, &error))?;
    put(path, Some(new))
}

/// Whether there is a new file; it takes its place.
fn put(path: &Path, new: Option<NewFile>) -> Result<bool, Failure> {
    let Some(new) = new else {
        return Ok(false);
    };
    fs::rename(&new.0, path).map_err(|error| cannot_write(path, &error))?;
    Ok(true)
}

/// A file that is gone when it was not put in place: what is half written only takes up space.
struct NewFile(PathBuf);

impl NewFile {
    fn beside(path: &Path) -> NewFile {
        NewFile(path.with_file_name(format!(".{}.new", std::process::id())))
    }
}

impl Drop for NewFile {
    fn drop(&mut self) {
        // After its rename there is none.
        let _ = fs::remove_file(&self.0);
    }
}

fn cannot_write(path: &Path, error: &io::Error) -> Failure {
    Failure::new(
        "cannotWrite",
        format!("{}: {error}", path.display()),
        "The session's disk may be full.",
    )
}

#[cfg(test)]
mod tests {
    use super::is_update_script;

    #[test]
    fn update_scripts_name_two_versions() {
        assert!(is_update_script("x--1.0--1.1.sql", "x"));
        for name in [
            "x--1.0.sql",
            "x----1.sql",
            "x--1--.sql",
            "y--1--2.sql",
            "x--1--2.txt",
        ] {
            assert!(!is_update_script(name, "x"), "{name}");
        }
    }
}
