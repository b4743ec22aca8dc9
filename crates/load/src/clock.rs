//! The one place of this crate that reads a clock: here, real time is what is measured.
#![expect(
    clippy::disallowed_methods,
    reason = "how long something takes cannot be passed in"
)]

use maktab_domain::Timestamp;
use std::time::{Duration, Instant, SystemTime};

/// How long something has been going on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stopwatch(Instant);

impl Stopwatch {
    /// Starts counting.
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// The time since the start.
    pub fn elapsed(self) -> Duration {
        self.0.elapsed()
    }
}

/// Now.
pub(crate) fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    let millis = since.map_or(0, |since| since.as_millis());
    Timestamp(i64::try_from(millis).unwrap_or(i64::MAX))
}
