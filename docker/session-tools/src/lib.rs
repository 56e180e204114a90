//! Shared by the programs `job` and `job-kill`: what /proc says of processes, and which jobs were started; and what a job
//! is to become.

pub mod jobs;
pub mod order;
pub mod processes;
