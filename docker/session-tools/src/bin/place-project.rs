//! `place-project FRESH PROJECT MADE`: makes the folder PROJECT hold the files of FRESH, which is taken up (see `place.rs`).
//! What builds have noted in the folders of MADE is forgotten before that: what the compiler said where sources change,
//! and all of it where anything else does. Exit 0: it is done; 70: it failed.

use session_tools::place::{Change, place};
use session_tools::remove::remove;
use std::fs;
use std::io::Result;
use std::path::Path;
use std::process::exit;

fn main() {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let [fresh, project, made] = arguments.as_slice() else {
        fail("usage: place-project FRESH PROJECT MADE");
    };
    let fresh = Path::new(fresh);
    let forget_made = &mut |change| forget(Path::new(made), change);
    let placed = place(fresh, Path::new(project), forget_made);
    if let Err(error) = placed.and_then(|_| fs::remove_dir_all(fresh)) {
        fail(&error.to_string());
    }
}

/// Forgets what builds have noted in a folder each of `made`: what the compiler said, or all where cargo has to look at more
/// than sources.
fn forget(made: &Path, change: Change) -> Result<()> {
    if change != Change::Sources {
        return remove(made);
    }
    let Ok(folders) = fs::read_dir(made) else {
        return Ok(());
    };
    for folder in folders {
        remove(&folder?.path().join("messages"))?;
    }
    Ok(())
}

fn fail(message: &str) -> ! {
    eprintln!("place-project: {message}");
    exit(70);
}

#[cfg(test)]
mod tests {
    use super::{Change, forget};
    use std::fs;

    #[test]
    fn what_is_forgotten_goes_by_what_has_changed() {
        let made = std::env::temp_dir().join(format!("forget-{}", std::process::id()));
        forget(&made, Change::Sources).unwrap();
        fs::create_dir_all(made.join("pg17")).unwrap();
        fs::write(made.join("pg17/messages"), "").unwrap();
        fs::write(made.join("pg17/command"), "").unwrap();
        fs::write(made.join("stray"), "").unwrap();
        forget(&made, Change::Sources).unwrap();
        assert!(!made.join("pg17/messages").exists() && made.join("pg17/command").exists());
        forget(&made, Change::Others).unwrap();
        assert!(!made.exists());
    }
}
