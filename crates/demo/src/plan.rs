//! The plan of an event as it stands in the embedded files: relative weeks and
//! numbers, from which dates and people are made.

use std::collections::BTreeMap;

use jiff::civil::Time;
use serde::Deserialize;

use crate::{
    CertificateKind, DataError, EventKind, EventTexts, Mode, RegistrationMode, Texts, data,
};

/// A state that does not follow from the dates.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Fixed {
    Draft,
    Cancelled,
}

/// The certificate rule without its hours.
#[derive(Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rule {
    pub(crate) min_percent: u8,
    #[serde(default)]
    pub(crate) excused_counts_as_absent: bool,
    pub(crate) kind: CertificateKind,
}

/// How many registrations there are in each state, as far as the window is open.
#[derive(Clone, Copy, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Seats {
    pub(crate) confirmed: usize,
    pub(crate) submitted: usize,
    pub(crate) pending: usize,
    pub(crate) waitlisted: usize,
    pub(crate) declined: usize,
    pub(crate) cancelled: usize,
}

/// One event.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Plan {
    pub(crate) slug: String,
    pub(crate) course: Option<String>,
    /// Without texts those of the course are taken.
    #[serde(default)]
    pub(crate) texts: BTreeMap<String, EventTexts>,
    pub(crate) kind: EventKind,
    pub(crate) mode: Mode,
    pub(crate) place: String,
    /// Weeks from the reference week.
    pub(crate) week: i64,
    /// Days counted from that week's Monday; without them the first working
    /// days of the host country.
    pub(crate) days: Option<Vec<i64>>,
    /// Local time at which an online day begins.
    pub(crate) at: Option<Time>,
    pub(crate) organisers: Vec<String>,
    pub(crate) languages: Vec<String>,
    /// Without areas those of the course are taken.
    #[serde(default)]
    pub(crate) areas: Vec<String>,
    pub(crate) capacity: u32,
    #[serde(default)]
    pub(crate) seats: Seats,
    pub(crate) registration: RegistrationMode,
    /// Weeks before the event's week at which registration opens.
    #[serde(default = "ten")]
    pub(crate) opens: i64,
    /// Days before the first session at which it closes.
    #[serde(default = "seven")]
    pub(crate) closes: i64,
    pub(crate) certificate: Option<Rule>,
    /// Whether certificates have been issued once it is over.
    #[serde(default = "yes")]
    pub(crate) issued: bool,
    /// Why the first certificate was revoked.
    pub(crate) revoked: Option<String>,
    pub(crate) fixed: Option<Fixed>,
    pub(crate) reason: Option<Texts>,
    /// Keys of trainers that must be among those of the event.
    #[serde(default)]
    pub(crate) trainers: Vec<String>,
    /// Keys of people who have a seat.
    #[serde(default)]
    pub(crate) include: Vec<String>,
    /// Countries that participants come from; without them all ten.
    #[serde(default)]
    pub(crate) countries: Vec<String>,
    /// Per day, the titles of taught sessions; without them the course's.
    #[serde(default)]
    pub(crate) agenda: Vec<Vec<Texts>>,
    /// Per day, what meets in parallel at the end of it, without attendance.
    #[serde(default)]
    pub(crate) groups: Vec<Vec<Texts>>,
}

fn ten() -> i64 {
    10
}

fn seven() -> i64 {
    7
}

fn yes() -> bool {
    true
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    event: Vec<Plan>,
}

/// All plans.
pub(crate) fn load() -> Result<Vec<Plan>, DataError> {
    let files = [
        (
            "training-courses",
            include_str!("../data/events/training-courses.toml"),
        ),
        ("workshops", include_str!("../data/events/workshops.toml")),
        ("seminars", include_str!("../data/events/seminars.toml")),
        (
            "conferences",
            include_str!("../data/events/conferences.toml"),
        ),
    ];
    let mut plans = Vec::new();
    for (name, text) in files {
        plans.extend(data::parse::<File>(name, text)?.event);
    }
    Ok(plans)
}
