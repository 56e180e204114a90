//! `pg-dial`: a connection to Postgres on stdin and stdout. It ends when Postgres ends it, or a minute after the end of
//! the input: what was asked before that is still answered, and a caller that is gone is not waited for.
//! `pg-dial --series`: one connection after another, in frames (see `session_tools::series`).

use session_tools::{pump::pump, series};
use std::fs::File;
use std::io::{Error, Result, stdin, stdout};
use std::net::Shutdown;
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::process::exit;
use std::thread;
use std::time::Duration;

const SOCKET: &str = "/tmp/.s.PGSQL.5432";
const LAST_ANSWER: Duration = Duration::from_secs(60);

fn main() {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let ended = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => dial(),
        ["--series"] => dial_series(),
        _ => Err(Error::other("usage: pg-dial [--series]")),
    };
    if let Err(error) = ended {
        eprintln!("pg-dial: {SOCKET}: {error}");
        exit(1);
    }
}

fn dial() -> Result<()> {
    let (mut input, mut output) = streams()?;
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

fn dial_series() -> Result<()> {
    let (mut input, mut output) = streams()?;
    while series::serve(&mut input, &mut output, || UnixStream::connect(SOCKET))? {}
    Ok(())
}

/// Files, since the standard streams of std wait for whole lines.
fn streams() -> Result<(File, File)> {
    let input = stdin().as_fd().try_clone_to_owned()?;
    let output = stdout().as_fd().try_clone_to_owned()?;
    Ok((File::from(input), File::from(output)))
}
