//! Preparing events: creating, changing, the agenda, and the steps of their life.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use futures_util::FutureExt;
use maktab_domain::{EventState, Invalid, RegistrationState, Role, SessionId};
use maktab_services::background::Part;
use maktab_services::editing::{Missing, Typed, Warning};
use maktab_services::testing::Fixture;
use maktab_services::{Actor, Error, FieldErrors, Services};

/// A form that is right in all its fields.
fn form() -> Typed {
    Typed::new([
        ("title-en", "Reading travel documents"),
        ("summary-en", "From stamps to chips."),
        ("title-fa", "خواندن اسناد سفر"),
        ("city-en", "Tehran"),
        ("city-fa", "تهران"),
        ("kind", "seminar"),
        ("mode", "in-person"),
        ("country", "IR"),
        ("time-zone", "Asia/Tehran"),
        ("starts", "2027-05-10T09:00"),
        ("ends", "2027-05-12T17:00"),
        ("areas", "ii"),
        ("areas", "viii"),
        ("languages", "en"),
        ("languages", "fa"),
        ("capacity", "30"),
        ("registration-mode", "approval"),
        ("registration-opens", "2027-02-01T08:00"),
        ("registration-closes", "2027-05-01T18:00"),
        ("hours", "18"),
        ("certificate-kind", "completion"),
        ("min-percent", "80"),
        ("excused-absence", "leaves-count"),
    ])
}

/// The form with one field replaced.
fn with(form: &Typed, name: &str, value: &str) -> Typed {
    let others = form.iter().filter(|(n, _)| *n != name);
    Typed::new(others.chain([(name, value)]))
}

fn session(title: &str, day: &str, start: &str, end: &str) -> Typed {
    Typed::new([
        ("title-en", title),
        ("day", day),
        ("start", start),
        ("end", end),
        ("room", "Hall A"),
        ("tracked", "yes"),
    ])
}

fn refused<T>(result: Result<T, Error>) -> FieldErrors {
    match result {
        Err(Error::Refused(errors)) => errors,
        Err(other) => FieldErrors::of(&format!("{other:?}"), Invalid::Required),
        Ok(_) => FieldErrors::new(),
    }
}

async fn coordinator(f: &Fixture) -> Actor {
    f.actor_with(Role::Coordinator, Some(f.eco)).await
}

/// A draft with one session, made by a coordinator of ECO.
async fn draft(f: &Fixture, actor: &Actor) -> (String, SessionId) {
    let slug = f.services.create_event(actor, &form(), None).await.unwrap();
    let typed = session("Opening", "2027-05-10", "09:00", "10:30");
    let id = f.services.add_session(actor, &slug, &typed).await.unwrap();
    (slug, id)
}

#[tokio::test]
async fn an_event_is_created_as_a_draft_of_ones_own_organisation() {
    for f in Fixture::each().await {
        let actor = coordinator(&f).await;
        let slug = f
            .services
            .create_event(&actor, &form(), None)
            .await
            .unwrap();
        assert_eq!(slug, "reading-travel-documents");
        let overview = f.services.event_overview(&actor, &slug).await.unwrap();
        assert_eq!(overview.head.state, EventState::Draft);
        assert_eq!(
            overview.organisers,
            ["ECO"],
            "own organisation without being ticked"
        );
        assert_eq!(overview.readiness.missing, [Missing::Sessions]);
        let editable = f.services.editable_event(&actor, &slug).await.unwrap();
        for name in [
            "title-fa",
            "city-fa",
            "time-zone",
            "starts",
            "registration-closes",
        ] {
            assert_eq!(editable.typed.get(name), form().get(name), "{name}");
        }
        let areas: Vec<_> = editable.typed.all("areas").collect();
        assert_eq!(areas, ["ii", "viii"]);
        // The same title once more has an address of its own.
        let again = f
            .services
            .create_event(&actor, &form(), None)
            .await
            .unwrap();
        assert_eq!(again, "reading-travel-documents-2027-05");
        let third = f
            .services
            .create_event(&actor, &form(), None)
            .await
            .unwrap();
        assert_eq!(third, "reading-travel-documents-2027-05-2");
        // A title that is the address of the form.
        let new = with(&form(), "title-en", "New");
        let slug = f.services.create_event(&actor, &new, None).await.unwrap();
        assert_eq!(slug, "new-2027-05");
        let logged = "SELECT count(*) FROM audit_log WHERE action = 'event.created'";
        assert_eq!(f.count(logged).await, 4);
    }
}

#[tokio::test]
async fn what_cannot_be_an_event_is_refused_field_by_field() {
    let f = Fixture::new().await;
    let actor = coordinator(&f).await;
    let nothing = f
        .services
        .create_event(&actor, &Typed::default(), None)
        .await;
    let nothing = refused(nothing);
    for name in [
        "title-en",
        "city-en",
        "kind",
        "mode",
        "country",
        "time-zone",
        "starts",
        "ends",
        "areas",
        "languages",
        "capacity",
        "registration-mode",
        "registration-opens",
        "registration-closes",
        "hours",
        "certificate-kind",
        "min-percent",
        "excused-absence",
    ] {
        assert_eq!(nothing.get(name), Some(Invalid::Required), "{name}");
    }
    let other = f.iom.to_string();
    let stranger = "00000000-0000-0000-0000-000000000000";
    for (name, value, why) in [
        ("title-en", "a\u{7}b", Invalid::Character),
        ("summary-ru", "Без названия", Invalid::Required),
        ("kind", "party", Invalid::Choice),
        ("country", "CH", Invalid::Choice),
        ("time-zone", "Asia/Nowhere", Invalid::Choice),
        ("time-zone", "EST", Invalid::Choice),
        ("starts", "tomorrow", Invalid::Date),
        ("ends", "2027-05-10T09:00", Invalid::Order),
        ("areas", "xi", Invalid::Choice),
        ("languages", "xx", Invalid::Choice),
        ("organisers", stranger, Invalid::Choice),
        ("capacity", "0", Invalid::Number),
        ("capacity", "-5", Invalid::Number),
        ("capacity", "many", Invalid::Number),
        ("min-percent", "101", Invalid::Number),
        ("registration-closes", "2027-01-31T08:00", Invalid::Order),
        ("registration-closes", "2027-05-13T08:00", Invalid::Order),
        ("excused-absence", "whatever", Invalid::Choice),
    ] {
        let typed = with(&form(), name, value);
        let errors = refused(f.services.create_event(&actor, &typed, None).await);
        let field = if name == "summary-ru" {
            "title-ru"
        } else {
            name
        };
        assert_eq!(errors.get(field), Some(why), "{name} = {value:?}");
        assert_eq!(errors.iter().count(), 1, "{name} = {value:?}: {errors:?}");
    }
    assert_eq!(f.count("SELECT count(*) FROM events").await, 0);
    // Persian digits are digits; an online event needs no city; a joint event has both.
    let typed = with(&form(), "capacity", "۲۵");
    let typed = with(&with(&typed, "mode", "online"), "city-en", "");
    let typed = with(&typed, "organisers", &other);
    let slug = f.services.create_event(&actor, &typed, None).await.unwrap();
    let overview = f.services.event_overview(&actor, &slug).await.unwrap();
    assert_eq!(overview.capacity, 25);
    assert_eq!(overview.organisers.len(), 2);
    // What a form does not have has no effect.
    let typed = with(&with(&form(), "state", "published"), "taken", "30");
    let slug = f.services.create_event(&actor, &typed, None).await.unwrap();
    let overview = f.services.event_overview(&actor, &slug).await.unwrap();
    assert_eq!(
        (overview.head.state, overview.taken),
        (EventState::Draft, 0)
    );
}

#[tokio::test]
async fn start_and_end_follow_from_the_sessions() {
    for f in Fixture::each().await {
        let actor = coordinator(&f).await;
        let (slug, first) = draft(&f, &actor).await;
        let services = &f.services;
        let typed = session("Closing", "2027-05-11", "14:00", "15:30");
        services.add_session(&actor, &slug, &typed).await.unwrap();
        let typed = async || services.editable_event(&actor, &slug).await.unwrap().typed;
        let now = typed().await;
        assert_eq!(now.get("starts"), "2027-05-10T09:00");
        assert_eq!(now.get("ends"), "2027-05-11T15:30");
        let revisions = "SELECT revision FROM events";
        let before = f.count(revisions).await;
        // A new title moves nothing, a new time does.
        let renamed = session("Welcome", "2027-05-10", "09:00", "10:30");
        services
            .change_session(&actor, &slug, first, &renamed)
            .await
            .unwrap();
        assert_eq!(f.count(revisions).await, before);
        let moved = session("Welcome", "2027-05-12", "09:00", "10:30");
        services
            .change_session(&actor, &slug, first, &moved)
            .await
            .unwrap();
        assert_eq!(f.count(revisions).await, before + 1);
        assert_eq!(typed().await.get("ends"), "2027-05-12T10:30");
        // The dates of the form have no say any more.
        let form = with(&typed().await, "starts", "2020-01-01T00:00");
        services.change_event(&actor, &slug, &form).await.unwrap();
        assert_eq!(typed().await.get("starts"), "2027-05-11T14:00");
        // In another zone the sessions keep their hours, and calendars are wrong.
        let before = f.count(revisions).await;
        let form = with(&typed().await, "time-zone", "Asia/Tashkent");
        services.change_event(&actor, &slug, &form).await.unwrap();
        let agenda = services.agenda(&actor, &slug).await.unwrap();
        let hours: Vec<_> = agenda
            .sessions
            .iter()
            .map(|s| s.starts_at.seconds().rem_euclid(86_400) / 3600)
            .collect();
        assert_eq!(hours, [9, 4], "14:00 and 09:00 in Tashkent, in UTC");
        assert_eq!(f.count(revisions).await, before + 1);
    }
}

#[tokio::test]
async fn sessions_clash_in_rooms_and_of_trainers() {
    let f = Fixture::new().await;
    let actor = coordinator(&f).await;
    let services = &f.services;
    let (slug, first) = draft(&f, &actor).await;
    let (person, account) = f.add_person("Tara Trainer", "tara@example.org").await;
    f.grant(account, Role::Trainer, Some(f.eco)).await;
    f.add_person("Not A Trainer", "no@example.org").await;
    let stranger = f.add_person("Iom Trainer", "iom@example.org").await;
    f.grant(stranger.1, Role::Trainer, Some(f.iom)).await;
    let agenda = services.agenda(&actor, &slug).await.unwrap();
    let names: Vec<_> = agenda
        .choices
        .iter()
        .map(|t| t.name_latin.as_str())
        .collect();
    assert_eq!(names, ["Tara Trainer"], "trainers of the organisers only");
    // By address any trainer can be named, but only a trainer.
    let base = session("Clash", "2027-05-10", "10:00", "11:00");
    for (address, why) in [
        ("no@example.org", Some(Invalid::Choice)),
        ("nobody@example.org", Some(Invalid::Choice)),
        ("nonsense", Some(Invalid::Email)),
    ] {
        let typed = with(&base, "trainer-email", address);
        let errors = refused(services.add_session(&actor, &slug, &typed).await);
        assert_eq!(errors.get("trainer-email"), why, "{address}");
    }
    for stranger in [stranger.0.to_string(), "x".to_owned()] {
        let typed = with(&base, "trainers", &stranger);
        let errors = refused(services.add_session(&actor, &slug, &typed).await);
        assert_eq!(errors.get("trainers"), Some(Invalid::Choice));
    }
    let typed = with(&base, "trainers", &person.to_string());
    let typed = with(&typed, "trainer-email", "IOM@example.org");
    let second = services.add_session(&actor, &slug, &typed).await.unwrap();
    let typed = session("Opening", "2027-05-10", "09:00", "10:30");
    let typed = with(&typed, "trainers", &person.to_string());
    services
        .change_session(&actor, &slug, first, &typed)
        .await
        .unwrap();
    let agenda = services.agenda(&actor, &slug).await.unwrap();
    let found = agenda.sessions.iter().find(|s| s.id == second).unwrap();
    assert_eq!(found.trainers.len(), 2);
    assert!(matches!(&found.warnings[..], [
        Warning::Room { .. },
        Warning::Trainer { name, .. },
    ] if name == "Tara Trainer"));
    // The same trainer in an event of the other organisation: that is told, not what it is.
    let iom = f.actor_with(Role::Coordinator, Some(f.iom)).await;
    let (other, theirs) = draft(&f, &iom).await;
    let typed = session("Elsewhere", "2027-05-10", "09:15", "09:45");
    let typed = with(&typed, "trainer-email", "tara@example.org");
    services
        .change_session(&iom, &other, theirs, &typed)
        .await
        .unwrap();
    let agenda = services.agenda(&actor, &slug).await.unwrap();
    let found = agenda.sessions.iter().find(|s| s.id == first).unwrap();
    let told = |w: &Warning| matches!(w, Warning::Elsewhere { title, .. } if title.is_empty());
    assert_eq!(found.warnings.iter().filter(|w| told(w)).count(), 1);
    for (start, end, field, why) in [
        ("10:00", "09:00", "end", Invalid::Order),
        ("10:00", "10:00", "end", Invalid::Order),
        ("25:00", "26:00", "start", Invalid::Date),
        ("", "10:00", "start", Invalid::Required),
    ] {
        let typed = session("Wrong", "2027-05-10", start, end);
        let errors = refused(services.add_session(&actor, &slug, &typed).await);
        assert_eq!(errors.get(field), Some(why), "{start}–{end}");
    }
}

#[tokio::test]
async fn a_change_of_the_agenda_wakes_whoever_sends_what_it_offers() {
    let f = Fixture::new().await;
    let actor = coordinator(&f).await;
    let (slug, _) = draft(&f, &actor).await;
    let woken = || {
        let woken = f.services.background_woken(Part::Mail).now_or_never();
        woken.is_some()
    };
    while woken() {}
    let typed = session("Closing", "2027-05-11", "14:00", "15:30");
    let id = f.services.add_session(&actor, &slug, &typed).await.unwrap();
    assert!(woken());
    let changed = f.services.change_session(&actor, &slug, id, &typed).await;
    changed.unwrap();
    assert!(woken());
    let removed = f.services.remove_session(&actor, &slug, id).await;
    removed.unwrap();
    assert!(woken());
}

#[tokio::test]
async fn a_session_with_attendance_stays() {
    let f = Fixture::new().await;
    let actor = coordinator(&f).await;
    let services = &f.services;
    let plan = f.open_event("borders");
    let (event, sessions) = f.add_event(&plan).await;
    let (person, _) = f.add_person("Aziza Karimova", "a@example.org").await;
    f.add_registration(event, person, RegistrationState::Confirmed)
        .await;
    f.clock.travel_to(plan.starts);
    let all = services.record_attendance(&actor, "borders", sessions[0], &[], true);
    assert_eq!(all.await.unwrap().written, 1);
    let kept = services
        .remove_session(&actor, "borders", sessions[0])
        .await;
    assert!(matches!(
        kept,
        Err(Error::NotNow("manage-session-attended"))
    ));
    let editable = services
        .editable_session(&actor, "borders", sessions[0])
        .await
        .unwrap();
    let others = editable.typed.iter().filter(|(name, _)| *name != "tracked");
    let untracked = Typed::new(others);
    let kept = services
        .change_session(&actor, "borders", sessions[0], &untracked)
        .await;
    assert_eq!(refused(kept).get("tracked"), Some(Invalid::Choice));
    for &session in &sessions[1..] {
        services
            .remove_session(&actor, "borders", session)
            .await
            .unwrap();
    }
    let gone = services
        .remove_session(&actor, "borders", sessions[1])
        .await;
    assert!(matches!(gone, Err(Error::NotFound)));
    // The last session of a published event stays, with or without attendance.
    let (_, lonely) = f.add_event(&f.open_event("lonely")).await;
    for &session in &lonely[1..] {
        services
            .remove_session(&actor, "lonely", session)
            .await
            .unwrap();
    }
    let last = services.remove_session(&actor, "lonely", lonely[0]).await;
    assert!(matches!(last, Err(Error::NotNow("manage-last-session"))));
}

#[tokio::test]
async fn the_capacity_never_falls_below_the_seats_that_are_taken() {
    for f in Fixture::each().await {
        let actor = coordinator(&f).await;
        let (event, _) = f.add_event(&f.open_event("borders")).await;
        for n in 0..3 {
            let email = format!("p{n}@example.org");
            let (person, _) = f.add_person("Some Body", &email).await;
            f.add_registration(event, person, RegistrationState::Confirmed)
                .await;
        }
        let editable = f.services.editable_event(&actor, "borders").await.unwrap();
        assert_eq!(editable.taken, 3);
        let fewer = with(&editable.typed, "capacity", "2");
        let errors = refused(f.services.change_event(&actor, "borders", &fewer).await);
        assert_eq!(errors.get("capacity"), Some(Invalid::Order));
        let exactly = with(&editable.typed, "capacity", "3");
        f.services
            .change_event(&actor, "borders", &exactly)
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn nobody_overwrites_what_they_have_not_seen() {
    let f = Fixture::new().await;
    let (one, other) = (coordinator(&f).await, coordinator(&f).await);
    let (slug, _) = draft(&f, &one).await;
    let services = &f.services;
    let mine = services.editable_event(&one, &slug).await.unwrap().typed;
    let theirs = services.editable_event(&other, &slug).await.unwrap().typed;
    let typed = with(&mine, "title-en", "First");
    services.change_event(&one, &slug, &typed).await.unwrap();
    let typed = with(&theirs, "title-en", "Second");
    let errors = refused(services.change_event(&other, &slug, &typed).await);
    assert_eq!(errors.get("version"), Some(Invalid::Taken));
    let now = services.editable_event(&other, &slug).await.unwrap().typed;
    assert_eq!(now.get("title-en"), "First");
    let typed = with(&typed, "version", now.get("version"));
    services.change_event(&other, &slug, &typed).await.unwrap();
    // Registering changes seats, not details: it disturbs nobody.
    let seen = services.editable_event(&one, &slug).await.unwrap().typed;
    services.publish_event(&one, &slug).await.unwrap();
    let stale = services.change_event(&one, &slug, &seen).await;
    assert!(stale.is_ok() || refused(stale).get("version").is_some());
}

#[tokio::test]
async fn an_event_lives_from_draft_to_completed() {
    for f in Fixture::each().await {
        let actor = coordinator(&f).await;
        let services = &f.services;
        let slug = services.create_event(&actor, &form(), None).await.unwrap();
        let unready = services.publish_event(&actor, &slug).await;
        assert!(matches!(unready, Err(Error::NotNow("manage-not-complete"))));
        let typed = session("Opening", "2027-05-10", "09:00", "10:30");
        services.add_session(&actor, &slug, &typed).await.unwrap();
        services.publish_event(&actor, &slug).await.unwrap();
        let twice = services.publish_event(&actor, &slug).await;
        assert!(matches!(twice, Err(Error::NotNow("manage-not-draft"))));
        let early = services.complete_event(&actor, &slug).await;
        assert!(matches!(early, Err(Error::NotNow("manage-not-over"))));
        let reopen = services.reopen_event(&actor, &slug).await;
        assert!(matches!(reopen, Err(Error::NotNow("manage-not-completed"))));
        let agenda = services.agenda(&actor, &slug).await.unwrap();
        f.clock.travel_to(agenda.head.ends_at);
        services.complete_event(&actor, &slug).await.unwrap();
        let editable = services.editable_event(&actor, &slug).await.unwrap();
        let closed = services.change_event(&actor, &slug, &editable.typed).await;
        assert!(matches!(closed, Err(Error::NotNow("manage-not-editable"))));
        let closed = services.add_session(&actor, &slug, &typed).await;
        assert!(matches!(closed, Err(Error::NotNow("manage-not-editable"))));
        let cancel = services.cancel_event(&actor, &slug, "No reason").await;
        assert!(matches!(
            cancel,
            Err(Error::NotNow("manage-not-cancellable"))
        ));
        services.reopen_event(&actor, &slug).await.unwrap();
        services.complete_event(&actor, &slug).await.unwrap();
    }
}

#[tokio::test]
async fn a_cancellation_is_told_to_everybody_with_a_proven_address() {
    for f in Fixture::each().await {
        let actor = coordinator(&f).await;
        let (event, _) = f.add_event(&f.open_event("borders")).await;
        for (n, state) in RegistrationState::ALL.iter().enumerate() {
            let email = format!("p{n}@example.org");
            let (person, _) = f.add_person("Some Body", &email).await;
            f.add_registration(event, person, *state).await;
        }
        let services = &f.services;
        let cancellation = services
            .event_cancellation(&actor, "borders")
            .await
            .unwrap();
        assert_eq!(
            cancellation.told, 4,
            "submitted, confirmed, waitlisted, offered"
        );
        let empty = services.cancel_event(&actor, "borders", " \n ").await;
        assert_eq!(refused(empty).get("reason"), Some(Invalid::Required));
        let long = services
            .cancel_event(&actor, "borders", &"a".repeat(1001))
            .await;
        assert_eq!(refused(long).get("reason"), Some(Invalid::TooLong));
        assert_eq!(f.count("SELECT count(*) FROM outbox").await, 0);
        let told = services
            .cancel_event(&actor, "borders", "The venue burnt down.")
            .await;
        assert_eq!(told.unwrap(), 4);
        let right = "SELECT count(*) FROM outbox WHERE kind = 'event-cancelled'
                     AND body LIKE '%burnt down%' AND calendar LIKE '%METHOD:CANCEL%'";
        assert_eq!(f.count(right).await, 4);
        let revised = "SELECT count(*) FROM events WHERE state = 'cancelled' AND revision = 1";
        assert_eq!(f.count(revised).await, 1);
        let again = services.cancel_event(&actor, "borders", "Again").await;
        assert!(matches!(
            again,
            Err(Error::NotNow("manage-not-cancellable"))
        ));
    }
}

#[tokio::test]
async fn only_coordinators_of_an_organiser_prepare_an_event() {
    let f = Fixture::new().await;
    let eco = coordinator(&f).await;
    let iom = f.actor_with(Role::Coordinator, Some(f.iom)).await;
    let trainer = f.actor_with(Role::Trainer, Some(f.eco)).await;
    let trainee = f
        .actor(f.add_person("A Trainee", "t@example.org").await.1)
        .await;
    let (slug, session_id) = draft(&f, &eco).await;
    let mut own = f.open_event("eco-only");
    own.organisers = vec![f.eco];
    let (_, theirs) = f.add_event(&own).await;
    let services = &f.services;
    let typed = session("S", "2027-05-10", "09:00", "10:30");
    for (who, slug, id) in [
        (&iom, slug.as_str(), session_id),
        (&iom, "eco-only", theirs[0]),
        (&trainer, "eco-only", theirs[0]),
        (&trainee, "eco-only", theirs[0]),
    ] {
        let refusals: [Result<(), Error>; 13] = [
            services.event_overview(who, slug).await.map(drop),
            services.editable_event(who, slug).await.map(drop),
            services.change_event(who, slug, &form()).await,
            services.agenda(who, slug).await.map(drop),
            services.editable_session(who, slug, id).await.map(drop),
            services.add_session(who, slug, &typed).await.map(drop),
            services.change_session(who, slug, id, &typed).await,
            services.remove_session(who, slug, id).await,
            services.publish_event(who, slug).await,
            services.complete_event(who, slug).await,
            services.reopen_event(who, slug).await,
            services.event_cancellation(who, slug).await.map(drop),
            services.cancel_event(who, slug, "Because").await.map(drop),
        ];
        for (place, refusal) in refusals.into_iter().enumerate() {
            let closed = matches!(refusal, Err(Error::Forbidden | Error::NotFound));
            assert!(closed, "{place} of {slug} for {}: {refusal:?}", who.email);
        }
    }
    // A draft of others is not even known.
    let hidden = services.event_overview(&iom, &slug).await;
    assert!(matches!(hidden, Err(Error::NotFound)));
    for who in [&trainer, &trainee] {
        assert!(matches!(
            services.create_event(who, &form(), None).await,
            Err(Error::Forbidden)
        ));
        assert!(matches!(
            services.new_event(who, None).await,
            Err(Error::Forbidden)
        ));
        assert!(matches!(
            services.course_choices(who, "en").await,
            Err(Error::Forbidden)
        ));
    }
    // A session of another event is not there.
    let swapped = services.editable_session(&eco, &slug, theirs[0]).await;
    assert!(matches!(swapped, Err(Error::NotFound)));
    let swapped = services.remove_session(&eco, &slug, theirs[0]).await;
    assert!(matches!(swapped, Err(Error::NotFound)));
    let swapped = services
        .change_session(&eco, &slug, theirs[0], &typed)
        .await;
    assert!(matches!(swapped, Err(Error::NotFound)));
    // Nobody gives an event away to an organisation that is not theirs alone.
    let foreign = with(&form(), "organisers", &f.iom.to_string());
    let slug = services.create_event(&eco, &foreign, None).await.unwrap();
    let overview = services.event_overview(&eco, &slug).await.unwrap();
    assert_eq!(overview.organisers.len(), 2);
}

#[tokio::test]
async fn an_organiser_puts_no_other_out_of_their_event() {
    let f = Fixture::new().await;
    let (eco, iom) = (f.eco.to_string(), f.iom.to_string());
    let own = coordinator(&f).await;
    let other = f.actor_with(Role::Coordinator, Some(f.iom)).await;
    let slug = f.services.create_event(&own, &form(), None).await.unwrap();
    let change = async |who: &Actor, organisers: &[&str]| {
        let typed = f.services.editable_event(who, &slug).await.unwrap().typed;
        let kept = typed.iter().filter(|(name, _)| *name != "organisers");
        let chosen = organisers.iter().map(|id| ("organisers", *id));
        let typed = Typed::new(kept.chain(chosen));
        f.services.change_event(who, &slug, &typed).await
    };
    let put_out = "SELECT count(*) FROM event_organisers";
    change(&own, &[&eco, &iom]).await.unwrap();
    let errors = refused(change(&own, &[&eco]).await);
    assert_eq!(errors.get("organisers"), Some(Invalid::Taken));
    let errors = refused(change(&other, &[&iom]).await);
    assert_eq!(errors.get("organisers"), Some(Invalid::Taken));
    assert_eq!(f.count(put_out).await, 2);
    // Whoever looks after all of them may, and the log says who was there before and after.
    let administrator = f.actor_with(Role::Administrator, None).await;
    change(&administrator, &[&iom]).await.unwrap();
    assert_eq!(f.count(put_out).await, 1);
    let logged = "SELECT count(*) FROM audit_log WHERE action = 'event.changed'
                  AND CAST(detail AS TEXT) LIKE '%organisers%'";
    assert_eq!(f.count(logged).await, 2);
}

#[tokio::test]
async fn a_new_session_begins_where_the_last_one_ends() {
    let f = Fixture::new().await;
    let actor = coordinator(&f).await;
    let (slug, _) = draft(&f, &actor).await;
    let agenda = f.services.agenda(&actor, &slug).await.unwrap();
    let typed = Services::new_session(&agenda);
    let got = ["day", "start", "end", "room"].map(|name| typed.get(name));
    assert_eq!(got, ["2027-05-10", "10:30", "12:00", "Hall A"]);
}

#[tokio::test]
async fn an_event_found_again_by_its_new_title() {
    let f = Fixture::new().await;
    let actor = coordinator(&f).await;
    let (slug, _) = draft(&f, &actor).await;
    let found = "SELECT count(*) FROM event_search WHERE folded LIKE '%passports%'";
    assert_eq!(f.count(found).await, 0);
    let typed = f
        .services
        .editable_event(&actor, &slug)
        .await
        .unwrap()
        .typed;
    let typed = with(&typed, "title-en", "Passports");
    f.services
        .change_event(&actor, &slug, &typed)
        .await
        .unwrap();
    assert_eq!(f.count(found).await, 1);
}
