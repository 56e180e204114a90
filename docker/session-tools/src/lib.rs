//! Shared by the programs `job` and `job-kill`: what /proc says of processes, and which jobs were started.

pub mod jobs;
pub mod processes;
