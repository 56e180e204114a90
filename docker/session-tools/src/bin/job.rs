//! `job ID COMMAND…`: becomes COMMAND as the leader of a session and process group of its own, recorded as job ID.
//! Standard streams and the exit status are the command's. Exit 125: the job could not be set up; 126 and 127 as in sh.

use session_tools::jobs;
use std::io::ErrorKind;
use std::os::unix::process::CommandExt;
use std::process::{Command, exit};

fn main() {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let [id, program, rest @ ..] = arguments.as_slice() else {
        fail("usage: job ID COMMAND [ARGUMENT]…");
    };
    let Some(id) = id.to_str().filter(|id| jobs::is_valid_id(id)) else {
        fail("an id is 1 to 40 of a-z, 0-9 and -");
    };
    // An exec of the container's runtime already leads a session, and setsid refuses that.
    // SAFETY: these calls take no pointers.
    let leads = unsafe { libc::setsid() != -1 || libc::getsid(0) == libc::getpid() };
    if !leads {
        fail("the job's process leads a group and cannot start a session");
    }
    if let Err(error) = jobs::record(id) {
        fail(&format!("cannot record the job: {error}"));
    }
    let error = Command::new(program).args(rest).exec();
    eprintln!("job: {}: {error}", program.to_string_lossy());
    exit(if error.kind() == ErrorKind::NotFound {
        127
    } else {
        126
    });
}

fn fail(message: &str) -> ! {
    eprintln!("job: {message}");
    exit(125);
}
