//! A page with a list asks the database as often for three rows as for three hundred.

#![cfg(feature = "ssr")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use maktab_app::{Assets, Web, router};
use maktab_domain::{AccountId, EventId, RegistrationState, Role, SessionId, Span};
use maktab_services::inviting::InvitingForm;
use maktab_services::nominating::NominationForm;
use maktab_services::registration::DetailsForm;
use maktab_services::testing::{BEGINNING, Fixture};
use maktab_store::testing::executed;
use tower::ServiceExt;

/// Who asks.
#[derive(Clone, Copy)]
enum Who {
    Nobody,
    Coordinator,
    Trainer,
    FocalPoint,
    Trainee,
}

/// Every page with a list, and every list as a file.
const LISTS: [(Who, &str); 32] = [
    (Who::Nobody, "/en"),
    (Who::Nobody, "/en/events"),
    (Who::Nobody, "/en/events/over"),
    (Who::Nobody, "/en/courses"),
    (Who::Nobody, "/en/courses/course"),
    (Who::Nobody, "/calendar.ics?lang=en"),
    (Who::Nobody, "/sitemap.xml"),
    (Who::Coordinator, "/en/manage"),
    (Who::Coordinator, "/en/manage/events.csv"),
    (Who::Coordinator, "/en/manage/events/over"),
    (Who::Coordinator, "/en/manage/events/over/agenda"),
    (Who::Coordinator, "/en/manage/events/over/registrations"),
    (Who::Coordinator, "/en/manage/events/over/registrations.csv"),
    (Who::Coordinator, "/en/manage/events/over/seats"),
    (Who::Coordinator, "/en/manage/events/invited/invitations"),
    (Who::Coordinator, "/en/manage/events/over/certificates"),
    (
        Who::Coordinator,
        "/en/manage/events/over/certificates/participants.csv",
    ),
    (
        Who::Coordinator,
        "/en/manage/events/nominated/registrations",
    ),
    (Who::Coordinator, "/en/teach/over"),
    (Who::Trainer, "/en/teach"),
    (Who::Trainer, "/en/teach/over"),
    (Who::Trainer, "/en/teach/over/roster.csv"),
    (Who::Trainer, "SHEET"),
    (Who::FocalPoint, "/en/nominate"),
    (Who::FocalPoint, "/en/nominate/nominated"),
    (Who::Trainee, "/en/my"),
    (Who::Trainee, "/en/my/registrations.csv"),
    (Who::Trainee, "/en/my/certificates.csv"),
    (Who::Trainee, "/en/my/account"),
    (Who::Trainee, "/en/events"),
    (Who::Trainee, "/en/events/over"),
    (Who::Trainee, "/en/events/over/register"),
];

/// An installation that grows.
struct World {
    fixture: Fixture,
    over: EventId,
    sessions: Vec<SessionId>,
    accounts: [AccountId; 4],
    size: i64,
}

impl World {
    async fn new(fixture: Fixture) -> Self {
        let mut plan = fixture.open_event("over");
        plan.capacity = 1000;
        plan.starts = BEGINNING - Span::days(5);
        plan.ends = BEGINNING - Span::days(2);
        let (over, sessions) = fixture.add_event(&plan).await;
        fixture.add_course("course", "Borders", over).await;
        let mut plan = fixture.open_event("nominated");
        plan.registration_mode = "nominated".to_owned();
        fixture.add_event(&plan).await;
        let mut plan = fixture.open_event("invited");
        plan.registration_mode = "invited".to_owned();
        fixture.add_event(&plan).await;
        let coordinator = fixture
            .actor_with(Role::Coordinator, Some(fixture.eco))
            .await;
        let focal_point = fixture.focal_point(&["UZ"]).await;
        let (trainer, trainers) = fixture
            .add_person("Gulnar Abdi", "gulnar@example.org")
            .await;
        fixture.trains(trainer, &sessions).await;
        let (_, trainee) = fixture
            .add_person("Aziza Karimova", "aziza@example.org")
            .await;
        Self {
            fixture,
            over,
            sessions,
            accounts: [coordinator.account, trainers, focal_point.account, trainee],
            size: 0,
        }
    }

    /// Adds to every list until it has so many rows.
    async fn grow(&mut self, size: i64) {
        let f = &self.fixture;
        let [coordinator, trainer, focal_point, trainee] = self.accounts;
        let own = f.actor(trainee).await.person;
        let trainer = f.actor(trainer).await.person;
        for place in self.size..size {
            let email = format!("p{place}@example.org");
            let (person, _) = f.add_person("Bahrom Aliyev", &email).await;
            let state = RegistrationState::Confirmed;
            f.add_registration(self.over, person, state).await;
            let (person, _) = f
                .add_person("Dilbar Nazarova", &format!("w{place}@example.org"))
                .await;
            let state = RegistrationState::Waitlisted;
            f.add_registration(self.over, person, state).await;
            let mut plan = f.open_event(&format!("event-{place}"));
            plan.starts = BEGINNING + Span::days(20 + place);
            plan.ends = plan.starts + Span::days(3);
            let (event, sessions) = f.add_event(&plan).await;
            f.trains(trainer, &sessions[..1]).await;
            let state = RegistrationState::Confirmed;
            f.add_registration(event, own, state).await;
        }
        self.invite(coordinator, size).await;
        self.nominate(focal_point, size).await;
        // As after issuing: to whom is of no account here.
        f.change(
            "INSERT INTO certificates (id, number, registration_id, event_id, person_id, kind,
                facts, credential, qr_text, issued_at, issued_by, status_list, status_index)
             SELECT randomblob(16), hex(randomblob(8)), r.id, r.event_id, r.person_id,
                'completion', '{}', '', '', 0, (SELECT min(id) FROM accounts), 1, row_number()
                OVER (ORDER BY r.id) + (SELECT count(*) FROM certificates)
             FROM registrations r
             WHERE r.state = 'confirmed'
               AND r.id NOT IN (SELECT registration_id FROM certificates)",
        )
        .await;
        self.size = size;
    }

    async fn invite(&self, coordinator: AccountId, size: i64) {
        let f = &self.fixture;
        let actor = f.actor(coordinator).await;
        let people = (self.size..size).map(|place| format!("i{place}@example.org"));
        let people: Vec<_> = people.collect();
        for some in people.chunks(50) {
            let form = InvitingForm {
                addresses: some.join("\n"),
                role: "participant".to_owned(),
                language: "en".to_owned(),
                days: "14".to_owned(),
                ..InvitingForm::default()
            };
            let invited = f.services.invite(&actor, "invited", &form).await;
            assert_eq!(invited.unwrap().sent, some.len());
        }
    }

    async fn nominate(&self, focal_point: AccountId, size: i64) {
        let f = &self.fixture;
        let actor = f.actor(focal_point).await;
        for place in self.size..size {
            let form = NominationForm {
                details: DetailsForm {
                    name: "Firuz Rahimov".to_owned(),
                    country: "UZ".to_owned(),
                    institution: "Border Troops".to_owned(),
                    job_title: "Captain".to_owned(),
                    language: "ru".to_owned(),
                    ..DetailsForm::default()
                },
                email: format!("n{place}@example.org"),
                note: String::new(),
            };
            let done = f.services.nominate(&actor, "nominated", None, &form).await;
            done.unwrap();
        }
    }

    /// How many statements each page takes.
    async fn asked(&self) -> Vec<(String, usize)> {
        let f = &self.fixture;
        let [coordinator, trainer, focal_point, trainee] = self.accounts;
        let sheet = format!("/en/teach/over/sessions/{}", self.sessions[0]);
        let site = router(Web {
            services: f.services.clone(),
            assets: Assets::default(),
            travel: None,
        });
        let mut asked = Vec::new();
        for (who, path) in LISTS {
            let account = match who {
                Who::Nobody => None,
                Who::Coordinator => Some(coordinator),
                Who::Trainer => Some(trainer),
                Who::FocalPoint => Some(focal_point),
                Who::Trainee => Some(trainee),
            };
            let path = if path == "SHEET" { &sheet } else { path };
            let mut request = Request::builder().uri(path);
            if let Some(account) = account {
                let secret = f.sign_in(account).await;
                let cookie = format!("maktab={}", secret.reveal());
                request = request.header(header::COOKIE, cookie);
            }
            let before = executed();
            let request = request.body(Body::empty()).unwrap();
            let answer = site.clone().oneshot(request).await.unwrap();
            let status = answer.status();
            to_bytes(answer.into_body(), usize::MAX).await.unwrap();
            assert!(status.is_success(), "{path}: {status}");
            asked.push((path.to_owned(), executed() - before));
        }
        asked
    }
}

#[tokio::test]
async fn a_list_asks_as_often_for_three_rows_as_for_three_hundred() {
    let mut world = World::new(Fixture::new().await).await;
    world.grow(3).await;
    // The first visit fills what is kept in memory.
    world.asked().await;
    let few = world.asked().await;
    assert!(few.iter().all(|(_, count)| *count > 0), "{few:?}");
    world.grow(300).await;
    let differs = world.asked().await.into_iter().zip(few);
    let differs: Vec<_> = differs.filter(|(many, few)| many != few).collect();
    assert!(differs.is_empty(), "many and few: {differs:#?}");
}
