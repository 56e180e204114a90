//! A folder made to hold what another holds, with as few changes as that takes: cargo goes by files' times.

use crate::remove::remove;
use std::fs::{self, File};
use std::io::{Read, Result};
use std::path::Path;

/// What became different, by how much cargo has to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// Nothing but the content of Rust sources in `src/`.
    Sources,
    Others,
}

/// Cargo's own to change, unless the project brings one.
const LOCK_FILE: &str = "Cargo.lock";

/// Moves each file of `fresh` to its place in `project`, but where the same content is there already. Whatever else is
/// in `project` makes way: it is left from other files, or from code that has run there. `before` is called ahead of the
/// first change of each kind, so that what was noted of the files is gone even if this is killed in the middle.
pub fn place(
    fresh: &Path,
    project: &Path,
    before: &mut dyn FnMut(Change) -> Result<()>,
) -> Result<()> {
    let mut placing = Placing {
        fresh,
        project,
        before,
        announced: None,
    };
    placing.folder(Path::new(""))
}

struct Placing<'a> {
    fresh: &'a Path,
    project: &'a Path,
    before: &'a mut dyn FnMut(Change) -> Result<()>,
    announced: Option<Change>,
}

impl Placing<'_> {
    fn folder(&mut self, inside: &Path) -> Result<()> {
        for entry in fs::read_dir(self.project.join(inside))? {
            let path = inside.join(entry?.file_name());
            let wanted = self.fresh.join(&path).try_exists()? || is_lock_file(self.project, &path);
            if !wanted {
                self.announce(Change::Others)?;
                remove(&self.project.join(&path))?;
            }
        }
        for entry in fs::read_dir(self.fresh.join(inside))? {
            let entry = entry?;
            let path = inside.join(entry.file_name());
            let to = self.project.join(&path);
            let there_is_folder = fs::symlink_metadata(&to).is_ok_and(|there| there.is_dir());
            if entry.file_type()?.is_dir() {
                if !there_is_folder {
                    remove(&to)?;
                    fs::create_dir(&to)?;
                }
                self.folder(&path)?;
            } else if !is_same(&entry.path(), &to) {
                self.announce(kind_of(&path))?;
                if there_is_folder {
                    remove(&to)?;
                }
                fs::rename(entry.path(), &to)?;
            }
        }
        Ok(())
    }

    fn announce(&mut self, change: Change) -> Result<()> {
        if self.announced < Some(change) {
            (self.before)(change)?;
            self.announced = Some(change);
        }
        Ok(())
    }
}

fn is_lock_file(project: &Path, path: &Path) -> bool {
    path == Path::new(LOCK_FILE)
        && fs::symlink_metadata(project.join(path)).is_ok_and(|there| there.is_file())
}

fn kind_of(path: &Path) -> Change {
    let is_source =
        path.starts_with("src") && path.extension().is_some_and(|ending| ending == "rs");
    if is_source {
        Change::Sources
    } else {
        Change::Others
    }
}

/// Whether both are regular files with the same bytes. One that is too large or cannot be read is not the same.
fn is_same(from: &Path, to: &Path) -> bool {
    let (Ok(fresh), Ok(there)) = (fs::metadata(from), fs::symlink_metadata(to)) else {
        return false;
    };
    there.is_file()
        && there.len() == fresh.len()
        && read(from, fresh.len())
            .is_ok_and(|bytes| read(to, fresh.len()).is_ok_and(|b| b == bytes))
}

/// No more than the length that it had: what grows meanwhile is not waited for.
fn read(path: &Path, length: u64) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(length).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::{Change, place};
    use std::fs;
    use std::os::unix::fs::symlink;
    use std::path::{Path, PathBuf};

    /// Two folders: what is to be placed, and the project, which holds `src/lib.rs`, `Cargo.toml` and a lock file.
    struct Folders(PathBuf);

    impl Folders {
        fn new(name: &str) -> Folders {
            let root = std::env::temp_dir().join(format!("place-{name}-{}", std::process::id()));
            let folders = Folders(root);
            folders.unpack(&[("src/lib.rs", "fn one() {}"), ("Cargo.toml", "[package]")]);
            fs::create_dir_all(folders.project()).unwrap();
            fs::write(folders.project().join("Cargo.lock"), "locked").unwrap();
            assert_eq!(folders.place(), Some(Change::Others));
            folders
        }

        fn project(&self) -> PathBuf {
            self.0.join("project")
        }

        fn unpack(&self, files: &[(&str, &str)]) {
            let fresh = self.0.join("fresh");
            let _ = fs::remove_dir_all(&fresh);
            for (path, text) in files {
                let path = fresh.join(path);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, text).unwrap();
            }
        }

        /// The last change that was announced.
        fn place(&self) -> Option<Change> {
            let mut announced = None;
            let before = &mut |change| {
                announced = Some(change);
                Ok(())
            };
            place(&self.0.join("fresh"), &self.project(), before).unwrap();
            announced
        }

        fn text(&self, path: &str) -> String {
            fs::read_to_string(self.project().join(path)).unwrap()
        }
    }

    impl Drop for Folders {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    const SAME: [(&str, &str); 2] = [("src/lib.rs", "fn one() {}"), ("Cargo.toml", "[package]")];

    #[test]
    fn what_is_the_same_is_not_touched() {
        let folders = Folders::new("same");
        let time = |path: &Path| fs::metadata(path).unwrap().modified().unwrap();
        let library = folders.project().join("src/lib.rs");
        let before = time(&library);
        folders.unpack(&SAME);
        assert_eq!(folders.place(), None);
        assert_eq!(time(&library), before);
        assert_eq!(folders.text("Cargo.lock"), "locked");
    }

    #[test]
    fn it_is_told_whether_only_sources_have_changed() {
        let folders = Folders::new("told");
        folders.unpack(&[("src/lib.rs", "fn two() {}"), SAME[1]]);
        assert_eq!(folders.place(), Some(Change::Sources));
        assert_eq!(folders.text("src/lib.rs"), "fn two() {}");
        folders.unpack(&[SAME[0], ("Cargo.toml", "[packages]")]);
        assert_eq!(folders.place(), Some(Change::Others));
        folders.unpack(&[SAME[0], SAME[1], ("Cargo.lock", "another")]);
        assert_eq!(folders.place(), Some(Change::Others));
        assert_eq!(folders.text("Cargo.lock"), "another");
        folders.unpack(&[SAME[0], SAME[1], ("src/more/of.rs", "")]);
        assert_eq!(folders.place(), Some(Change::Sources));
        folders.unpack(&SAME);
        assert_eq!(folders.place(), Some(Change::Others));
        assert!(!folders.project().join("src/more").exists());
    }

    #[test]
    fn what_code_has_left_makes_way() {
        let folders = Folders::new("left");
        let project = folders.project();
        let outside = folders.0.join("outside");
        fs::create_dir(&outside).unwrap();
        fs::write(outside.join("lib.rs"), "not the project's").unwrap();
        fs::remove_dir_all(project.join("src")).unwrap();
        symlink(&outside, project.join("src")).unwrap();
        fs::remove_file(project.join("Cargo.toml")).unwrap();
        fs::create_dir_all(project.join("Cargo.toml/deep")).unwrap();
        symlink("nowhere", project.join("dangling")).unwrap();
        folders.unpack(&SAME);
        assert_eq!(folders.place(), Some(Change::Others));
        assert_eq!(folders.text("src/lib.rs"), "fn one() {}");
        assert_eq!(folders.text("Cargo.toml"), "[package]");
        assert!(fs::symlink_metadata(project.join("dangling")).is_err());
        let kept = fs::read_to_string(outside.join("lib.rs")).unwrap();
        assert_eq!(kept, "not the project's");
    }

    #[test]
    fn a_change_is_announced_before_it_is_made() {
        let folders = Folders::new("before");
        folders.unpack(&[("src/lib.rs", "fn two() {}"), SAME[1]]);
        let refuse = &mut |_| Err(std::io::Error::other("not yet"));
        assert!(place(&folders.0.join("fresh"), &folders.project(), refuse).is_err());
        assert_eq!(folders.text("src/lib.rs"), "fn one() {}");
    }
}
