//! The pages of certificates: for coordinators, for holders, for whoever verifies.

pub mod browser;
mod manage;
mod public;

use browser::Browser;
use maktab_domain::{AttendanceStatus, RegistrationId, RegistrationState, Role, SessionId, Span};
use maktab_services::attendance::Mark;
use maktab_services::testing::{Fixture, PlannedEvent};
use maktab_services::{Actor, Secret};

/// An event of one organisation that is over, with two people who attended everything and one
/// who attended nothing.
pub struct Course {
    pub fixture: Fixture,
    plan: PlannedEvent,
    sessions: Vec<SessionId>,
    pub trainer: Actor,
    pub coordinator: Actor,
    pub people: Vec<(Actor, RegistrationId)>,
}

pub const LIST: &str = "/en/manage/events/borders/certificates";

impl Course {
    pub async fn new() -> Self {
        let fixture = Fixture::new().await;
        let mut plan = fixture.open_event("borders");
        plan.organisers = vec![fixture.eco];
        let (event, sessions) = fixture.add_event(&plan).await;
        let (person, account) = fixture.add_person("Tara Trainer", "tara@example.org").await;
        fixture.trains(person, &sessions).await;
        let trainer = fixture.actor(account).await;
        let coordinator = fixture
            .actor_with(Role::Coordinator, Some(fixture.eco))
            .await;
        let mut people = Vec::new();
        for name in [
            "Aziza Karimova",
            "Bekzod <b>Rahimov</b>",
            "Dilnoza Yusupova",
        ] {
            let email = format!("person{}@example.org", people.len());
            let (person, account) = fixture.add_person(name, &email).await;
            let state = RegistrationState::Confirmed;
            let registration = fixture.add_registration(event, person, state).await;
            people.push((fixture.actor(account).await, registration));
        }
        let course = Self {
            fixture,
            plan,
            sessions,
            trainer,
            coordinator,
            people,
        };
        course.attend().await;
        course
    }

    async fn attend(&self) {
        use AttendanceStatus::{Absent, Present};
        self.fixture.clock.travel_to(self.plan.ends);
        let statuses = [Present, Present, Absent];
        for &session in &self.sessions {
            let marks = self.people.iter().zip(statuses);
            let marks: Vec<Mark> = marks
                .map(|((_, registration), status)| Mark {
                    registration: *registration,
                    status: Some(status),
                    seen: None,
                })
                .collect();
            let services = &self.fixture.services;
            let done = services.record_attendance(&self.trainer, "borders", session, &marks, false);
            done.await.unwrap();
        }
        self.fixture.clock.travel(Span::hours(1));
    }

    /// Issues to the first person; the number.
    pub async fn issue(&self) -> String {
        let services = &self.fixture.services;
        let issued = services.issue_certificate(&self.coordinator, "borders", self.people[0].1);
        issued.await.unwrap()
    }

    pub async fn browser(&self, who: Option<&Actor>) -> Browser {
        let secret: Option<Secret> = match who {
            Some(actor) => Some(self.fixture.sign_in(actor.account).await),
            None => None,
        };
        Browser::new(self.fixture.services.clone(), secret)
    }

    /// Everybody who has no business with the certificates of this event.
    async fn outsiders(&self) -> Vec<Actor> {
        let iom = self.fixture.iom;
        vec![
            self.fixture.actor_with(Role::Coordinator, Some(iom)).await,
            self.fixture
                .actor_with(Role::Trainer, Some(self.fixture.eco))
                .await,
            self.trainer.clone(),
            self.people[2].0.clone(),
        ]
    }

    async fn certificates(&self) -> i64 {
        self.fixture
            .count("SELECT count(*) FROM certificates")
            .await
    }
}
