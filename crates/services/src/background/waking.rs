//! What wakes the background work, and what ends it.

use super::Part;
use crate::Services;
use tokio::sync::{Notify, watch};

/// A bell for each part, and the word that it is over.
pub(crate) struct Waking {
    bells: [Notify; Part::ALL.len()],
    stopping: watch::Sender<bool>,
}

impl Default for Waking {
    fn default() -> Self {
        Self {
            bells: Part::ALL.map(|_| Notify::new()),
            stopping: watch::Sender::new(false),
        }
    }
}

impl Services {
    /// Wakes the background work: something new is due.
    pub fn wake_background(&self) {
        Part::ALL.into_iter().for_each(|part| self.wake(part));
    }

    /// Wakes one part of it.
    pub(crate) fn wake(&self, part: Part) {
        // A part's place in the list is its number.
        self.inner.background.bells[part as usize].notify_one();
    }

    /// Waits until something new may be due for a part of it. What was due before it waited
    /// counts, too.
    pub async fn background_woken(&self, part: Part) {
        self.inner.background.bells[part as usize].notified().await;
    }

    /// Tells the background work to stop at its next safe point and to return its leases.
    pub fn stop_background(&self) {
        self.inner.background.stopping.send_replace(true);
        self.wake_background();
    }

    /// Whether the background work is to stop.
    #[must_use]
    pub fn is_stopping(&self) -> bool {
        *self.inner.background.stopping.borrow()
    }

    /// Waits until the background work is to stop.
    pub(crate) async fn stopping(&self) {
        let mut told = self.inner.background.stopping.subscribe();
        // It fails only where nobody can tell it any more, and `self` can.
        drop(told.wait_for(|stopping| *stopping).await);
    }
}
