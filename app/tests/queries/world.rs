//! An installation in which every list grows.

use crate::lists::{LISTS, Who};
use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use maktab_app::{Assets, Web, router};
use maktab_domain::{AccountId, EventId, ImportId, RegistrationState, Role, SessionId, Span};
use maktab_locale::Locale;
use maktab_services::background::{Done, KeptMail};
use maktab_services::importing::Uploaded;
use maktab_services::inviting::InvitingForm;
use maktab_services::nominating::NominationForm;
use maktab_services::registration::DetailsForm;
use maktab_services::testing::{BEGINNING, Fixture};
use maktab_store::testing::executed;
use tower::ServiceExt;

/// An installation that grows.
pub struct World {
    fixture: Fixture,
    over: EventId,
    sessions: Vec<SessionId>,
    accounts: [AccountId; 5],
    size: i64,
    /// An import whose preview has rows, and one in which every row is wrong.
    imports: [Option<ImportId>; 2],
}

impl World {
    pub async fn new(fixture: Fixture) -> Self {
        let mut plan = fixture.open_event("over");
        plan.capacity = 1000;
        plan.starts = BEGINNING - Span::days(5);
        plan.ends = BEGINNING - Span::days(2);
        let (over, sessions) = fixture.add_event(&plan).await;
        fixture.add_course("course", "Borders", over).await;
        let mut plan = fixture.open_event("nominated");
        plan.registration_mode = "nominated".to_owned();
        fixture.add_event(&plan).await;
        let mut plan = fixture.open_event("imported");
        plan.capacity = 1000;
        fixture.add_event(&plan).await;
        // What is kept in memory does not grow: whom the quotas are for is there from the start.
        fixture
            .change(
                "INSERT INTO organisations (id, code, names, signatory_name, signatory_office,
                    position)
                 WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 300)
                 SELECT randomblob(16), 'o' || n, names, signatory_name, signatory_office, n
                 FROM n, (SELECT * FROM organisations LIMIT 1)",
            )
            .await;
        let mut plan = fixture.open_event("invited");
        plan.registration_mode = "invited".to_owned();
        fixture.add_event(&plan).await;
        let coordinator = fixture
            .actor_with(Role::Coordinator, Some(fixture.eco))
            .await;
        let administrator = fixture.actor_with(Role::Administrator, None).await;
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
            accounts: [
                coordinator.account,
                trainers,
                focal_point.account,
                trainee,
                administrator.account,
            ],
            size: 0,
            imports: [None; 2],
        }
    }

    /// Adds to every list until it has so many rows.
    pub async fn grow(&mut self, size: i64) {
        let f = &self.fixture;
        let [coordinator, trainer, focal_point, trainee, _] = self.accounts;
        let imported = f.services.event(None, "imported").await.unwrap().id;
        let own = f.actor(trainee).await.person;
        let trainer = f.actor(trainer).await.person;
        for place in self.size..size {
            let email = format!("p{place}@example.org");
            let (person, _) = f.add_person("Bahrom Aliyev", &email).await;
            let state = RegistrationState::Confirmed;
            f.add_registration(self.over, person, state).await;
            f.add_registration(imported, person, state).await;
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
            let mut plan = f.open_event(&format!("nominated-{place}"));
            plan.registration_mode = "nominated".to_owned();
            let (event, _) = f.add_event(&plan).await;
            f.add_course(&format!("course-{place}"), "Borders", event)
                .await;
            f.sign_in(trainee).await;
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
        self.add_rows().await;
        self.imports = self.import(coordinator, size).await;
        self.size = size;
    }

    /// What no use case adds so many of, or not without others looking on: quotas and sessions,
    /// runs of a course, mails that were given up, imports of former times.
    async fn add_rows(&self) {
        let f = &self.fixture;
        for sql in [
            "INSERT INTO quotas (id, event_id, organisation_id, seats)
             SELECT randomblob(16), e.id, o.id, 1 FROM organisations o, events e
             WHERE e.slug = 'over' AND o.position <= (SELECT count(*) FROM events)
               AND o.id NOT IN (SELECT organisation_id FROM quotas)",
            "INSERT INTO sessions (id, event_id, starts_at, ends_at, room, titles, tracked)
             SELECT randomblob(16), s.event_id, s.starts_at, s.ends_at, s.room, s.titles, 1
             FROM events e, (SELECT s.* FROM sessions s JOIN events o ON o.id = s.event_id
                             WHERE o.slug = 'over' LIMIT 1) s
             WHERE e.slug LIKE 'event-%'",
            "INSERT INTO session_trainers (session_id, person_id)
             SELECT s.id, p.id FROM sessions s, people p
             WHERE p.email = 'gulnar@example.org'
               AND s.event_id = (SELECT id FROM events WHERE slug = 'over')
               AND s.id NOT IN (SELECT session_id FROM session_trainers)",
            "UPDATE events SET course_id = (SELECT id FROM courses WHERE slug = 'course')
             WHERE slug LIKE 'event-%'",
            "UPDATE outbox SET dead_at = 1, attempts = 1 WHERE kind = 'invited'",
            "INSERT INTO imports (id, event_id, uploaded_by, uploaded_at, expires_at, file_name,
                file_hash, file_size, state, choices, outcome, tell, problems, done_by, done_at)
             SELECT randomblob(16), e.id, a.id, 0, 0, 'a.csv', x'00', 1, 'done', '{}', 'offered', 1,
                '[]', a.id, 0
             FROM events e, events n, (SELECT id FROM accounts LIMIT 1) a
             WHERE e.slug = 'imported' AND n.slug LIKE 'event-%'",
        ] {
            f.change(sql).await;
        }
    }

    /// Uploads and reads a list of so many people who are new and as many who are registered
    /// already, and one of as many rows that are wrong.
    async fn import(&self, coordinator: AccountId, size: i64) -> [Option<ImportId>; 2] {
        let f = &self.fixture;
        let actor = f.actor(coordinator).await;
        let mut lists = [0, 1].map(|_| "Name;Email;Country;Institution;Job title\n".to_owned());
        for place in 0..size {
            for (list, email) in [
                (0, format!("new{place}@example.org")),
                (0, format!("p{place}@example.org")),
                (1, "nothing".to_owned()),
            ] {
                lists[list] += &format!("Bahrom Aliyev;{email};Uzbekistan;Service;Inspector\n");
            }
        }
        let mut ids = [None; 2];
        for (id, list) in ids.iter_mut().zip(lists) {
            let s = &f.services;
            let mut file = s.begin_import(&actor, "imported").await.unwrap();
            file.push(list.as_bytes()).unwrap();
            let kept = s.upload_import(&actor, "imported", "a.csv", file).await;
            let Uploaded::Kept(new) = kept.unwrap() else {
                unreachable!("the list can be read");
            };
            let columns = s.import_columns(&actor, "imported", new, Locale::En).await;
            let form = columns.unwrap().form;
            let chosen = s.choose_import(&actor, "imported", new, &form).await;
            chosen.unwrap();
            *id = Some(new);
        }
        ids
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

    /// How many statements each page takes, and how many bytes it has.
    pub async fn asked(&self) -> Vec<(String, usize, usize)> {
        let f = &self.fixture;
        let [coordinator, trainer, focal_point, trainee, administrator] = self.accounts;
        let import = |place: usize| {
            let id = self.imports[place].map(|id| id.to_string());
            format!(
                "/en/manage/events/imported/import/{}",
                id.unwrap_or_default()
            )
        };
        let named = [
            (
                "SHEET",
                format!("/en/teach/over/sessions/{}", self.sessions[0]),
            ),
            ("IMPORT", import(0)),
            ("WRONG", import(1)),
        ];
        let site = router(Web {
            services: f.services.clone(),
            assets: Assets::default(),
            travel: None,
        });
        let mut asked = Vec::new();
        for &(who, list) in LISTS {
            let account = match who {
                Who::Nobody => None,
                Who::Coordinator => Some(coordinator),
                Who::Trainer => Some(trainer),
                Who::FocalPoint => Some(focal_point),
                Who::Trainee => Some(trainee),
                Who::Administrator => Some(administrator),
            };
            let mut path = list.to_owned();
            for (name, address) in &named {
                path = path.replace(name, address);
            }
            let mut request = Request::builder().uri(&path);
            if let Some(account) = account {
                let secret = f.sign_in(account).await;
                let cookie = format!("maktab={}", secret.reveal());
                request = request.header(header::COOKIE, cookie);
            }
            let before = executed();
            let request = request.body(Body::empty()).unwrap();
            let answer = site.clone().oneshot(request).await.unwrap();
            let status = answer.status();
            let bytes = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
            assert!(status.is_success(), "{path}: {status}");
            asked.push((list.to_owned(), executed() - before, bytes.len()));
        }
        asked
    }

    /// One round of the work in the background.
    pub async fn work(&self) -> Done {
        self.fixture.services.run_due(&KeptMail).await.unwrap()
    }
}
