//! `bounded-log FILE BYTES COMMAND…`: runs COMMAND and keeps the last of its output in FILE.
//!
//! When FILE would pass BYTES it becomes FILE.1 and a new FILE begins, so no more than twice BYTES is ever kept.
//! What cannot be written (a full disk) is dropped: the command is never held up. The exit status is the command's.

use std::fs::{self, File};
use std::io::{PipeReader, Read, Write, pipe};
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Stdio, exit};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// How long output is still read after the command ended: its children can hold the pipe open for ever.
const GRACE: Duration = Duration::from_millis(200);

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, bytes, program, rest @ ..] = arguments.as_slice() else {
        fail("usage: bounded-log FILE BYTES COMMAND [ARGUMENT]…");
    };
    let Ok(limit) = bytes.parse::<u64>() else {
        fail("BYTES is a number")
    };
    let status =
        run(file.clone(), limit, program, rest).unwrap_or_else(|error| fail(&error.to_string()));
    exit(
        status
            .code()
            .unwrap_or_else(|| 128 + status.signal().unwrap_or(0)),
    );
}

fn run(
    file: String,
    limit: u64,
    program: &str,
    rest: &[String],
) -> std::io::Result<std::process::ExitStatus> {
    let (reader, writer) = pipe()?;
    let mut command = Command::new(program);
    command
        .args(rest)
        .stdin(Stdio::null())
        .stdout(writer.try_clone()?)
        .stderr(writer);
    let mut child = command.spawn()?;
    // The command holds this process's copies of the pipe's end, which would keep it open.
    drop(command);
    let (ended, end) = mpsc::channel();
    thread::spawn(move || {
        copy(reader, &file, limit);
        // Fails only when the main thread is already leaving.
        let _ = ended.send(());
    });
    let status = child.wait()?;
    // Either way the command is over: by its end of output, or by the grace.
    let _ = end.recv_timeout(GRACE);
    Ok(status)
}

fn copy(mut reader: PipeReader, file: &str, limit: u64) {
    let mut buffer = [0; 16 * 1024];
    let mut log = File::create(file).ok();
    let mut size = 0;
    while let Ok(count @ 1..) = reader.read(&mut buffer) {
        if size + count as u64 > limit {
            // Where renaming fails the file is begun anew all the same: the bound counts.
            let _ = fs::rename(file, format!("{file}.1"));
            log = File::create(file).ok();
            size = 0;
        }
        if let Some(log) = &mut log {
            // A full disk: this piece is dropped, as promised above.
            let _ = log.write_all(&buffer[..count]);
            size += count as u64;
        }
    }
}

fn fail(message: &str) -> ! {
    eprintln!("bounded-log: {message}");
    exit(125);
}
