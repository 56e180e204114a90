//! Shared by the programs: what /proc says of processes, and which jobs were started; what a job is to become; bytes
//! between a connection and a pair of streams.

pub mod jobs;
pub mod order;
pub mod processes;
pub mod pump;
pub mod series;
