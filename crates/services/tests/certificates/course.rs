//! An event of six sessions with a trainer, a coordinator and some people, up to its end.

use maktab_domain::{
    AccountId, AttendanceStatus, EventId, PersonId, RegistrationId, RegistrationState, Role,
    SessionId, Span, Timestamp,
};
use maktab_services::attendance::Mark;
use maktab_services::testing::{Fixture, PlannedEvent};
use maktab_services::verification::{Standing, Verdict, Verification};
use maktab_services::{Actor, Error};

pub struct Course {
    pub fixture: Fixture,
    pub event: EventId,
    pub sessions: Vec<SessionId>,
    pub plan: PlannedEvent,
    pub trainer: Actor,
    pub coordinator: Actor,
    pub people: Vec<Participant>,
}

#[derive(Clone, Copy)]
pub struct Participant {
    pub person: PersonId,
    pub account: AccountId,
    pub registration: RegistrationId,
}

/// What stands recorded for one person: a letter per session, `p`, `l`, `e`, `a`, or `-` for
/// nothing.
pub type Row = &'static str;

impl Course {
    /// The event, over, with one person per row of attendance.
    pub async fn over(fixture: Fixture, rows: &[Row]) -> Self {
        let course = Self::with(fixture, rows.len(), |_| {}).await;
        course.attend(rows).await;
        course
            .fixture
            .clock
            .travel_to(course.plan.ends + Span::hours(1));
        course
    }

    /// The event as `change` wants it, with so many people, before it begins.
    pub async fn with(
        fixture: Fixture,
        people: usize,
        change: impl FnOnce(&mut PlannedEvent),
    ) -> Self {
        let mut plan = fixture.open_event("borders");
        change(&mut plan);
        let (event, sessions) = fixture.add_event(&plan).await;
        let (person, account) = fixture.add_person("Tara Trainer", "tara@example.org").await;
        fixture.trains(person, &sessions).await;
        let trainer = fixture.actor(account).await;
        let coordinator = fixture
            .actor_with(Role::Coordinator, Some(fixture.eco))
            .await;
        let mut course = Self {
            fixture,
            event,
            sessions,
            plan,
            trainer,
            coordinator,
            people: Vec::new(),
        };
        for number in 0..people {
            course.add_participant(number).await;
        }
        course
    }

    pub async fn add_participant(&mut self, number: usize) {
        const NAMES: [&str; 4] = [
            "Aziza Karimova",
            "Bekzod Rahimov",
            "Çağla Demir",
            "Dilnoza Yusupova",
        ];
        let email = format!("person{number}@example.org");
        let name = format!("{} {}", NAMES[number % 4], ["I", "V", "X"][number / 4 % 3]);
        let (person, account) = self.fixture.add_person(&name, &email).await;
        let state = RegistrationState::Confirmed;
        let registration = self
            .fixture
            .add_registration(self.event, person, state)
            .await;
        self.people.push(Participant {
            person,
            account,
            registration,
        });
    }

    /// Takes attendance of every session, by rows of people.
    pub async fn attend(&self, rows: &[Row]) {
        for place in 0..self.sessions.len() {
            let starts = self.plan.starts + Span::days(place as i64 / 2);
            self.fixture
                .clock
                .travel_to(starts + Span::hours(place as i64 % 2 * 4));
            let marks = rows.iter().zip(&self.people).filter_map(|(row, person)| {
                let status = status(row.as_bytes()[place])?;
                Some((person.registration, status))
            });
            let marks: Vec<_> = marks.collect();
            self.mark(place, &marks).await;
        }
    }

    /// Records in one session.
    pub async fn mark(&self, place: usize, marks: &[(RegistrationId, AttendanceStatus)]) {
        let session = self.sessions[place];
        let services = &self.fixture.services;
        let sheet = services.attendance_sheet(&self.trainer, "borders", session);
        let sheet = sheet.await.unwrap();
        let mark = |&(registration, status)| Mark {
            registration,
            status: Some(status),
            seen: sheet
                .people
                .iter()
                .find(|person| person.registration == registration)
                .and_then(|person| person.status),
        };
        let marks: Vec<Mark> = marks.iter().map(mark).collect();
        let done = services.record_attendance(&self.trainer, "borders", session, &marks, false);
        done.await.unwrap();
    }

    pub async fn holder(&self, place: usize) -> Actor {
        self.fixture.actor(self.people[place].account).await
    }

    /// Issues to one person; the number.
    pub async fn issue(&self, place: usize) -> Result<String, Error> {
        let registration = self.people[place].registration;
        let services = &self.fixture.services;
        let issued = services.issue_certificate(&self.coordinator, "borders", registration);
        issued.await
    }

    pub async fn verify(&self, number: &str) -> Verdict {
        match self
            .fixture
            .services
            .verify_certificate(number)
            .await
            .unwrap()
        {
            Verification::Found(verdict) => *verdict,
            other => unreachable!("{other:?}"),
        }
    }

    pub async fn standing(&self, number: &str) -> Standing {
        self.verify(number).await.standing
    }

    pub async fn certificates(&self) -> i64 {
        self.fixture
            .count("SELECT count(*) FROM certificates")
            .await
    }

    pub async fn mails(&self) -> i64 {
        let ready = "SELECT count(*) FROM outbox WHERE kind = 'certificate-ready'";
        self.fixture.count(ready).await
    }

    pub fn now(&self) -> Timestamp {
        self.fixture.services.now()
    }
}

fn status(letter: u8) -> Option<AttendanceStatus> {
    Some(match letter {
        b'p' => AttendanceStatus::Present,
        b'l' => AttendanceStatus::Late,
        b'e' => AttendanceStatus::Excused,
        b'a' => AttendanceStatus::Absent,
        _ => return None,
    })
}
