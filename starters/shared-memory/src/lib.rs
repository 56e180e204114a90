use pgrx::prelude::*;
use pgrx::{pg_shmem_init, PGRXSharedMemory, PgAtomic, PgLwLock};
use std::sync::atomic::{AtomicU64, Ordering};

::pgrx::pg_module_magic!(name, version);

/// The last few numbers that anyone has added. Its size is fixed: shared memory is allocated when Postgres starts.
#[derive(Clone, Copy, Default)]
struct Ring {
    numbers: [i64; 4],
    count: usize,
}

// Plain data without pointers, so every process can read it.
unsafe impl PGRXSharedMemory for Ring {}

/// A single number changed by all sessions needs no lock; a structure does.
static CALLS: PgAtomic<AtomicU64> = unsafe { PgAtomic::new(c"my_extension_calls") };
static RING: PgLwLock<Ring> = unsafe { PgLwLock::new(c"my_extension_ring") };

/// Requests the memory, which only works while Postgres starts: the library must be in shared_preload_libraries. The
/// playground detects this and restarts Postgres with it.
#[pg_guard]
pub extern "C-unwind" fn _PG_init() {
    pg_shmem_init!(CALLS);
    pg_shmem_init!(RING);
}

#[pg_extern]
fn remember(number: i64) -> i64 {
    CALLS.get().fetch_add(1, Ordering::Relaxed);
    let mut ring = RING.exclusive();
    let at = ring.count % ring.numbers.len();
    ring.numbers[at] = number;
    ring.count += 1;
    number
    // The lock is released here, or earlier if there is a panic.
}

/// The stored numbers, newest first.
#[pg_extern]
fn remembered() -> SetOfIterator<'static, i64> {
    let ring = *RING.share();
    let kept = ring.count.min(ring.numbers.len());
    SetOfIterator::new(
        (1..=kept).map(move |back| ring.numbers[(ring.count - back) % ring.numbers.len()]),
    )
}

#[pg_extern]
fn calls() -> i64 {
    CALLS.get().load(Ordering::Relaxed) as i64
}
