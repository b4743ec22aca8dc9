//! The demonstration: everything of `maktab-demo`, put into an empty database.
//!
//! One transaction; ids and salts come from a fixed seed, so that the same day gives the
//! same database: only the signing key is drawn at random, and the audit log tells the time.

mod accounts;
mod attendance;
mod certificates;
mod codes;
mod courses;
mod events;
mod invitations;
mod mails;
mod nominations;
mod people;
mod registrations;

pub use accounts::{DemonstrationAccount, demonstration_accounts};

use crate::catalogue::rebuild_search_text;
use crate::random::uuid_v7;
use crate::seed::memorandum;
use crate::{Error, Result, SeededRandom, Services};
use jiff::civil::Date;
use maktab_demo::{Dataset, Texts as DemoTexts};
use maktab_domain::{AccountId, CourseId, OrganisationId, PersonId, Texts, Timestamp};
use maktab_store::{audit, seeding as store};
use std::collections::BTreeMap;
use uuid::Uuid;

/// From this, ids and salts are drawn.
const SEED: u64 = 0x6d61_6b74_6162;

/// Who signs in a demonstration. Nobody real.
const SIGNATORIES: [(&str, &str); 2] = [("eco", "Rustam Yusupov"), ("iom", "Helena Marques")];

/// How much was put in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Seeded {
    /// People.
    pub people: usize,
    /// Courses.
    pub courses: usize,
    /// Events.
    pub events: usize,
    /// Registrations.
    pub registrations: usize,
    /// Attendance records, superseded ones included.
    pub attendance: usize,
    /// Certificates.
    pub certificates: usize,
}

impl Services {
    /// Puts in the reference data and a demonstration around today.
    ///
    /// # Errors
    /// [`Error::NotNow`] where the database is not empty; the database failed.
    pub async fn seed_demonstration(&self) -> Result<Seeded> {
        let dataset = maktab_demo::try_dataset(today(self.now()))
            .map_err(|error| Error::Failed(format!("the demonstration's data: {error}")))?;
        let mut tx = self.database().write_alone().await?;
        if !store::is_empty(&mut tx).await? {
            return Err(Error::NotNow("seed-not-empty"));
        }
        let (drawn, as_of) = (SeededRandom::new(!SEED), time(dataset.as_of));
        memorandum::put(&mut tx, || OrganisationId(uuid_v7(as_of, &drawn))).await?;
        for (code, name) in SIGNATORIES {
            store::put_signatory(&mut tx, code, name).await?;
        }
        let organisations = store::organisations(&mut tx).await?;
        let mut plan = Plan::new(&dataset, self, organisations);
        let people = people::rows(&mut plan);
        let accounts = accounts::rows(&mut plan).await?;
        let grants = accounts::grants(&mut plan);
        let courses = courses::rows(&mut plan);
        let events = events::rows(&mut plan)?;
        let registrations = registrations::rows(&mut plan, &events)?;
        let attendance = attendance::rows(&mut plan, &events, &registrations)?;
        store::people(&mut tx, &people).await?;
        store::accounts(&mut tx, &accounts).await?;
        store::role_grants(&mut tx, &grants).await?;
        store::courses(&mut tx, &courses).await?;
        store::events(&mut tx, &events).await?;
        for event in &events {
            rebuild_search_text(&mut tx, event.id).await?;
        }
        store::registrations(&mut tx, &registrations).await?;
        store::attendance(&mut tx, &attendance).await?;
        let nominations = nominations::rows(&plan, &events, &registrations);
        store::nominations(&mut tx, &nominations).await?;
        let quotas = nominations::quotas(&plan, &events);
        store::country_quotas(&mut tx, &quotas).await?;
        let invitations = invitations::rows(&plan, &events)?;
        store::invitations(&mut tx, &invitations).await?;
        let certificates =
            certificates::issue(self, &mut tx, &plan, &events, &registrations).await?;
        mails::put(self, &mut tx, &plan, &events, &registrations).await?;
        let mark = audit::Entry {
            id: plan.id(|id| id),
            at: self.now(),
            account: None,
            action: store::DEMONSTRATION_SEEDED,
            subject: None,
            detail: &serde_json::json!({ "reference": dataset.reference.to_string() }),
        };
        audit::record(&mut tx, &mark).await?;
        tx.commit().await?;
        self.forget_reference();
        Ok(Seeded {
            people: people.len(),
            courses: courses.len(),
            events: events.len(),
            registrations: registrations.len(),
            attendance: attendance.len(),
            certificates,
        })
    }
}

/// The date in UTC.
fn today(now: Timestamp) -> Date {
    let now = jiff::Timestamp::from_millisecond(now.millis()).unwrap_or_default();
    now.to_zoned(jiff::tz::TimeZone::UTC).date()
}

/// The data set, and who and what has become which row.
struct Plan<'a> {
    dataset: &'a Dataset,
    random: SeededRandom,
    as_of: Timestamp,
    hold: maktab_domain::Span,
    people: BTreeMap<&'a str, (PersonId, store::Person)>,
    accounts: BTreeMap<&'a str, AccountId>,
    courses: BTreeMap<&'a str, CourseId>,
    organisations: BTreeMap<String, OrganisationId>,
}

impl<'a> Plan<'a> {
    fn new(
        dataset: &'a Dataset,
        services: &Services,
        organisations: Vec<(OrganisationId, String, String)>,
    ) -> Self {
        Self {
            dataset,
            random: SeededRandom::new(SEED),
            as_of: time(dataset.as_of),
            hold: services.settings().hold,
            people: BTreeMap::new(),
            accounts: BTreeMap::new(),
            courses: BTreeMap::new(),
            organisations: organisations
                .into_iter()
                .map(|(id, code, _)| (code, id))
                .collect(),
        }
    }

    fn id<Id>(&self, wrap: impl FnOnce(Uuid) -> Id) -> Id {
        wrap(uuid_v7(self.as_of, &self.random))
    }

    /// The person with this key.
    fn person(&self, key: &str) -> Result<&(PersonId, store::Person)> {
        self.people.get(key).ok_or_else(|| missing("person", key))
    }

    /// The organisation with this key.
    fn organisation(&self, key: &str) -> Result<OrganisationId> {
        let found = self.organisations.get(key).copied();
        found.ok_or_else(|| missing("organisation", key))
    }

    /// The account that coordinates the events of this organisation.
    fn coordinator_of(&self, organisation: &str) -> Option<AccountId> {
        let wanted = maktab_demo::RoleGrant {
            role: maktab_demo::Role::Coordinator,
            scope: maktab_demo::Scope::Organisation(organisation.to_owned()),
        };
        let mut all = self.dataset.accounts.iter();
        let account = all.find(|account| account.roles.contains(&wanted))?;
        self.accounts.get(account.person.as_str()).copied()
    }

    /// The account of the focal point who nominated this person, where it is one that can sign
    /// in.
    fn focal_point_of(&self, registration: &maktab_demo::Registration) -> Option<AccountId> {
        let key = registration.nominated_by.as_deref()?;
        self.accounts.get(key).copied()
    }

    /// The account of a coordinator of this event.
    fn coordinator(&self, event: &maktab_demo::Event) -> Result<AccountId> {
        let mut organisers = event.organisers.iter();
        organisers
            .find_map(|key| self.coordinator_of(key))
            .ok_or_else(|| missing("coordinator", &event.slug))
    }
}

fn missing(what: &str, key: &str) -> Error {
    Error::Failed(format!("the demonstration has no {what} {key:?}"))
}

/// A point in time of the data set as the database keeps it.
fn time(at: jiff::Timestamp) -> Timestamp {
    Timestamp(at.as_millisecond())
}

/// Texts of the data set as the database keeps them.
fn texts(texts: &DemoTexts) -> Texts {
    Texts::new(texts.iter())
}
