use pgrx::bgworkers::{BackgroundWorker, BackgroundWorkerBuilder, SignalWakeFlags};
use pgrx::prelude::*;
use std::time::Duration;

::pgrx::pg_module_magic!(name, version);

extension_sql!(
    "CREATE TABLE tick (n int, at timestamptz DEFAULT clock_timestamp());",
    name = "tick"
);

/// Starts a worker that writes this many rows into the table `tick`, ten per second. Returns its process ID.
#[pg_extern]
fn start_ticking(count: i32) -> i32 {
    let worker = BackgroundWorkerBuilder::new("ticker")
        .set_type("ticker")
        .set_library("my_extension")
        .set_function("ticker_main")
        .set_argument(count.into_datum())
        .set_extra(&database_name())
        .set_notify_pid(unsafe { pg_sys::MyProcPid })
        .enable_spi_access()
        .load_dynamic()
        .unwrap_or_else(|_| error!("no room for a worker: see max_worker_processes"));
    match worker.wait_for_startup() {
        Ok(pid) => pid,
        Err(status) => error!("the worker did not start: {status:?}"),
    }
}

fn database_name() -> String {
    Spi::get_one("SELECT current_database()::text")
        .ok()
        .flatten()
        .unwrap_or_default()
}

/// The code of the worker process. Each step is its own transaction, visible to others once committed.
#[pg_guard]
#[unsafe(no_mangle)]
pub extern "C-unwind" fn ticker_main(argument: pg_sys::Datum) {
    let count = unsafe { i32::from_datum(argument, false) }.unwrap_or(0);
    BackgroundWorker::attach_signal_handlers(SignalWakeFlags::SIGHUP | SignalWakeFlags::SIGTERM);
    BackgroundWorker::connect_worker_to_spi(Some(BackgroundWorker::get_extra()), None);
    log!("{} begins", BackgroundWorker::get_name());
    for n in 1..=count {
        BackgroundWorker::transaction(|| {
            Spi::run_with_args("INSERT INTO tick VALUES ($1)", &[n.into()])
                .unwrap_or_else(|error| error!("{error}"));
        });
        // False once Postgres asks the worker to stop.
        if !BackgroundWorker::wait_latch(Some(Duration::from_millis(100))) {
            break;
        }
    }
}
