//! `pg-dial`: a connection to Postgres on stdin and stdout. It ends when Postgres ends it, or a minute after the end of
//! the input: what was asked before that is still answered, and a caller that is gone is not waited for.

use std::fs::File;
use std::io::{Read, Result, Write, stdin, stdout};
use std::net::Shutdown;
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::process::exit;
use std::thread;
use std::time::Duration;

const SOCKET: &str = "/tmp/.s.PGSQL.5432";
const LAST_ANSWER: Duration = Duration::from_secs(60);

fn main() {
    if let Err(error) = dial() {
        eprintln!("pg-dial: {SOCKET}: {error}");
        exit(1);
    }
}

fn dial() -> Result<()> {
    // Files, since the standard streams of std wait for whole lines.
    let mut input = File::from(stdin().as_fd().try_clone_to_owned()?);
    let mut output = File::from(stdout().as_fd().try_clone_to_owned()?);
    let mut requests = UnixStream::connect(SOCKET)?;
    let mut answers = requests.try_clone()?;
    thread::spawn(move || {
        let ended = pump(&mut answers, &mut output);
        exit(if ended.is_ok() { 0 } else { 1 });
    });
    pump(&mut input, &mut requests)?;
    requests.shutdown(Shutdown::Write)?;
    thread::sleep(LAST_ANSWER);
    Ok(())
}

/// By read and write: `std::io::copy` would splice, and the kernel keeps a pipe locked while it waits for the socket, so
/// that nobody could read the answers that are in the pipe already.
fn pump(from: &mut impl Read, to: &mut impl Write) -> Result<()> {
    let mut buffer = vec![0; 64 * 1024];
    loop {
        match from.read(&mut buffer)? {
            0 => return Ok(()),
            length => to.write_all(&buffer[..length])?,
        }
    }
}
