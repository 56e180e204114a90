//! What a job is to become, as it comes on stdin: the length of what follows in 4 bytes, the highest first; then, each
//! ended by a NUL byte, the folder to start in, `NAME=VALUE` for each variable to set, nothing, the program, its arguments.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::os::fd::FromRawFd;
use std::os::unix::ffi::OsStrExt;
use std::process::Command;

const LONGEST: usize = 1024 * 1024;

/// Takes the order from stdin, and no byte of what comes after it. None where stdin ended instead.
pub fn read() -> io::Result<Option<Command>> {
    // SAFETY: nothing else reads or closes stdin; unbuffered, it leaves the rest to the command.
    let stdin = std::mem::ManuallyDrop::new(unsafe { File::from_raw_fd(0) });
    read_from(&mut &*stdin)
}

fn read_from(input: &mut impl Read) -> io::Result<Option<Command>> {
    let mut length = [0; 4];
    match input.read_exact(&mut length) {
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => return Ok(None),
        other => other?,
    }
    let length = u32::from_be_bytes(length) as usize;
    if length > LONGEST {
        return Err(io::Error::other("it is too long"));
    }
    let mut order = vec![0; length];
    input.read_exact(&mut order)?;
    parse(&order)
        .map(Some)
        .ok_or_else(|| io::Error::other("it is not one"))
}

fn parse(order: &[u8]) -> Option<Command> {
    let mut words = order
        .strip_suffix(&[0])?
        .split(|byte| *byte == 0)
        .map(OsStr::from_bytes);
    let folder = words.next()?;
    let mut variables = Vec::new();
    for word in words.by_ref().take_while(|word| !word.is_empty()) {
        let at = word.as_bytes().iter().position(|byte| *byte == b'=')?;
        let (name, value) = word.as_bytes().split_at(at);
        variables.push((OsStr::from_bytes(name), OsStr::from_bytes(&value[1..])));
    }
    let mut command = Command::new(words.next()?);
    command.args(words).envs(variables).current_dir(folder);
    Some(command)
}

#[cfg(test)]
mod tests {
    use super::read_from;
    use std::ffi::OsStr;
    use std::path::Path;

    #[test]
    fn an_order_is_a_folder_variables_and_a_command_and_no_more_is_read() {
        let order = b"/work\0A=1=2\0\0echo\0\0x\0";
        let mut input = [&(order.len() as u32).to_be_bytes(), &order[..], b"rest"].concat();
        let mut left = input.as_mut_slice() as &[u8];
        let command = read_from(&mut left).unwrap().unwrap();
        assert_eq!(left, b"rest");
        assert_eq!(command.get_program(), "echo");
        assert_eq!(command.get_args().collect::<Vec<_>>(), ["", "x"]);
        assert_eq!(command.get_current_dir(), Some(Path::new("/work")));
        let variables: Vec<_> = command.get_envs().collect();
        assert_eq!(variables, [(OsStr::new("A"), Some(OsStr::new("1=2")))]);
    }

    #[test]
    fn what_is_no_order_is_refused_and_none_is_none() {
        assert!(read_from(&mut &b""[..]).unwrap().is_none());
        for bad in [
            &b"\xff\xff\xff\xff"[..],
            b"\0\0\0\x02x\0",
            b"\0\0\0\x09x\0",
            b"\0\0\0\x03x\0y",
        ] {
            assert!(read_from(&mut &bad[..]).is_err(), "{bad:?}");
        }
    }
}
