//! Ctrl-C and SIGTERM: remembered here, so that whoever waits for a child can end it and tidy up
//! instead of leaving a server or a database behind.

use std::process::Child;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use nix::sys::signal::{Signal, killpg};
use nix::unistd::Pid;

static ASKED: AtomicBool = AtomicBool::new(false);

/// The person asked us to stop.
#[derive(Debug)]
pub struct Interrupted;

impl std::fmt::Display for Interrupted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("interrupted")
    }
}

impl std::error::Error for Interrupted {}

/// Starts remembering signals instead of dying from them.
pub fn listen() {
    // The only possible error is a second handler, and there is none.
    let _ = ctrlc::set_handler(|| ASKED.store(true, Ordering::SeqCst));
}

/// Whether a signal has arrived.
pub fn asked() -> bool {
    ASKED.load(Ordering::SeqCst)
}

/// An error once a signal has arrived.
pub fn check() -> Result<(), Interrupted> {
    if asked() { Err(Interrupted) } else { Ok(()) }
}

/// Ends a child that leads its own process group: politely with `signal`, after `patience` by force.
pub fn end_group(child: &mut Child, signal: Signal, patience: Duration) {
    let Ok(id) = i32::try_from(child.id()) else {
        return;
    };
    if matches!(child.try_wait(), Ok(Some(_))) {
        return;
    }
    let group = Pid::from_raw(id);
    let pause = Duration::from_millis(50);
    let _ = killpg(group, signal);
    for _ in 0..patience.as_millis() / pause.as_millis() {
        if !matches!(child.try_wait(), Ok(None)) {
            return;
        }
        thread::sleep(pause);
    }
    let _ = killpg(group, Signal::SIGKILL);
    let _ = child.wait();
}
