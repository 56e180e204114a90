//! Reading what a project holds, within bounds: its files can be of any size, and devices or pipes.

use std::fs::File;
use std::io::{Error, Read, Result};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// Without it, opening a pipe would wait for its writer.
const O_NONBLOCK: i32 = 0o4000;
const PIECE: usize = 64 * 1024;

/// A regular file's bytes; an error when it is anything else or longer than `limit` bytes.
pub fn bytes(path: &Path, limit: u64) -> Result<Vec<u8>> {
    let (file, _) = open(path)?;
    let mut bytes = Vec::new();
    file.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(Error::other(format!("it is longer than {limit} bytes")));
    }
    Ok(bytes)
}

/// The same, as UTF-8 text.
pub fn text(path: &Path, limit: u64) -> Result<String> {
    String::from_utf8(bytes(path, limit)?).map_err(|_| Error::other("it is not UTF-8"))
}

/// Whether a file has this very content; read no further than to the first piece that differs, since libraries are large.
pub fn holds(path: &Path, length: u64, mut content: impl Read) -> bool {
    let Ok((mut file, found)) = open(path) else {
        return false;
    };
    if found != length {
        return false;
    }
    let (mut piece, mut expected) = (vec![0; PIECE], vec![0; PIECE]);
    let mut left = length;
    while left > 0 {
        let size = left.min(PIECE as u64) as usize;
        let (piece, expected) = (&mut piece[..size], &mut expected[..size]);
        if file.read_exact(piece).is_err()
            || content.read_exact(expected).is_err()
            || piece != expected
        {
            return false;
        }
        left -= size as u64;
    }
    true
}

/// A regular file and its length.
pub fn open(path: &Path) -> Result<(File, u64)> {
    let file = File::options()
        .read(true)
        .custom_flags(O_NONBLOCK)
        .open(path)?;
    let data = file.metadata()?;
    if !data.is_file() {
        return Err(Error::other("it is not a regular file"));
    }
    Ok((file, data.len()))
}
