//! Taking attendance: who may, when, and what becomes of the record before.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use maktab_domain::{
    AttendanceStatus::{self, Absent, Excused, Late, Present},
    EventId, EventState, RegistrationId, RegistrationState, Role, SessionId, Span, Timestamp,
};
use maktab_locale::Locale;
use maktab_services::attendance::{Mark, Phase, TakingGate};
use maktab_services::testing::Fixture;
use maktab_services::{Actor, Error};

/// An event with six sessions, its trainer and three confirmed people.
struct Workshop {
    fixture: Fixture,
    event: EventId,
    sessions: Vec<SessionId>,
    trainer: Actor,
    people: Vec<RegistrationId>,
    starts: Timestamp,
}

impl Workshop {
    async fn on(fixture: Fixture) -> Self {
        let plan = fixture.open_event("borders");
        let (event, sessions) = fixture.add_event(&plan).await;
        let (person, account) = fixture.add_person("Tara Trainer", "tara@example.org").await;
        fixture.trains(person, &sessions[..1]).await;
        let trainer = fixture.actor(account).await;
        let mut people = Vec::new();
        for name in ["Aziza Karimova", "Bekzod Rahimov", "Çağla Demir"] {
            let email = format!("person{}@example.org", people.len());
            let (person, _) = fixture.add_person(name, &email).await;
            let state = RegistrationState::Confirmed;
            people.push(fixture.add_registration(event, person, state).await);
        }
        Self {
            starts: plan.starts,
            fixture,
            event,
            sessions,
            trainer,
            people,
        }
    }

    async fn begun() -> Vec<Self> {
        let mut all = Vec::new();
        for fixture in Fixture::each().await {
            let workshop = Self::on(fixture).await;
            workshop.fixture.clock.travel_to(workshop.starts);
            all.push(workshop);
        }
        all
    }

    async fn record(&self, by: &Actor, marks: &[Mark], rest: bool) -> Result<usize, Error> {
        let services = &self.fixture.services;
        let done = services.record_attendance(by, "borders", self.sessions[0], marks, rest);
        done.await.map(|done| done.written)
    }

    /// What stands, and how many records there are, by person.
    async fn standing(&self) -> Vec<(Option<AttendanceStatus>, usize)> {
        let services = &self.fixture.services;
        let sheet = services.attendance_sheet(&self.trainer, "borders", self.sessions[0]);
        let sheet = sheet.await.unwrap();
        let of = |id| sheet.people.iter().find(|p| p.registration == id).unwrap();
        let people = self.people.iter().map(|&id| of(id));
        people.map(|p| (p.status, p.history.len())).collect()
    }

    async fn travel_and_second_trainer(&self) -> Actor {
        let (person, account) = self
            .fixture
            .add_person("Second Trainer", "second@example.org")
            .await;
        self.fixture.trains(person, &self.sessions[1..2]).await;
        self.fixture.clock.travel(Span::minutes(1));
        self.fixture.actor(account).await
    }
}

fn mark(
    registration: RegistrationId,
    seen: Option<AttendanceStatus>,
    status: impl Into<Option<AttendanceStatus>>,
) -> Mark {
    Mark {
        registration,
        status: status.into(),
        seen,
    }
}

#[tokio::test]
async fn a_correction_keeps_the_record_before_it() {
    for w in Workshop::begun().await {
        let marks = [
            mark(w.people[0], None, Present),
            mark(w.people[1], None, Absent),
        ];
        assert_eq!(w.record(&w.trainer, &marks, false).await.unwrap(), 2);
        let second = w.travel_and_second_trainer().await;
        let correction = [mark(w.people[1], Some(Absent), Late)];
        assert_eq!(w.record(&second, &correction, false).await.unwrap(), 1);
        assert_eq!(
            w.standing().await,
            [(Some(Present), 1), (Some(Late), 2), (None, 0)]
        );
        let services = &w.fixture.services;
        let sheet = services.attendance_sheet(&w.trainer, "borders", w.sessions[0]);
        let sheet = sheet.await.unwrap();
        let corrected = sheet.people.iter().find(|p| p.registration == w.people[1]);
        let history = &corrected.unwrap().history;
        let said: Vec<_> = history.iter().map(|m| (m.status, m.by.as_str())).collect();
        assert_eq!(said, [(Absent, "Tara Trainer"), (Late, "Second Trainer")]);
        assert_eq!(history[1].at - history[0].at, Span::minutes(1));
        assert_eq!(
            sheet.last().map(|m| m.by.clone()).unwrap(),
            "Second Trainer"
        );
        let superseded = "SELECT count(*) FROM attendance WHERE superseded_at IS NOT NULL";
        assert_eq!(w.fixture.count(superseded).await, 1);
    }
}

#[tokio::test]
async fn only_what_a_trainer_changed_is_written() {
    for w in Workshop::begun().await {
        let first = [
            mark(w.people[0], None, Present),
            mark(w.people[1], None, Present),
        ];
        w.record(&w.trainer, &first, false).await.unwrap();
        // Another trainer corrects one; the first, whose page is older, changes the other
        // and posts the old value of the corrected one with it.
        let second = w.travel_and_second_trainer().await;
        let correction = [mark(w.people[0], Some(Present), Excused)];
        w.record(&second, &correction, false).await.unwrap();
        let late_post = [
            mark(w.people[0], Some(Present), Present),
            mark(w.people[1], Some(Present), Absent),
            mark(w.people[2], None, None),
        ];
        assert_eq!(w.record(&w.trainer, &late_post, false).await.unwrap(), 1);
        assert_eq!(
            w.standing().await,
            [(Some(Excused), 2), (Some(Absent), 2), (None, 0)]
        );
        let saves = "SELECT count(*) FROM audit_log WHERE action = 'attendance.recorded'";
        assert_eq!(w.fixture.count(saves).await, 3);
        // The same form once more changes nothing.
        assert_eq!(w.record(&w.trainer, &late_post, false).await.unwrap(), 0);
        // What both changed: whoever has not seen the other's mark changes nothing.
        let same = [mark(w.people[1], Some(Present), Late)];
        assert_eq!(w.record(&second, &same, false).await.unwrap(), 0);
        assert_eq!(w.standing().await[1], (Some(Absent), 2));
    }
}

#[tokio::test]
async fn what_another_recorded_meanwhile_stays_until_it_was_seen() {
    for w in Workshop::begun().await {
        let first = [mark(w.people[0], None, Present)];
        assert_eq!(w.record(&w.trainer, &first, false).await.unwrap(), 1);
        let second = w.travel_and_second_trainer().await;
        let services = &w.fixture.services;
        // The second one's sheet was opened before anything was recorded.
        let stale = [
            mark(w.people[0], None, Absent),
            mark(w.people[1], None, Late),
        ];
        let done = services.record_attendance(&second, "borders", w.sessions[0], &stale, false);
        let done = done.await.unwrap();
        assert_eq!((done.written, done.kept), (1, vec![w.people[0]]));
        let again = services.record_attendance(&w.trainer, "borders", w.sessions[0], &first, false);
        let again = again.await.unwrap();
        assert_eq!((again.written, again.kept), (0, vec![]), "sent twice");
        let informed = [mark(w.people[0], Some(Present), Absent)];
        assert_eq!(w.record(&second, &informed, false).await.unwrap(), 1);
        assert_eq!(
            w.standing().await,
            [(Some(Absent), 2), (Some(Late), 1), (None, 0)]
        );
    }
}

#[tokio::test]
async fn the_rest_is_present_and_exceptions_stay() {
    for w in Workshop::begun().await {
        let absent = [mark(w.people[0], None, Absent)];
        w.record(&w.trainer, &absent, false).await.unwrap();
        let exception = [
            mark(w.people[0], Some(Absent), Absent),
            mark(w.people[1], None, Late),
        ];
        assert_eq!(w.record(&w.trainer, &exception, true).await.unwrap(), 2);
        assert_eq!(
            w.standing().await,
            [(Some(Absent), 1), (Some(Late), 1), (Some(Present), 1)]
        );
    }
}

#[tokio::test]
async fn attendance_waits_for_the_session_and_ends_with_the_event() {
    let w = Workshop::on(Fixture::new().await).await;
    let marks = [mark(w.people[0], None, Present)];
    let clock = &w.fixture.clock;
    clock.travel_to(w.starts - Span::minutes(30) - Span::seconds(1));
    let early = w.record(&w.trainer, &marks, true).await;
    assert!(matches!(early, Err(Error::NotNow("teach-too-early"))));
    let nothing = "SELECT count(*) FROM attendance";
    assert_eq!(w.fixture.count(nothing).await, 0);
    clock.travel(Span::seconds(1));
    assert_eq!(w.record(&w.trainer, &marks, false).await.unwrap(), 1);
    // A later session of the same event still has to wait.
    let services = &w.fixture.services;
    let later = services.record_attendance(&w.trainer, "borders", w.sessions[5], &marks, false);
    assert!(matches!(later.await, Err(Error::NotNow("teach-too-early"))));
    // An event that never was published, or is called off, has none.
    for (slug, state) in [
        ("draft", EventState::Draft),
        ("called-off", EventState::Cancelled),
        ("done", EventState::Completed),
    ] {
        let mut plan = w.fixture.open_event(slug);
        plan.state = state.code().to_owned();
        let (_, sessions) = w.fixture.add_event(&plan).await;
        let coordinator = w.fixture.actor_with(Role::Coordinator, None).await;
        let refused = services.record_attendance(&coordinator, slug, sessions[0], &[], true);
        let refused = refused.await;
        assert!(
            matches!(refused, Err(Error::NotNow("teach-closed"))),
            "{slug}"
        );
    }
}

#[tokio::test]
async fn only_its_trainers_and_coordinators_run_an_event() {
    let w = Workshop::on(Fixture::new().await).await;
    let f = &w.fixture;
    f.clock.travel_to(w.starts);
    let mut own = f.open_event("eco-only");
    own.organisers = vec![f.eco];
    let (other_event, other_sessions) = f.add_event(&own).await;
    let mut draft = f.open_event("hidden");
    draft.state = "draft".to_owned();
    let (_, hidden_sessions) = f.add_event(&draft).await;
    f.trains(w.trainer.person, &hidden_sessions[..1]).await;

    let trainee = f
        .add_person("Just A Trainee", "trainee@example.org")
        .await
        .1;
    let trainee = f.actor(trainee).await;
    let eco = f.actor_with(Role::Coordinator, Some(f.eco)).await;
    let iom = f.actor_with(Role::Coordinator, Some(f.iom)).await;
    let idle = f.actor_with(Role::Trainer, None).await;
    let administrator = f.actor_with(Role::Administrator, None).await;
    let services = &f.services;
    let forbidden = |result: &Result<_, Error>| matches!(result, Err(Error::Forbidden));

    for (who, slug, may) in [
        (&w.trainer, "borders", true),
        (&eco, "borders", true),
        (&iom, "borders", true),
        (&administrator, "borders", true),
        (&trainee, "borders", false),
        (&idle, "borders", false),
        (&w.trainer, "eco-only", false),
        (&eco, "eco-only", true),
        (&iom, "eco-only", false),
    ] {
        let session = if slug == "borders" {
            w.sessions[0]
        } else {
            other_sessions[0]
        };
        let roster = services.roster(who, slug, "", Locale::En).await.map(drop);
        let sheet = services.attendance_sheet(who, slug, session).await;
        let sheet = sheet.map(drop);
        let record = services.record_attendance(who, slug, session, &[], true);
        let record = record.await.map(drop);
        for result in [roster, sheet, record] {
            assert_eq!(result.is_ok(), may, "{} in {slug}", who.email);
            assert_eq!(forbidden(&result), !may, "{} in {slug}", who.email);
        }
    }
    // Whose draft it is not, does not learn of it; neither does its trainer.
    for who in [&trainee, &w.trainer] {
        let roster = services.roster(who, "hidden", "", Locale::En).await;
        assert!(matches!(roster, Err(Error::NotFound)));
    }
    assert!(
        services
            .roster(&eco, "hidden", "", Locale::En)
            .await
            .is_ok()
    );
    // Ids of another event do not open a door.
    let swapped = services.attendance_sheet(&w.trainer, "borders", other_sessions[0]);
    assert!(matches!(swapped.await, Err(Error::NotFound)));
    let swapped = services.record_attendance(&w.trainer, "borders", other_sessions[0], &[], true);
    assert!(matches!(swapped.await, Err(Error::NotFound)));
    let (stranger, _) = f.add_person("Of Elsewhere", "elsewhere@example.org").await;
    let state = RegistrationState::Confirmed;
    let elsewhere = f.add_registration(other_event, stranger, state).await;
    let before = f.count("SELECT count(*) FROM attendance").await;
    let swapped = [mark(elsewhere, None, Present)];
    assert_eq!(w.record(&w.trainer, &swapped, false).await.unwrap(), 0);
    assert_eq!(f.count("SELECT count(*) FROM attendance").await, before);
    assert!(matches!(
        services.taught_events(&trainee).await,
        Err(Error::Forbidden)
    ));
}

#[tokio::test]
async fn a_trainer_sees_what_runs_first_then_what_comes_then_what_was() {
    for fixture in Fixture::each().await {
        let w = Workshop::on(fixture).await;
        let f = &w.fixture;
        for (slug, days, state) in [
            ("later", 60, "published"),
            ("soon", 10, "published"),
            ("long-ago", -80, "completed"),
            ("called-off", 5, "cancelled"),
            ("unseen", 3, "draft"),
        ] {
            let mut plan = f.open_event(slug);
            plan.state = state.to_owned();
            plan.starts = plan.starts + Span::days(days);
            plan.ends = plan.ends + Span::days(days);
            let (_, sessions) = f.add_event(&plan).await;
            f.trains(w.trainer.person, &sessions[2..3]).await;
        }
        f.clock.travel_to(w.starts + Span::minutes(5));
        let events = f.services.taught_events(&w.trainer).await.unwrap();
        let order: Vec<_> = events.iter().map(|e| (e.slug.as_str(), e.phase)).collect();
        assert_eq!(
            order,
            [
                ("borders", Phase::Running),
                ("soon", Phase::Upcoming),
                ("later", Phase::Upcoming),
                ("called-off", Phase::Past),
                ("long-ago", Phase::Past),
            ]
        );
        let sessions = &events[0].sessions;
        assert_eq!(sessions.len(), 6);
        assert!(sessions[0].now && sessions[0].own && !sessions[1].now && !sessions[1].own);
        assert!(sessions[0].is_missing(f.services.now()));
        assert_eq!((sessions[0].recorded, sessions[0].expected), (0, 3));
        assert!(matches!(sessions[5].gate, TakingGate::NotYet(_)));
        assert_eq!(events[0].titles.get("fa"), Some("مدیریت مرزها"));
        w.record(&w.trainer, &[], true).await.unwrap();
        let events = f.services.taught_events(&w.trainer).await.unwrap();
        assert_eq!(events[0].sessions[0].recorded, 3);
        assert!(!events[0].sessions[0].is_missing(f.services.now()));
    }
}

#[tokio::test]
async fn the_roster_finds_people_as_they_are_typed() {
    for w in Workshop::begun().await {
        let f = &w.fixture;
        // Neither a pending nor a cancelled registration is on the roster.
        for (name, state) in [
            ("Waiting Person", RegistrationState::Pending),
            ("Gone Person", RegistrationState::Cancelled),
        ] {
            let email = format!("{}@example.org", name.len());
            let (person, _) = f.add_person(name, &email).await;
            f.add_registration(w.event, person, state).await;
        }
        let names = async |search: &str, locale| {
            let roster = f.services.roster(&w.trainer, "borders", search, locale);
            let people = roster.await.unwrap().people.into_iter();
            people.map(|p| p.name_latin).collect::<Vec<_>>()
        };
        let all = ["Aziza Karimova", "Bekzod Rahimov", "Çağla Demir"];
        assert_eq!(names("", Locale::En).await, all);
        assert_eq!(names("cagla", Locale::En).await, ["Çağla Demir"]);
        assert_eq!(names("kar aziza", Locale::En).await, ["Aziza Karimova"]);
        assert_eq!(names("ازبکستان", Locale::Fa).await, all);
        assert!(names("ازبکستان", Locale::En).await.is_empty());
        assert!(names("%", Locale::En).await == all, "no letters, no filter");
        w.record(&w.trainer, &[mark(w.people[0], None, Absent)], true)
            .await
            .unwrap();
        let roster = f.services.roster(&w.trainer, "borders", "", Locale::En);
        let roster = roster.await.unwrap();
        let counts: Vec<_> = roster
            .people
            .iter()
            .map(|p| (p.attended(), p.recorded()))
            .collect();
        assert_eq!(counts, [(0, 1), (1, 1), (1, 1)]);
        assert_eq!(roster.tracked.len(), 6);
    }
}
