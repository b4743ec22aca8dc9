//! A person's place in an event, the attendance and the certificate.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// State of a registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RegistrationState {
    /// The address is not confirmed yet; the seat is held.
    Pending,
    /// Awaits a decision.
    Submitted,
    /// Has a seat.
    Confirmed,
    /// The event is full; waits for a seat.
    Waitlisted,
    /// Was not accepted.
    Declined,
    /// Withdrawn by the person, or the event was cancelled.
    Cancelled,
}

/// What was seen of a person in a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// There in time.
    Present,
    /// There, but late.
    Late,
    /// Not there, with an accepted reason.
    Excused,
    /// Not there.
    Absent,
}

/// One attendance record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Attendance {
    /// Index into the event's sessions; always a tracked one.
    pub session: usize,
    /// What was seen.
    pub mark: Mark,
    /// When it was recorded.
    pub recorded_at: Timestamp,
}

/// A certificate that was issued.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Certificate {
    /// When.
    pub issued_at: Timestamp,
    /// When and why it was revoked.
    pub revoked: Option<(Timestamp, String)>,
}

/// A person's place in an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Registration {
    /// Key of the person.
    pub person: String,
    /// State.
    pub state: RegistrationState,
    /// When the person registered; within the event's registration window.
    pub registered_at: Timestamp,
    /// Since when the state holds.
    pub state_since: Timestamp,
    /// Key of the focal point who nominated the person.
    pub nominated_by: Option<String>,
    /// At most one record for each tracked session of a past day.
    pub attendance: Vec<Attendance>,
    /// The certificate, if one was issued.
    pub certificate: Option<Certificate>,
}

impl Registration {
    /// Number of sessions attended (present or late).
    pub fn attended(&self) -> usize {
        self.count(|mark| matches!(mark, Mark::Present | Mark::Late))
    }

    /// Number of sessions missed with an accepted reason.
    pub fn excused(&self) -> usize {
        self.count(|mark| mark == Mark::Excused)
    }

    fn count(&self, wanted: impl Fn(Mark) -> bool) -> usize {
        let records = self.attendance.iter();
        records.filter(|record| wanted(record.mark)).count()
    }
}
