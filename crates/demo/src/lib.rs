//! Demonstration data: organisations, people, courses and events worth looking
//! at. Plausible, nobody real, and the same at every call with the same date.
//!
//! Everything is placed relative to the Monday of the reference date's week,
//! so a demonstration always has past, running and upcoming events. The crate
//! knows no database and no clock.

mod account;
mod agenda;
mod attendance;
mod booking;
mod calendar;
mod course;
mod data;
mod enrolment;
mod event;
mod names;
mod organisation;
mod person;
mod place;
mod plan;
mod programme;
mod registration;
mod roster;
mod stream;
mod texts;

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use serde::Serialize;

pub use account::{Account, Role, RoleGrant, Scope};
pub use course::{AgendaItem, Course, CourseTexts};
pub use data::DataError;
pub use event::{
    CertificateKind, CertificateRule, Event, EventKind, EventState, EventTexts, Mode, Phase,
    RegistrationMode, Session,
};
pub use organisation::{Organisation, OrganisationKind};
pub use person::{Person, PersonKind};
pub use registration::{Attendance, Certificate, Mark, Registration, RegistrationState};
pub use texts::Texts;

/// Everything a demonstration starts with.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Dataset {
    /// The day the data set was made for.
    pub reference: Date,
    /// The first moment of that day in UTC. Nothing that is told as having
    /// happened (registrations, attendance, certificates) is at or after it.
    pub as_of: Timestamp,
    /// ECO, IOM, then the national institutions.
    pub organisations: Vec<Organisation>,
    /// Everybody: people with accounts first, then focal points, staff,
    /// trainers and trainees.
    pub people: Vec<Person>,
    /// Who can sign in, with what password and which roles.
    pub accounts: Vec<Account>,
    /// The catalogue's courses.
    pub courses: Vec<Course>,
    /// All events, in order of their first session.
    pub events: Vec<Event>,
}

impl Dataset {
    /// The organisation with this key.
    pub fn organisation(&self, key: &str) -> Option<&Organisation> {
        self.organisations.iter().find(|found| found.key == key)
    }

    /// The person with this key.
    pub fn person(&self, key: &str) -> Option<&Person> {
        self.people.iter().find(|found| found.key == key)
    }

    /// The course with this slug.
    pub fn course(&self, slug: &str) -> Option<&Course> {
        self.courses.iter().find(|found| found.slug == slug)
    }

    /// The event with this slug.
    pub fn event(&self, slug: &str) -> Option<&Event> {
        self.events.iter().find(|found| found.slug == slug)
    }

    /// Published events that have begun and not ended on the reference date.
    pub fn running(&self) -> impl Iterator<Item = &Event> {
        self.events
            .iter()
            .filter(|event| event.phase(self.reference) == Phase::Running)
    }
}

/// The data set for a demonstration that takes place on `reference`.
///
/// # Panics
/// Where the embedded data are defective (the tests rule it out for days all
/// over four years) or `reference` lies within two years of the end of the
/// calendar.
#[expect(
    clippy::panic,
    reason = "the data are compiled in; a defect is one of this crate"
)]
pub fn dataset(reference: Date) -> Dataset {
    match try_dataset(reference) {
        Ok(dataset) => dataset,
        Err(defect) => panic!("the demonstration data are defective: {defect}"),
    }
}

/// Like [`dataset`], answering a defect of the embedded data instead of panicking.
///
/// # Errors
/// What is wrong with the data.
pub fn try_dataset(reference: Date) -> Result<Dataset, DataError> {
    let as_of = reference.to_zoned(TimeZone::UTC)?.timestamp();
    let organisations = organisation::load()?;
    let courses = course::load()?;
    let named = account::load()?;
    let people = roster::people(&named, &organisations)?;
    let events = programme::events(reference, as_of, &people, &courses, &organisations)?;
    let accounts = account::accounts(named, &events);
    Ok(Dataset {
        reference,
        as_of,
        organisations,
        people,
        accounts,
        courses,
        events,
    })
}
