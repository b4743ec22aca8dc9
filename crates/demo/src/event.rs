//! Events: what is held when and where, and under which rules.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};

use crate::{Registration, RegistrationState, Texts};

/// The four kinds of the memorandum's article V.1 x.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EventKind {
    /// Practice in a small group.
    Workshop,
    /// Talks and discussion.
    Seminar,
    /// Many participants, parallel meetings.
    Conference,
    /// Teaching over several sessions.
    TrainingCourse,
}

/// How participants take part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// At the venue.
    InPerson,
    /// By video meeting.
    Online,
    /// Either.
    Hybrid,
}

/// The stored state. Whether a published event is running follows from its
/// dates: see [`Event::phase`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EventState {
    /// Seen by coordinators only.
    Draft,
    /// In the catalogue; upcoming or running.
    Published,
    /// Over.
    Completed,
    /// Over for long.
    Archived,
    /// Called off.
    Cancelled,
}

/// Who may come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RegistrationMode {
    /// Whoever registers first.
    Open,
    /// A coordinator decides.
    Approval,
    /// Governments nominate.
    Nominated,
    /// By personal invitation.
    Invited,
}

/// Where an event stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// Draft or cancelled: it does not take place.
    Off,
    /// Begins on a later day.
    Upcoming,
    /// Has begun and not ended on this day.
    Running,
    /// Ended on an earlier day.
    Ended,
}

/// Title and summary in one language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventTexts {
    /// Title.
    pub title: String,
    /// Two or three sentences.
    pub summary: String,
}

/// What a certificate confirms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CertificateKind {
    /// Took part.
    Participation,
    /// Took part in enough of it.
    Completion,
}

/// Who receives a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CertificateRule {
    /// Smallest share of the scheduled, tracked sessions, in percent.
    pub min_percent: u8,
    /// Whether an excused absence counts as absent (else it leaves the
    /// denominator).
    pub excused_counts_as_absent: bool,
    /// Hours printed: the tracked sessions, rounded.
    pub hours: u16,
    /// What is confirmed.
    pub kind: CertificateKind,
}

/// One item of an event's agenda.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Session {
    /// Begin (inclusive).
    pub starts: Timestamp,
    /// End (exclusive).
    pub ends: Timestamp,
    /// Room at the venue; nothing online.
    pub room: Option<String>,
    /// Title.
    pub texts: Texts,
    /// Keys of the people who run it.
    pub trainers: Vec<String>,
    /// Whether attendance is taken.
    pub tracked: bool,
}

/// One scheduled run, of a course or on its own.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Event {
    /// Stable name in addresses.
    pub slug: String,
    /// Slug of the course it is a run of.
    pub course: Option<String>,
    /// Texts by BCP 47 tag; `en` is always there.
    pub texts: BTreeMap<String, EventTexts>,
    /// Kind.
    pub kind: EventKind,
    /// Mode.
    pub mode: Mode,
    /// IANA name of the zone its times are shown in.
    pub time_zone: String,
    /// Host country (ISO 3166-1 alpha-2); nothing online, like the two below.
    pub country: Option<String>,
    /// City.
    pub city: Option<Texts>,
    /// Venue.
    pub venue: Option<Texts>,
    /// Keys of the organising organisations.
    pub organisers: Vec<String>,
    /// Languages spoken (BCP 47 tags).
    pub languages: Vec<String>,
    /// Areas of cooperation, codes `i` to `x`.
    pub areas: Vec<String>,
    /// Seats.
    pub capacity: u32,
    /// Stored state.
    pub state: EventState,
    /// Who may come.
    pub registration_mode: RegistrationMode,
    /// Begin of the registration window (inclusive).
    pub registration_opens: Timestamp,
    /// Its end (exclusive); before the first session.
    pub registration_closes: Timestamp,
    /// Who receives a certificate; nothing where none is given.
    pub certificate_rule: Option<CertificateRule>,
    /// Why it was cancelled.
    pub cancellation_reason: Option<Texts>,
    /// Agenda in order of time; never empty.
    pub sessions: Vec<Session>,
    /// Registrations in order of time.
    pub registrations: Vec<Registration>,
}

impl Event {
    /// Begin of the first session.
    pub fn starts(&self) -> Timestamp {
        let starts = self.sessions.iter().map(|session| session.starts);
        starts.min().unwrap_or_default()
    }

    /// End of the last session.
    pub fn ends(&self) -> Timestamp {
        let ends = self.sessions.iter().map(|session| session.ends);
        ends.max().unwrap_or_default()
    }

    /// The day in the event's own zone on which `instant` falls.
    pub fn local_date(&self, instant: Timestamp) -> Date {
        let zone = TimeZone::get(&self.time_zone).unwrap_or(TimeZone::UTC);
        instant.to_zoned(zone).date()
    }

    /// Where the event stands on `day` (in its own zone).
    pub fn phase(&self, day: Date) -> Phase {
        match self.state {
            EventState::Draft | EventState::Cancelled => Phase::Off,
            _ if day < self.local_date(self.starts()) => Phase::Upcoming,
            _ if day > self.local_date(self.ends()) => Phase::Ended,
            _ => Phase::Running,
        }
    }

    /// Keys of everybody who runs one of its sessions.
    pub fn trainers(&self) -> BTreeSet<&str> {
        let all = self.sessions.iter().flat_map(|session| &session.trainers);
        all.map(String::as_str).collect()
    }

    /// Seats given or held: confirmed, or, where the event gives seats at once, waiting for the
    /// confirmation of an address.
    pub fn seats_taken(&self) -> usize {
        let at_once = self.registration_mode == RegistrationMode::Open;
        let holds = |registration: &&Registration| match registration.state {
            RegistrationState::Confirmed => true,
            RegistrationState::Pending => at_once,
            _ => false,
        };
        self.registrations.iter().filter(holds).count()
    }

    /// Whether the certificate rule is met by this registration's attendance:
    /// of the sessions scheduled and tracked, at least the rule's share
    /// attended (present or late).
    pub fn is_eligible(&self, registration: &Registration) -> bool {
        let Some(rule) = self.certificate_rule else {
            return false;
        };
        let tracked = self.sessions.iter().filter(|session| session.tracked);
        let scheduled = tracked.count();
        let excused = if rule.excused_counts_as_absent {
            0
        } else {
            registration.excused()
        };
        let counted = scheduled.saturating_sub(excused);
        counted > 0 && registration.attended() * 100 >= counted * usize::from(rule.min_percent)
    }
}
