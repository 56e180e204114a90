//! `job ID COMMAND…`: becomes COMMAND as the leader of a session and process group of its own, recorded as job ID.
//! `job ID` waits for its command on stdin (see `order.rs`) and then becomes that; what follows the order is the command's
//! own input. An exec of the container's runtime costs 50 ms: one that was made ahead costs nothing when it is wanted.
//! Standard streams and the exit status are the command's. Exit 125: the job could not be set up; 126 and 127 as in sh.

use session_tools::{jobs, order};
use std::io::{Error, ErrorKind};
use std::os::unix::process::CommandExt;
use std::process::{Command, exit};

fn main() {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let [id, command @ ..] = arguments.as_slice() else {
        fail("usage: job ID [COMMAND [ARGUMENT]…]");
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
    match command {
        [program, rest @ ..] => become_command(Command::new(program).args(rest)),
        [] => match order::read() {
            Ok(Some(mut command)) => become_command(&mut command),
            // Whoever made it ahead has gone.
            Ok(None) => exit(0),
            Err(error) => fail(&format!("cannot read the order: {error}")),
        },
    }
}

fn become_command(command: &mut Command) -> ! {
    let error: Error = command.exec();
    eprintln!("job: {}: {error}", command.get_program().to_string_lossy());
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
