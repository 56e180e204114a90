//! Bytes from one side to the other, as they come.

use std::io::{Read, Result, Write};

pub const PIECE: usize = 64 * 1024;

/// By read and write: `std::io::copy` would splice, and the kernel keeps a pipe locked while it waits for the socket, so
/// that nobody could read the answers that are in the pipe already.
pub fn pump(from: &mut impl Read, to: &mut impl Write) -> Result<()> {
    let mut buffer = vec![0; PIECE];
    loop {
        match from.read(&mut buffer)? {
            0 => return Ok(()),
            length => to.write_all(&buffer[..length])?,
        }
    }
}
