//! What the project says about its extension: the control file and the manifest.

use crate::failure::Failure;
use crate::read;
use cargo_toml::{Inheritable, Manifest};
use pgrx_sql_entity_graph::ControlFile;
use std::fs;
use std::path::{Path, PathBuf};

const LONGEST_CONTROL_FILE: u64 = 64 * 1024;
const LONGEST_MANIFEST: u64 = 1024 * 1024;

pub struct Project {
    pub folder: PathBuf,
    /// The extension's name: that of its control file.
    pub name: String,
    /// `default_version`, with `@CARGO_VERSION@` replaced.
    pub version: String,
    /// The library's name in Cargo's eyes, which pgrx puts into the SQL where the library carries its version.
    pub lib_name: String,
    pub control: ControlFile,
    /// The control file's text as it is installed, and the file's name.
    pub control_text: String,
    pub control_file_name: String,
}

impl Project {
    /// Reads the project of the given Cargo.toml, whose path is absolute.
    pub fn read(manifest: &Path) -> Result<Project, Failure> {
        let folder = manifest.parent().unwrap_or(Path::new("/"));
        let (package_version, lib_name) = read_manifest(manifest)?;
        let (path, name) = find_control_file(folder)?;
        let text = read::text(&path, LONGEST_CONTROL_FILE).map_err(|error| {
            Failure::new(
                "badControlFile",
                format!("{}: {error}", path.display()),
                CONTROL_HINT,
            )
        })?;
        let control =
            ControlFile::from_str_with_cargo_version(&text, &package_version).map_err(|error| {
                Failure::new(
                    "badControlFile",
                    format!("{name}.control: {error}"),
                    CONTROL_HINT,
                )
            })?;
        let version = control.default_version.trim().to_string();
        check_name(&name)?;
        check_version(&version)?;
        let control_text = replace_tokens(&text, &version)?;
        Ok(Project {
            folder: folder.to_path_buf(),
            control_file_name: format!("{name}.control"),
            name,
            version,
            lib_name,
            control,
            control_text,
        })
    }

    /// Without `module_pathname` the library's file name carries the version.
    pub fn has_versioned_library(&self) -> bool {
        self.control.module_pathname.is_none()
    }

    /// The name under which the library is installed.
    pub fn library_file_name(&self) -> String {
        match self.has_versioned_library() {
            true => format!("{}-{}.so", self.name, self.version),
            false => format!("{}.so", self.name),
        }
    }
}

const CONTROL_HINT: &str = "Start from the starter's my_extension.control: comment, default_version, relocatable and superuser must be there, each as key = 'value'.";

/// Replaces the tokens that `cargo pgrx install` replaces in control and SQL files.
pub fn replace_tokens(text: &str, version: &str) -> Result<String, Failure> {
    if text.contains("@GIT_HASH@") {
        let hint =
            "A project here is no git repository. Write the text that you want in its place.";
        return Err(Failure::new(
            "noGitHash",
            "@GIT_HASH@ cannot be replaced",
            hint,
        ));
    }
    Ok(text.replace("@CARGO_VERSION@", version))
}

fn read_manifest(path: &Path) -> Result<(String, String), Failure> {
    let bad = |message: String| {
        Failure::new(
            "badManifest",
            message,
            "Start from the starter's Cargo.toml.",
        )
    };
    // Bounds the file; the parser then reads it again, since it also looks at what lies beside it.
    read::bytes(path, LONGEST_MANIFEST).map_err(|error| bad(format!("Cargo.toml: {error}")))?;
    let manifest =
        Manifest::from_path(path).map_err(|error| bad(format!("Cargo.toml: {error}")))?;
    let package = manifest
        .package
        .ok_or_else(|| bad("Cargo.toml has no [package]".into()))?;
    let Inheritable::Set(version) = package.version else {
        return Err(bad(
            "the package's version is inherited from a workspace that is not there".into(),
        ));
    };
    let name = manifest
        .lib
        .and_then(|lib| lib.name)
        .ok_or_else(|| bad("Cargo.toml has no library".into()))?;
    Ok((version, name))
}

fn find_control_file(folder: &Path) -> Result<(PathBuf, String), Failure> {
    let entries = fs::read_dir(folder).map_err(|error| {
        Failure::new(
            "noControlFile",
            format!("{}: {error}", folder.display()),
            "",
        )
    })?;
    let mut found: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension() == Some("control".as_ref()))
        .collect();
    found.sort();
    match found.as_slice() {
        [] => {
            let hint = "Add NAME.control beside Cargo.toml; NAME is the extension's name.";
            Err(Failure::new(
                "noControlFile",
                "the project has no control file",
                hint,
            ))
        }
        [path] => match path.file_stem().and_then(|stem| stem.to_str()) {
            Some(name) => Ok((path.clone(), name.to_string())),
            None => Err(Failure::new(
                "badName",
                "the control file's name is not UTF-8",
                NAME_HINT,
            )),
        },
        [first, second, ..] => {
            let names = [first, second].map(|path| {
                path.file_name()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned()
            });
            let message = format!(
                "the project has several control files: {}",
                names.join(", ")
            );
            Err(Failure::new(
                "ambiguousControlFile",
                message,
                "Keep the one that is named for the extension.",
            ))
        }
    }
}

const NAME_HINT: &str = "Postgres allows no \"--\", no \"-\" at either end, and no slash.";

/// Postgres's own rule (check_valid_extension_name), and one for what is a file name too.
fn check_name(name: &str) -> Result<(), Failure> {
    if is_valid(name) && name.len() <= 63 {
        return Ok(());
    }
    Err(Failure::new(
        "badName",
        format!("{name:?} is not a valid extension name"),
        NAME_HINT,
    ))
}

/// As check_valid_version_name in Postgres.
fn check_version(version: &str) -> Result<(), Failure> {
    if is_valid(version) && version.len() <= 100 {
        return Ok(());
    }
    Err(Failure::new(
        "badVersion",
        format!("default_version {version:?} is not valid"),
        NAME_HINT,
    ))
}

fn is_valid(text: &str) -> bool {
    let plain = |c: char| !c.is_control() && c != '/' && c != '\\';
    !text.is_empty()
        && !text.contains("--")
        && !text.starts_with(['-', '.'])
        && !text.ends_with('-')
        && text.chars().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_postgres() {
        for name in ["my_extension", "uuid-ossp", "Größe"] {
            assert!(check_name(name).is_ok(), "{name}");
        }
        for name in ["", "a--b", "-a", "a-", "..", "a/b", "a\nb", &"x".repeat(64)] {
            assert!(check_name(name).is_err(), "{name:?}");
        }
    }

    #[test]
    fn the_version_is_replaced_and_the_git_hash_refused() {
        assert_eq!(
            replace_tokens("v = '@CARGO_VERSION@'", "1.2").unwrap(),
            "v = '1.2'"
        );
        assert_eq!(
            replace_tokens("@GIT_HASH@", "1.2").unwrap_err().kind,
            "noGitHash"
        );
    }
}
