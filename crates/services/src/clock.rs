//! The clock, passed in so that tests and demonstrations can set it.

use maktab_domain::{Span, Timestamp};
use std::sync::atomic::{AtomicI64, Ordering};

/// Tells the time.
pub trait Clock: Send + Sync {
    /// The time now.
    fn now(&self) -> Timestamp;
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the machine's clock"
    )]
    fn now(&self) -> Timestamp {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        Timestamp(since.map_or(0, |d| i64::try_from(d.as_millis()).unwrap_or(i64::MAX)))
    }
}

/// A clock that can be moved: the demonstration travels with it through the life
/// of an event, and tests stop it where they want.
pub struct TravelClock {
    base: Box<dyn Clock>,
    offset: AtomicI64,
}

impl TravelClock {
    /// A clock that starts with the time of `base`.
    pub fn new(base: impl Clock + 'static) -> Self {
        Self {
            base: Box::new(base),
            offset: AtomicI64::new(0),
        }
    }

    /// A clock that stands still at `at` until it is moved.
    #[must_use]
    pub fn stopped(at: Timestamp) -> Self {
        Self::new(Stopped(at))
    }

    /// Moves the clock by `span`, forwards or backwards.
    pub fn travel(&self, span: Span) {
        self.offset.fetch_add(span.0, Ordering::Relaxed);
    }

    /// Sets the clock so that it now says `at`.
    pub fn travel_to(&self, at: Timestamp) {
        self.offset
            .store((at - self.base.now()).0, Ordering::Relaxed);
    }

    /// How far the clock is from its base.
    #[must_use]
    pub fn offset(&self) -> Span {
        Span(self.offset.load(Ordering::Relaxed))
    }
}

impl Clock for TravelClock {
    fn now(&self) -> Timestamp {
        self.base.now() + self.offset()
    }
}

struct Stopped(Timestamp);

impl Clock for Stopped {
    fn now(&self) -> Timestamp {
        self.0
    }
}
