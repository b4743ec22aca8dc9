//! What tests stand on: a small programme on a fresh database, a clock that
//! stands still, randomness that repeats.
//!
//! Two organisations, ten countries, ten areas, and whatever events, people and
//! registrations a test adds. Only with the feature `testing`.

#![expect(
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "a test that cannot begin has failed"
)]

use crate::sign_in::{NewPassword, hash_password};
use crate::signing::Issuing;
use crate::{Actor, PublicAddress, Secret, SeededRandom, Services, Settings, TravelClock};
use maktab_domain::{
    AccountId, CourseId, EventId, OrganisationId, ParticipantRole, PersonId, RegistrationId,
    RegistrationState, Role, RoleGrantId, SessionId, SignInId, Span, Texts, Timestamp,
};
pub use maktab_store::testing::PlannedEvent;
use maktab_store::testing::{self as rows, TestDatabase};
use maktab_store::{accounts, audit, outbox, people, registrations, seats};
use std::sync::Arc;

/// Sunday 10 January 2027, 08:00 UTC: when the tests begin.
pub const BEGINNING: Timestamp = Timestamp(1_799_568_000_000);

const COUNTRIES: [&str; 10] = ["AF", "AZ", "IR", "KZ", "KG", "PK", "TJ", "TM", "TR", "UZ"];
const AREAS: [&str; 10] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];

/// A small programme with everything that tests need to act on it.
pub struct Fixture {
    /// The use cases.
    pub services: Services,
    /// Their clock; it stands still until it is moved.
    pub clock: Arc<TravelClock>,
    /// The first organisation.
    pub eco: OrganisationId,
    /// The second organisation.
    pub iom: OrganisationId,
    kept: TestDatabase,
}

impl Fixture {
    /// On a fresh SQLite database, with the usual settings.
    pub async fn new() -> Self {
        Self::on(TestDatabase::sqlite().await, settings()).await
    }

    /// On a fresh SQLite database, as a demonstration.
    pub async fn demonstration() -> Self {
        let mut settings = settings();
        settings.demo = true;
        Self::on(TestDatabase::sqlite().await, settings).await
    }

    /// On every engine that can be had.
    pub async fn each() -> Vec<Self> {
        let mut all = Vec::new();
        for database in TestDatabase::each().await {
            all.push(Self::on(database, settings()).await);
        }
        all
    }

    /// On this database, with these settings.
    pub async fn on(kept: TestDatabase, settings: Settings) -> Self {
        let clock = Arc::new(TravelClock::stopped(BEGINNING));
        let random = Arc::new(SeededRandom::new(7));
        let issuing = Issuing::in_memory(&settings.public_address, [7; 32]).expect("an address");
        let services = Services::new(kept.database.clone(), clock.clone(), random, settings)
            .with_certificates(issuing);
        let eco = services.new_id(OrganisationId);
        let iom = services.new_id(OrganisationId);
        let mut tx = kept.database.write().await.expect("a transaction");
        for (id, code, name, persian) in [
            (
                eco,
                "eco",
                "Economic Cooperation Organization",
                "سازمان همکاری اقتصادی",
            ),
            (
                iom,
                "iom",
                "International Organization for Migration",
                "سازمان بین‌المللی مهاجرت",
            ),
        ] {
            let names = Texts::new([("en", name), ("fa", persian)]);
            rows::organisation(&mut tx, id, code, &names)
                .await
                .expect("an organisation");
        }
        for (position, code) in (1..).zip(COUNTRIES) {
            rows::country(&mut tx, code, position)
                .await
                .expect("a country");
        }
        for (position, code) in (1..).zip(AREAS) {
            let names = Texts::new([("en", format!("Area {code}"))]);
            rows::area(&mut tx, code, &names, position)
                .await
                .expect("an area");
        }
        tx.commit().await.expect("a commit");
        Self {
            services,
            clock,
            eco,
            iom,
            kept,
        }
    }

    /// The use cases of another server on the same database and under the same clock.
    pub async fn another_server(&self, name: &str) -> Services {
        let mut settings = self.services.settings().clone();
        settings.replica = name.to_owned();
        let seed = name.bytes().map(u64::from).sum();
        let random = Arc::new(SeededRandom::new(seed));
        let issuing = Issuing::in_memory(&settings.public_address, [7; 32]).expect("an address");
        let database = self.kept.another().await;
        Services::new(database, self.clock.clone(), random, settings).with_certificates(issuing)
    }

    /// An event that is open for registration, with 20 seats, four weeks ahead, of both
    /// organisations; to be changed as the test needs before [`Fixture::add_event`].
    #[must_use]
    pub fn open_event(&self, slug: &str) -> PlannedEvent {
        PlannedEvent {
            slug: slug.to_owned(),
            titles: Texts::new([("en", "Border management"), ("fa", "مدیریت مرزها")]),
            state: "published".to_owned(),
            registration_mode: "open".to_owned(),
            capacity: 20,
            opens: BEGINNING - Span::days(20),
            closes: BEGINNING + Span::days(20),
            starts: BEGINNING + Span::days(29) - Span::hours(4),
            ends: BEGINNING + Span::days(31) + Span::hours(4),
            time_zone: "Asia/Tashkent".to_owned(),
            organisers: vec![self.eco, self.iom],
            min_percent: 80,
        }
    }

    /// Adds an event and its six tracked sessions, two a day over three days.
    pub async fn add_event(&self, plan: &PlannedEvent) -> (EventId, Vec<SessionId>) {
        let id = self.services.new_id(EventId);
        let mut sessions = Vec::new();
        let mut tx = self.kept.database.write().await.expect("a transaction");
        rows::event(&mut tx, id, plan, self.services.now())
            .await
            .expect("an event");
        for place in 0..6_i64 {
            let session = self.services.new_id(SessionId);
            let starts = plan.starts + Span::days(place / 2) + Span::hours(place % 2 * 4);
            let titles = Texts::new([("en", format!("Session {}", place + 1))]);
            rows::session(
                &mut tx,
                session,
                id,
                &titles,
                starts,
                starts + Span::hours(3),
            )
            .await
            .expect("a session");
            sessions.push(session);
        }
        tx.commit().await.expect("a commit");
        (id, sessions)
    }

    /// Adds a person of Uzbekistan with a proven address and an account.
    pub async fn add_person(&self, name: &str, email: &str) -> (PersonId, AccountId) {
        let person = self.services.new_id(PersonId);
        let now = self.services.now();
        let mut tx = self.kept.database.write().await.expect("a transaction");
        people::insert(&mut tx, person, email, Some(now), &details(name), now)
            .await
            .expect("a person");
        let account = self.services.new_id(AccountId);
        let account = accounts::ensure(&mut tx, account, person, now)
            .await
            .expect("an account");
        tx.commit().await.expect("a commit");
        (person, account)
    }

    /// Gives a role: within an organisation, or everywhere.
    pub async fn grant(
        &self,
        account: AccountId,
        role: Role,
        organisation: Option<OrganisationId>,
    ) {
        let row = accounts::GrantRow {
            role,
            organisation_id: organisation,
            country: None,
        };
        let id = self.services.new_id(RoleGrantId);
        let mut tx = self.kept.database.write().await.expect("a transaction");
        accounts::grant(&mut tx, id, account, &row, self.services.now())
            .await
            .expect("a grant");
        tx.commit().await.expect("a commit");
    }

    /// A new focal point of these countries, signed in.
    pub async fn focal_point(&self, countries: &[&str]) -> Actor {
        let email = format!(
            "focal.{}@example.org",
            self.services.new_id(|id| id).simple()
        );
        let (_, account) = self.add_person("Focal Point", &email).await;
        for &country in countries {
            let row = accounts::GrantRow {
                role: Role::FocalPoint,
                organisation_id: None,
                country: Some(country.to_owned()),
            };
            let id = self.services.new_id(RoleGrantId);
            let mut tx = self.kept.database.write().await.expect("a transaction");
            accounts::grant(&mut tx, id, account, &row, self.services.now())
                .await
                .expect("a grant");
            tx.commit().await.expect("a commit");
        }
        self.actor(account).await
    }

    /// The secret of a link in the newest mail to an address that has one with `part`, as
    /// `/invitation/`.
    pub async fn secret_mailed(&self, email: &str, part: &str) -> String {
        let mails = self.mails_to(email).await;
        let words = mails.iter().flat_map(|mail| mail.body.split_whitespace());
        let link = words.into_iter().find(|word| word.contains(part));
        let secret = link.and_then(|link| link.rsplit('/').next());
        let secret = secret.expect("a link in a mail");
        secret.split('#').next().expect("a secret").to_owned()
    }

    /// Makes a person a trainer of sessions.
    pub async fn trains(&self, person: PersonId, sessions: &[SessionId]) {
        let mut tx = self.kept.database.write().await.expect("a transaction");
        for &session in sessions {
            rows::trainer(&mut tx, session, person)
                .await
                .expect("a trainer");
        }
        tx.commit().await.expect("a commit");
    }

    /// Adds a registration in this state, with its seat where the state holds one.
    pub async fn add_registration(
        &self,
        event: EventId,
        person: PersonId,
        state: RegistrationState,
    ) -> RegistrationId {
        let id = self.services.new_id(RegistrationId);
        let now = self.services.now();
        let mut tx = self.kept.database.write().await.expect("a transaction");
        let row = people::by_id(&mut tx, person).await.expect("a query");
        let new = registrations::NewRegistration {
            id,
            event,
            person,
            state,
            hold_until: Some(now + self.services.settings().hold),
            without_seat: false,
            role: ParticipantRole::Participant,
            organisation: None,
            invitation: None,
            details: &row.expect("a person").details,
            consent_version: "test",
            now,
        };
        assert!(
            registrations::insert(&mut tx, &new)
                .await
                .expect("a registration")
        );
        if state.holds_seat(new.without_seat) {
            let claim = seats::Claim {
                event,
                role: new.role,
                country: &new.details.country,
                organisation: None,
            };
            let taken = seats::take(&mut tx, &claim).await.expect("a query");
            taken.expect("a seat");
        }
        tx.commit().await.expect("a commit");
        id
    }

    /// Signs a browser in; the secret is the value of its cookie.
    pub async fn sign_in(&self, account: AccountId) -> Secret {
        let secret = self.services.new_secret();
        let id = self.services.new_id(SignInId);
        let now = self.services.now();
        let until = now + self.services.settings().sign_in_life;
        let mut tx = self.kept.database.write().await.expect("a transaction");
        let hash = secret.hash().0;
        accounts::sign_in(&mut tx, id, &hash, account, now, until, "test")
            .await
            .expect("a sign-in");
        tx.commit().await.expect("a commit");
        secret
    }

    /// The person behind an account, signed in.
    pub async fn actor(&self, account: AccountId) -> Actor {
        let secret = self.sign_in(account).await;
        let actor = self.services.actor(&secret).await.expect("a query");
        actor.expect("somebody signed in")
    }

    /// A new account with this role, signed in.
    pub async fn actor_with(&self, role: Role, organisation: Option<OrganisationId>) -> Actor {
        let email = format!(
            "{role}.{}@example.org",
            self.services.new_id(|id| id).simple()
        );
        let (_, account) = self.add_person("Role Holder", &email).await;
        self.grant(account, role, organisation).await;
        self.actor(account).await
    }

    /// Adds a course, and makes the event a run of it.
    pub async fn add_course(&self, slug: &str, title: &str, event: EventId) -> CourseId {
        let id = self.services.new_id(CourseId);
        let mut tx = self.kept.database.write().await.expect("a transaction");
        rows::course(&mut tx, id, slug, title)
            .await
            .expect("a course");
        rows::run_of(&mut tx, event, id).await.expect("a run");
        tx.commit().await.expect("a commit");
        id
    }

    /// Changes rows as a statement says, as `UPDATE events SET kind = 'seminar'`.
    pub async fn change(&self, sql: &'static str) {
        let mut tx = self.kept.database.write().await.expect("a transaction");
        let changed = rows::change(&mut tx, sql).await.expect("a change");
        assert!(changed > 0, "nothing was changed by {sql}");
        tx.commit().await.expect("a commit");
    }

    /// Gives an account this password.
    pub async fn set_password(&self, account: AccountId, password: &str) {
        let password = NewPassword::parse(password, &[]).expect("a good password");
        let hash = hash_password(password, self.services.random()).await;
        let hash = hash.expect("a hash");
        let mut tx = self.kept.database.write().await.expect("a transaction");
        let set = accounts::set_password(&mut tx, account, &hash).await;
        set.expect("a password");
        tx.commit().await.expect("a commit");
    }

    /// Disables an account.
    pub async fn disable(&self, account: AccountId) {
        let mut tx = self.kept.database.write().await.expect("a transaction");
        let now = self.services.now();
        let disabled = accounts::disable(&mut tx, account, now).await;
        disabled.expect("a disabled account");
        tx.commit().await.expect("a commit");
    }

    /// The mails to an address, the newest first.
    pub async fn mails_to(&self, email: &str) -> Vec<outbox::MailRow> {
        let mut tx = self.kept.database.read().await.expect("a transaction");
        let mails = outbox::latest(&mut tx, Some(email), 100, 0).await;
        mails.expect("mails")
    }

    /// What was done to a subject, as the audit log names it, the oldest first.
    pub async fn audited(&self, subject: uuid::Uuid) -> Vec<String> {
        let mut tx = self.kept.database.read().await.expect("a transaction");
        let actions = audit::actions_on(&mut tx, subject).await;
        actions.expect("the audit log")
    }

    /// The number that a counting query gives.
    pub async fn count(&self, sql: &'static str) -> i64 {
        let mut tx = self.kept.database.read().await.expect("a transaction");
        rows::count(&mut tx, sql).await.expect("a count")
    }
}

/// The settings of the fixture: `http://127.0.0.1:3000`, not a demonstration.
#[must_use]
pub fn settings() -> Settings {
    Settings::new(PublicAddress::parse("http://127.0.0.1:3000").expect("an address"))
}

/// The details of an official of Uzbekistan who bears this name.
#[must_use]
pub fn details(name: &str) -> people::Details {
    people::Details {
        name_latin: name.to_owned(),
        name_native: None,
        name_native_language: None,
        country: "UZ".to_owned(),
        institution: "State Border Committee".to_owned(),
        job_title: "Inspector".to_owned(),
        language: "en".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_fixture_stands_on_each_engine() {
        for fixture in Fixture::each().await {
            let (event, sessions) = fixture.add_event(&fixture.open_event("borders")).await;
            let (person, account) = fixture.add_person("Aziza Karimova", "a@example.org").await;
            fixture.trains(person, &sessions[..1]).await;
            fixture
                .grant(account, Role::Coordinator, Some(fixture.eco))
                .await;
            let state = RegistrationState::Confirmed;
            fixture.add_registration(event, person, state).await;
            let actor = fixture.actor(account).await;
            assert!(actor.is_trainer() && actor.coordinates(&[fixture.eco]));
            assert!(!actor.coordinates(&[fixture.iom]));
            assert_eq!(
                fixture
                    .count("SELECT count(*) FROM events WHERE taken = 1")
                    .await,
                1
            );
        }
    }
}
