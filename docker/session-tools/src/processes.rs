//! Processes as /proc shows them.

use std::collections::HashSet;
use std::fs;

/// One line of /proc/PID/stat, as far as it matters here.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Process {
    pub pid: i32,
    pub parent: i32,
    pub group: i32,
    pub session: i32,
    /// Clock ticks since boot; with the pid it tells a process from a later one of the same pid.
    pub started: u64,
    pub zombie: bool,
}

impl Process {
    /// Reads one process; `None` when there is no such process any more.
    pub fn read(pid: i32) -> Option<Process> {
        parse(pid, &fs::read_to_string(format!("/proc/{pid}/stat")).ok()?)
    }
}

/// All processes of this container. One that starts while the list is read can be missing.
pub fn all() -> Vec<Process> {
    let Ok(entries) = fs::read_dir("/proc") else {
        return Vec::new();
    };
    entries
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .filter_map(Process::read)
        .collect()
}

/// The given pids and all their descendants among `processes`.
pub fn with_descendants(processes: &[Process], mut pids: HashSet<i32>) -> HashSet<i32> {
    loop {
        let before = pids.len();
        for process in processes {
            if pids.contains(&process.parent) {
                pids.insert(process.pid);
            }
        }
        if pids.len() == before {
            return pids;
        }
    }
}

/// The command name, in parentheses, can hold spaces and parentheses of its own: fields are counted from its end.
fn parse(pid: i32, stat: &str) -> Option<Process> {
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_ascii_whitespace().collect();
    let number = |index: usize| fields.get(index)?.parse::<i32>().ok();
    Some(Process {
        pid,
        parent: number(1)?,
        group: number(2)?,
        session: number(3)?,
        started: fields.get(19)?.parse().ok()?,
        zombie: matches!(*fields.first()?, "Z" | "X"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_name_with_parentheses_does_not_shift_the_fields() {
        let stat = "7 (a) Z 1) S 3 4 5 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 99 0";
        let process = parse(7, stat).unwrap();
        assert_eq!((process.parent, process.group, process.session), (3, 4, 5));
        assert_eq!((process.started, process.zombie), (99, false));
    }

    #[test]
    fn descendants_are_found_whatever_the_order() {
        let process = |pid, parent| Process {
            pid,
            parent,
            group: 0,
            session: 0,
            started: 0,
            zombie: false,
        };
        let processes = [process(4, 3), process(3, 2), process(2, 1), process(9, 1)];
        assert_eq!(
            with_descendants(&processes, HashSet::from([2])),
            HashSet::from([2, 3, 4])
        );
    }
}
