//! Shared by the programs: what /proc says of processes, and which jobs were started; what a job is to become; a
//! project's files put in their place; bytes between a connection and a pair of streams.

pub mod jobs;
pub mod order;
pub mod place;
pub mod processes;
pub mod pump;
pub mod remove;
pub mod series;
