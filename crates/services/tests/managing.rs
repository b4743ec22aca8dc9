//! Looking after events: the list, registrations, decisions.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use maktab_domain::{
    EventId, EventState, Invalid, RegistrationId, RegistrationState as State, Role, Span,
};
use maktab_locale::Locale;
use maktab_services::managing::{EventFilter, RegistrationFilter, Sort, Time, Verdict};
use maktab_services::testing::Fixture;
use maktab_services::{Actor, Error};

async fn slugs(f: &Fixture, actor: &Actor, filter: EventFilter) -> Vec<String> {
    let found = f.services.managed_events(actor, &filter).await.unwrap();
    assert_eq!(usize::try_from(found.found).unwrap(), found.events.len());
    found.events.into_iter().map(|event| event.slug).collect()
}

#[tokio::test]
async fn the_list_holds_what_one_coordinates_and_what_is_looked_for() {
    for f in Fixture::each().await {
        for (slug, organisers, days, state) in [
            ("joint", vec![f.eco, f.iom], 0, "published"),
            ("eco-draft", vec![f.eco], 30, "draft"),
            ("iom-past", vec![f.iom], -90, "completed"),
            ("eco-past", vec![f.eco], -60, "completed"),
            ("eco-off", vec![f.eco], 10, "cancelled"),
        ] {
            let mut plan = f.open_event(slug);
            plan.organisers = organisers;
            plan.starts = plan.starts + Span::days(days);
            plan.ends = plan.ends + Span::days(days);
            plan.state = state.to_owned();
            f.add_event(&plan).await;
        }
        let eco = f.actor_with(Role::Coordinator, Some(f.eco)).await;
        let iom = f.actor_with(Role::Coordinator, Some(f.iom)).await;
        let administrator = f.actor_with(Role::Administrator, None).await;
        let all = EventFilter::default;
        let of_eco = ["joint", "eco-off", "eco-draft", "eco-past"];
        assert_eq!(slugs(&f, &eco, all()).await, of_eco);
        assert_eq!(slugs(&f, &iom, all()).await, ["joint", "iom-past"]);
        assert_eq!(slugs(&f, &administrator, all()).await.len(), 5);
        let state = |state| EventFilter {
            state: Some(state),
            ..all()
        };
        let time = |time| EventFilter { time, ..all() };
        let search = |text: &str| EventFilter {
            search: text.to_owned(),
            ..all()
        };
        assert_eq!(
            slugs(&f, &eco, state(EventState::Draft)).await,
            ["eco-draft"]
        );
        assert_eq!(slugs(&f, &eco, time(Time::Over)).await, ["eco-past"]);
        assert_eq!(slugs(&f, &eco, time(Time::Ahead)).await.len(), 3);
        assert_eq!(slugs(&f, &eco, search("BORDER")).await.len(), 4);
        assert!(slugs(&f, &eco, search("border zzz")).await.is_empty());
        assert_eq!(slugs(&f, &eco, search("%_'")).await.len(), 4);
        let running = EventFilter {
            running: true,
            ..all()
        };
        assert!(slugs(&f, &eco, running.clone()).await.is_empty());
        f.clock.travel_to(f.open_event("x").starts + Span::hours(1));
        assert_eq!(slugs(&f, &eco, running).await, ["joint"]);
        let far = EventFilter { page: 9, ..all() };
        let far = f.services.managed_events(&eco, &far).await.unwrap();
        assert_eq!((far.events.len(), far.page, far.pages), (4, 1, 1));
        let trainer = f.actor_with(Role::Trainer, None).await;
        let closed = f.services.managed_events(&trainer, &all()).await;
        assert!(matches!(closed, Err(Error::Forbidden)));
    }
}

/// An event by approval with somebody in every state.
struct Applicants {
    event: EventId,
    actor: Actor,
    ids: Vec<(State, RegistrationId)>,
}

impl Applicants {
    async fn on(f: &Fixture, capacity: i64) -> Self {
        let mut plan = f.open_event("borders");
        plan.registration_mode = "approval".to_owned();
        plan.capacity = capacity;
        let (event, _) = f.add_event(&plan).await;
        let mut ids = Vec::new();
        for &state in State::ALL {
            let name = format!("Person {state}");
            let email = format!("{state}@example.org");
            let (person, _) = f.add_person(&name, &email).await;
            ids.push((state, f.add_registration(event, person, state).await));
        }
        let actor = f.actor_with(Role::Coordinator, Some(f.eco)).await;
        Self { event, actor, ids }
    }

    fn id(&self, wanted: State) -> RegistrationId {
        let found = self.ids.iter().find(|(state, _)| *state == wanted);
        found.unwrap().1
    }

    async fn state(&self, f: &Fixture, of: State) -> State {
        let one = f
            .services
            .one_registration(&self.actor, "borders", self.id(of))
            .await;
        one.unwrap().registration.state
    }
}

const TAKEN: &str = "SELECT taken FROM events";
const MAILS: &str = "SELECT count(*) FROM outbox";

#[tokio::test]
async fn an_approval_gives_a_seat_and_tells_so() {
    for f in Fixture::each().await {
        // Three hold a seat: pending, confirmed, offered. Two are left.
        let a = Applicants::on(&f, 5).await;
        let ids: Vec<_> = a.ids.iter().map(|&(_, id)| id).collect();
        let done = f
            .services
            .decide_registrations(&a.actor, "borders", &ids, Verdict::Approve, "")
            .await;
        let done = done.unwrap();
        assert_eq!((done.done, done.no_seat), (2, 0));
        assert_eq!(f.count(TAKEN).await, 5);
        assert_eq!(a.state(&f, State::Submitted).await, State::Confirmed);
        assert_eq!(a.state(&f, State::Waitlisted).await, State::Confirmed);
        for state in [
            State::Pending,
            State::Offered,
            State::Declined,
            State::Cancelled,
        ] {
            assert_eq!(a.state(&f, state).await, state);
        }
        let told = "SELECT count(*) FROM outbox WHERE kind = 'approved'
                    AND calendar LIKE '%BEGIN:VEVENT%'";
        assert_eq!(f.count(told).await, 2);
        let again = f
            .services
            .decide_registrations(&a.actor, "borders", &ids, Verdict::Approve, "")
            .await;
        assert_eq!(again.unwrap().done, 0);
        assert_eq!(f.count(MAILS).await, 2);
    }
}

#[tokio::test]
async fn without_a_seat_nobody_is_approved_from_the_queue() {
    for f in Fixture::each().await {
        let a = Applicants::on(&f, 3).await;
        let id = [a.id(State::Waitlisted)];
        let done = f
            .services
            .decide_registrations(&a.actor, "borders", &id, Verdict::Approve, "")
            .await;
        let done = done.unwrap();
        assert_eq!((done.done, done.no_seat), (0, 1));
        assert_eq!(a.state(&f, State::Waitlisted).await, State::Waitlisted);
        assert_eq!((f.count(TAKEN).await, f.count(MAILS).await), (3, 0));
    }
}

#[tokio::test]
async fn whoever_is_refused_or_taken_off_learns_why_and_frees_the_seat() {
    for f in Fixture::each().await {
        let a = Applicants::on(&f, 10).await;
        let (s, actor) = (&f.services, &a.actor);
        let why = "Only for border officers.";
        let decline = async |of| {
            let verdict = Verdict::Decline;
            s.decide_registrations(actor, "borders", &[a.id(of)], verdict, why)
                .await
                .map(|done| done.done)
        };
        let cancel = async |of| {
            s.withdraw_registration(actor, "borders", a.id(of), why)
                .await
        };
        assert_eq!(f.count(TAKEN).await, 3);
        let submitted = [a.id(State::Submitted)];
        let unsaid = s.decide_registrations(actor, "borders", &submitted, Verdict::Decline, " ");
        let unsaid = unsaid.await;
        assert!(
            matches!(unsaid, Err(Error::Refused(e)) if e.get("reason") == Some(Invalid::Required))
        );
        assert_eq!(decline(State::Submitted).await.unwrap(), 1);
        assert_eq!(decline(State::Waitlisted).await.unwrap(), 1);
        assert_eq!(f.count(TAKEN).await, 3, "no seat was held");
        cancel(State::Confirmed).await.unwrap();
        assert_eq!(f.count(TAKEN).await, 2);
        let told = "SELECT count(*) FROM outbox WHERE body LIKE '%Only for border officers.%'";
        assert_eq!(f.count(told).await, 3);
        // Nothing is written to an address that nobody has proven.
        cancel(State::Pending).await.unwrap();
        assert_eq!((f.count(TAKEN).await, f.count(MAILS).await), (1, 3));
        for other in [
            State::Submitted,
            State::Confirmed,
            State::Cancelled,
            State::Offered,
        ] {
            assert_eq!(decline(other).await.unwrap(), 0, "passed over: {other}");
        }
        let one = s
            .one_registration(actor, "borders", a.id(State::Submitted))
            .await;
        let row = one.unwrap().registration;
        assert_eq!(
            (row.state, row.reason.as_deref()),
            (State::Declined, Some(why))
        );
        assert_eq!(row.ended_by.as_deref(), Some("coordinator"));
        let logged = "SELECT count(*) FROM audit_log WHERE action = 'registration.decided'";
        assert_eq!(f.count(logged).await, 4);
    }
}

#[tokio::test]
async fn decisions_are_for_coordinators_of_the_event_while_it_is_published() {
    let f = Fixture::new().await;
    let a = Applicants::on(&f, 10).await;
    let s = &f.services;
    let mut own = f.open_event("iom-only");
    own.organisers = vec![f.iom];
    f.add_event(&own).await;
    let mut done = f.open_event("done");
    done.state = "completed".to_owned();
    let (over, _) = f.add_event(&done).await;
    let (person, _) = f.add_person("Late Person", "late@example.org").await;
    let late = f.add_registration(over, person, State::Waitlisted).await;
    let approve = Verdict::Approve;
    let refused = s
        .decide_registrations(&a.actor, "done", &[late], approve, "")
        .await;
    assert!(matches!(
        refused,
        Err(Error::NotNow("manage-not-published"))
    ));
    // A registration of another event is not there.
    let swapped = [a.id(State::Submitted), late];
    let refused = s
        .decide_registrations(&a.actor, "borders", &swapped, approve, "")
        .await;
    assert!(matches!(refused, Err(Error::NotFound)));
    assert_eq!(
        a.state(&f, State::Submitted).await,
        State::Submitted,
        "all or nothing"
    );
    let refused = s.one_registration(&a.actor, "borders", late).await;
    assert!(matches!(refused, Err(Error::NotFound)));
    let decline = Verdict::Decline;
    let refused = s
        .decide_registrations(&a.actor, "borders", &[late], decline, "x")
        .await;
    assert!(matches!(refused, Err(Error::NotFound)));
    let trainer = f.actor_with(Role::Trainer, Some(f.eco)).await;
    let trainee = f
        .actor(f.add_person("A Trainee", "t@example.org").await.1)
        .await;
    let filter = RegistrationFilter::default();
    for (who, slug) in [
        (&a.actor, "iom-only"),
        (&trainer, "borders"),
        (&trainee, "borders"),
    ] {
        let id = a.id(State::Submitted);
        let refusals: [Result<(), Error>; 5] = [
            s.registrations(who, slug, &filter, Locale::En)
                .await
                .map(drop),
            s.one_registration(who, slug, id).await.map(drop),
            s.decide_registrations(who, slug, &[id], approve, "")
                .await
                .map(drop),
            s.decide_registrations(who, slug, &[id], decline, "x")
                .await
                .map(drop),
            s.withdraw_registration(who, slug, id, "x").await,
        ];
        for refusal in refusals {
            assert!(
                matches!(refusal, Err(Error::Forbidden)),
                "{slug}: {refusal:?}"
            );
        }
    }
    assert_eq!(f.count(MAILS).await, 0);
    assert_eq!(a.ids.len(), State::ALL.len());
    assert_ne!(a.event, over);
}

#[tokio::test]
async fn registrations_are_filtered_searched_sorted_and_paged() {
    for f in Fixture::each().await {
        let a = Applicants::on(&f, 200).await;
        for n in 0..60 {
            let email = format!("bulk{n}@example.org");
            let (person, _) = f.add_person("Ömer Demir", &email).await;
            f.clock.travel(Span::minutes(1));
            f.add_registration(a.event, person, State::Confirmed).await;
        }
        let load = async |filter: RegistrationFilter| {
            let found = f
                .services
                .registrations(&a.actor, "borders", &filter, Locale::En);
            found.await.unwrap()
        };
        let any = RegistrationFilter::default;
        let first = load(RegistrationFilter { page: 1, ..any() }).await;
        assert_eq!((first.rows.len(), first.found, first.pages), (50, 67, 2));
        assert!(first.rows[0].registered_at > first.rows[1].registered_at);
        let second = load(RegistrationFilter { page: 2, ..any() }).await;
        assert_eq!(second.rows.len(), 17);
        let far = load(RegistrationFilter { page: 9, ..any() }).await;
        assert_eq!(
            (far.rows.len(), far.page),
            (17, 2),
            "past the end is the last page"
        );
        assert_eq!(load(any()).await.rows.len(), 67, "page 0 is everything");
        let confirmed = RegistrationFilter {
            state: Some(State::Confirmed),
            ..any()
        };
        assert_eq!(load(confirmed).await.found, 61);
        let counted = first.counts.iter().find(|(s, _)| *s == State::Confirmed);
        assert_eq!(counted.unwrap().1, 61);
        for (search, expected) in [("omer", 60), ("person submitted", 1), ("uzbekistan", 67)] {
            let filter = RegistrationFilter {
                search: search.to_owned(),
                ..any()
            };
            assert_eq!(load(filter).await.found, expected, "{search}");
        }
        let elsewhere = RegistrationFilter {
            country: "TR".to_owned(),
            ..any()
        };
        assert_eq!(load(elsewhere).await.found, 0);
        let by_name = RegistrationFilter {
            sort: Sort::Name,
            ..any()
        };
        let by_name = load(by_name).await;
        assert_eq!(by_name.rows[0].name_latin, "Ömer Demir");
        assert_eq!(by_name.rows[66].name_latin, "Person waitlisted");
        assert_eq!(by_name.countries, ["UZ"]);
    }
}
