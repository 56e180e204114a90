//! Jobs: processes started by `job`, each the leader of a session of its own, recorded in /tmp/jobs/ID.

use crate::processes::{Process, with_descendants};
use std::collections::HashSet;
use std::{fs, io};

const FOLDER: &str = "/tmp/jobs";

/// Who leads a job: the pid, and the start time that tells it from a later process with the same pid.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Job {
    pub leader: i32,
    pub started: u64,
}

/// Whether `id` can name a job, and so a file: 1 to 40 of a-z, 0-9 and `-`.
pub fn is_valid_id(id: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=40).contains(&id.len()) && id.bytes().all(allowed)
}

/// Records this very process as the leader of job `id`, which it stays across exec.
pub fn record(id: &str) -> io::Result<()> {
    let pid = std::process::id() as i32;
    let process =
        Process::read(pid).ok_or_else(|| io::Error::other("/proc does not show this process"))?;
    fs::create_dir_all(FOLDER)?;
    fs::write(
        format!("{FOLDER}/{id}"),
        format!("{pid} {}\n", process.started),
    )
}

/// The job recorded under `id`, running or not.
pub fn find(id: &str) -> Option<Job> {
    let text = fs::read_to_string(format!("{FOLDER}/{id}")).ok()?;
    let (leader, started) = text.trim_end().split_once(' ')?;
    Some(Job {
        leader: leader.parse().ok()?,
        started: started.parse().ok()?,
    })
}

/// All recorded jobs but `except`.
pub fn others(except: &str) -> Vec<Job> {
    let Ok(entries) = fs::read_dir(FOLDER) else {
        return Vec::new();
    };
    entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|id| id != except)
        .filter_map(|id| find(&id))
        .collect()
}

impl Job {
    /// The pids of the job's session, of its group, and of all their descendants.
    /// Empty when the job has ended. A pid is not given out anew while it names a session, so members outlive the leader
    /// safely; when a process has the leader's pid and another start time, the job is over.
    pub fn members(&self, processes: &[Process]) -> HashSet<i32> {
        let replaced =
            |process: &Process| process.pid == self.leader && process.started != self.started;
        if processes.iter().any(replaced) {
            return HashSet::new();
        }
        let own = processes
            .iter()
            .filter(|process| process.session == self.leader || process.group == self.leader)
            .map(|process| process.pid)
            .collect();
        with_descendants(processes, own)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn process(pid: i32, parent: i32, session: i32) -> Process {
        Process {
            pid,
            parent,
            group: session,
            session,
            started: 5,
            zombie: false,
        }
    }

    #[test]
    fn ids_cannot_name_other_files() {
        assert!(is_valid_id("build-1"));
        for id in ["", "../x", "A", "a b", &"a".repeat(41)] {
            assert!(!is_valid_id(id), "{id:?}");
        }
    }

    #[test]
    fn members_are_the_session_and_those_who_left_it() {
        let processes = [
            process(10, 0, 10),
            process(11, 1, 10),
            process(12, 11, 12),
            process(20, 1, 20),
        ];
        let job = Job {
            leader: 10,
            started: 5,
        };
        assert_eq!(job.members(&processes), HashSet::from([10, 11, 12]));
    }

    #[test]
    fn a_later_process_with_the_same_pid_is_no_member() {
        let job = Job {
            leader: 10,
            started: 4,
        };
        assert!(job.members(&[process(10, 0, 10)]).is_empty());
    }
}
