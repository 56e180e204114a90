//! `job-kill ID [SIGNAL]`: sends SIGNAL (TERM where none is named) to every process of job ID.
//!
//! With KILL everything in the container stands still meanwhile, so that none can fork away, and strays are taken along:
//! processes that were left to pid 1 and belong neither to another job nor to the container's own start. It returns
//! when they are gone.
//! Exit 0: done, or the job had ended; 2: wrong usage; 3: no such job; 4: some are still there after five seconds.

use session_tools::jobs::{self, Job};
use session_tools::processes::{self, Process, with_descendants};
use std::collections::HashSet;
use std::process::exit;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// For all to be gone: milliseconds, but for hundreds of processes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(5);

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (id, signal) = match arguments.as_slice() {
        [id] => (id, Some(libc::SIGTERM)),
        [id, name] => (id, signal_number(name)),
        _ => fail(2, "usage: job-kill ID [SIGNAL]"),
    };
    let Some(signal) = signal else {
        fail(
            2,
            "signals: TERM, KILL, INT, HUP, QUIT, STOP, CONT, USR1, USR2",
        )
    };
    if !jobs::is_valid_id(id) {
        fail(2, "an id is 1 to 40 of a-z, 0-9 and -");
    }
    let Some(job) = jobs::find(id) else {
        fail(3, "no such job")
    };
    let others = jobs::others(id);
    if signal != libc::SIGKILL {
        send(&job.members(&processes::all()), signal);
        return;
    }
    let deadline = Instant::now() + PATIENCE;
    loop {
        // The kernel signals all at once, and a fork under way starts anew after it: none escapes between its being
        // seen and its being ended. The rest stands still for some milliseconds.
        send_to_all(libc::SIGSTOP);
        let left = doomed(&job, &others);
        send(&left, libc::SIGKILL);
        send_to_all(libc::SIGCONT);
        if left.is_empty() {
            return;
        }
        if Instant::now() > deadline {
            fail(4, &format!("{} processes are still there", left.len()));
        }
        sleep(Duration::from_millis(1));
    }
}

/// The pids that KILL ends now: the job's members and strays, without zombies and without this process.
fn doomed(job: &Job, others: &[Job]) -> HashSet<i32> {
    let processes = processes::all();
    let mut pids = job.members(&processes);
    pids.extend(strays(&processes, job, others));
    pids.remove(&(std::process::id() as i32));
    let gone = |pid: &i32| {
        processes
            .iter()
            .any(|process| process.pid == *pid && process.zombie)
    };
    pids.retain(|pid| !gone(pid));
    pids
}

/// Processes left to pid 1 (whose parent ended), with their descendants, that no other job has a claim on.
/// What the container's start began shares pid 1's session.
fn strays(processes: &[Process], job: &Job, others: &[Job]) -> HashSet<i32> {
    let spared: HashSet<i32> = others
        .iter()
        .filter(|other| *other != job)
        .flat_map(|other| other.members(processes))
        .collect();
    let first_session = processes
        .iter()
        .find(|process| process.pid == 1)
        .map(|process| process.session);
    let roots = processes
        .iter()
        .filter(|process| process.parent == 1 && Some(process.session) != first_session)
        .filter(|process| !spared.contains(&process.pid))
        .map(|process| process.pid)
        .collect();
    with_descendants(processes, roots)
        .difference(&spared)
        .copied()
        .collect()
}

fn send(pids: &HashSet<i32>, signal: i32) {
    for pid in pids {
        // SAFETY: takes no pointers. A process that has ended meanwhile is no error.
        unsafe { libc::kill(*pid, signal) };
    }
}

/// To every process of the container but pid 1 and this one.
fn send_to_all(signal: i32) {
    // SAFETY: takes no pointers.
    unsafe { libc::kill(-1, signal) };
}

fn signal_number(name: &str) -> Option<i32> {
    Some(match name.strip_prefix("SIG").unwrap_or(name) {
        "TERM" => libc::SIGTERM,
        "KILL" => libc::SIGKILL,
        "INT" => libc::SIGINT,
        "HUP" => libc::SIGHUP,
        "QUIT" => libc::SIGQUIT,
        "STOP" => libc::SIGSTOP,
        "CONT" => libc::SIGCONT,
        "USR1" => libc::SIGUSR1,
        "USR2" => libc::SIGUSR2,
        _ => return None,
    })
}

fn fail(code: i32, message: &str) -> ! {
    eprintln!("job-kill: {message}");
    exit(code);
}
