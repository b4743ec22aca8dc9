//! The work that is due by the clock, without anybody asking.

use crate::Span;
use crate::code::codes;

codes! {
    /// A job by schedule.
    Job, "job" {
        /// Ends holds and offers whose time has run out, and frees their seats.
        EndHolds = "end-holds",
        /// Reminds people of events, of confirming, of offers, of decisions.
        SendReminders = "send-reminders",
        /// Ends the waiting lists of events whose registration has closed.
        CloseRegistration = "close-registration",
        /// Completes events that have been over for a while.
        CompleteEvents = "complete-events",
        /// Forgets links, sign-ins and counted attempts that have expired.
        Purge = "purge",
    }
}

codes! {
    /// How a run of a job ended.
    JobOutcome, "job outcome" {
        /// Everything that was due is done.
        Done = "done",
        /// Something failed; it is tried again: as a whole after a pause, of one thing by the schedule.
        Failed = "failed",
        /// The server was shut down meanwhile; another one goes on.
        Stopped = "stopped",
        /// The server that had it is gone without a word.
        Lost = "lost",
    }
}

impl Job {
    /// How long after a run the next one is due.
    #[must_use]
    pub const fn every(self) -> Span {
        match self {
            Self::EndHolds => Span::minutes(1),
            Self::SendReminders | Self::CloseRegistration => Span::minutes(5),
            Self::CompleteEvents | Self::Purge => Span::hours(1),
        }
    }

    /// How long to wait after this many failures in a row, from 1: no shorter than the
    /// schedule, and longer each time.
    #[must_use]
    pub fn pause(self, failures: i64) -> Span {
        const PAUSES: [Span; 4] = [
            Span::minutes(1),
            Span::minutes(5),
            Span::minutes(20),
            Span::hours(1),
        ];
        let place = usize::try_from(failures - 1).unwrap_or(0);
        PAUSES[place.min(PAUSES.len() - 1)].max(self.every())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_job_is_tried_less_and_less_often_but_always_again() {
        for &job in Job::ALL {
            let pauses: Vec<_> = (1..=6).map(|failures| job.pause(failures)).collect();
            assert!(pauses.is_sorted(), "{job}");
            assert!(pauses[0] >= job.every() && pauses[5] <= Span::hours(1).max(job.every()));
        }
        let pause = |failures| Job::EndHolds.pause(failures);
        assert!(pause(1) < pause(2) && pause(2) < pause(3) && pause(3) < pause(4));
        assert_eq!(pause(100), pause(4));
    }
}
