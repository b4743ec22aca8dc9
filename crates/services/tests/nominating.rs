//! Nominating: who may, for whom, in which order, and what becomes of it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use maktab_domain::{
    EventId, Invalid, RegistrationId, RegistrationState as State, Role, Span, Timestamp,
};
use maktab_locale::Locale;
use maktab_services::managing::{RegistrationFilter, Sort, Verdict};
use maktab_services::nominating::{Nomination, NominationForm, NominationsPage, Turn};
use maktab_services::registration::DetailsForm;
use maktab_services::seating::{NewQuota, OfferPage};
use maktab_services::sign_in::Browser;
use maktab_services::testing::{Fixture, PlannedEvent};
use maktab_services::{Actor, Error, Result};
use std::iter::zip;

fn by_nomination(f: &Fixture, slug: &str) -> PlannedEvent {
    PlannedEvent {
        registration_mode: "nominated".to_owned(),
        ..f.open_event(slug)
    }
}

/// The event `borders`, with the focal points of two countries and a coordinator.
struct Nominating {
    event: EventId,
    tj: Actor,
    ir: Actor,
    coordinator: Actor,
}

impl Nominating {
    async fn on(f: &Fixture) -> Self {
        let (event, _) = f.add_event(&by_nomination(f, "borders")).await;
        Self {
            event,
            tj: f.focal_point(&["TJ"]).await,
            ir: f.focal_point(&["IR"]).await,
            coordinator: f.actor_with(Role::Coordinator, Some(f.eco)).await,
        }
    }

    async fn quota(&self, f: &Fixture, whom: &str, seats: &str) {
        let quota = NewQuota {
            whom: whom.to_owned(),
            seats: seats.to_owned(),
        };
        let added = f.services.add_quota(&self.coordinator, "borders", &quota);
        added.await.unwrap();
    }

    async fn decide(&self, f: &Fixture, ids: &[RegistrationId], verdict: Verdict) -> usize {
        let services = &f.services;
        let decided =
            services.decide_registrations(&self.coordinator, "borders", ids, verdict, "Too many.");
        decided.await.unwrap().done
    }
}

fn form(name: &str, email: &str) -> NominationForm {
    NominationForm {
        details: DetailsForm {
            name: name.to_owned(),
            native_name: "Фирӯз Раҳимов".to_owned(),
            native_language: "tg".to_owned(),
            // Whatever is typed, the country is the focal point's.
            country: "KZ".to_owned(),
            institution: "Border Troops".to_owned(),
            job_title: "Captain".to_owned(),
            language: "ru".to_owned(),
        },
        email: email.to_owned(),
        note: String::new(),
    }
}

async fn nominate(f: &Fixture, actor: &Actor, name: &str, email: &str) -> RegistrationId {
    let form = form(name, email);
    let done = f.services.nominate(actor, "borders", None, &form).await;
    done.unwrap()
}

async fn page(f: &Fixture, actor: &Actor) -> NominationsPage {
    let page = f.services.nominations(actor, "borders", None).await;
    page.unwrap()
}

/// Names in their order, with the place.
async fn order(f: &Fixture, actor: &Actor) -> Vec<(Option<usize>, String)> {
    let all = page(f, actor).await.nominations.into_iter();
    all.map(|one| (one.place, one.details.name)).collect()
}

async fn one(f: &Fixture, actor: &Actor, id: RegistrationId) -> Nomination {
    let one = f.services.one_nomination(actor, "borders", id).await;
    one.unwrap().nomination
}

fn is_forbidden<T>(answer: Result<T>) -> bool {
    matches!(answer, Err(Error::Forbidden))
}

fn is_hidden<T>(answer: Result<T>) -> bool {
    matches!(answer, Err(Error::NotFound))
}

fn is_not_now<T>(answer: Result<T>) -> bool {
    matches!(answer, Err(Error::NotNow(_)))
}

const STORED: &str = "SELECT (SELECT count(*) FROM registrations) + (SELECT count(*) FROM people)
    + (SELECT count(*) FROM outbox) + (SELECT count(*) FROM nominations)
    + (SELECT count(*) FROM audit_log)";

#[tokio::test]
async fn a_focal_point_nominates_for_the_own_country_only() {
    for f in Fixture::each().await {
        let n = Nominating::on(&f).await;
        let id = nominate(&f, &n.tj, "Firuz Rahimov", "firuz@example.org").await;
        let first = one(&f, &n.tj, id).await;
        assert_eq!((first.state, first.place), (State::Submitted, Some(1)));
        assert_eq!(first.details.country, "TJ", "not what was typed");
        assert_eq!(
            (first.country.as_str(), first.by.as_str()),
            ("TJ", "Focal Point")
        );
        assert!(first.can_withdraw && !first.withdrawn);
        let mails = f.mails_to("firuz@example.org").await;
        assert_eq!((mails.len(), mails[0].kind.as_str()), (1, "nominated"));
        assert_eq!(mails[0].language, "ru");
        assert_eq!(f.audited(id.0).await, ["registration.nominated"]);
        assert_eq!(
            f.count("SELECT taken FROM events").await,
            0,
            "no seat is held yet"
        );
        // The other country sees nothing of it, and can do nothing with it.
        assert_eq!(order(&f, &n.ir).await, []);
        let s = &f.services;
        let trainer = f.actor_with(Role::Trainer, Some(f.eco)).await;
        let administrator = f.actor_with(Role::Administrator, None).await;
        let before = f.count(STORED).await;
        let new = form("Somebody", "new@example.org");
        assert!(is_forbidden(
            s.nominations(&n.ir, "borders", Some("TJ")).await
        ));
        assert!(is_forbidden(
            s.nominate(&n.ir, "borders", Some("TJ"), &new).await
        ));
        assert!(is_hidden(s.one_nomination(&n.ir, "borders", id).await));
        assert!(is_hidden(
            s.move_nomination(&n.ir, "borders", id, Turn::Later).await
        ));
        assert!(is_hidden(s.withdraw_nomination(&n.ir, "borders", id).await));
        // Nor can anybody who is no focal point.
        for actor in [&trainer, &n.coordinator, &administrator] {
            assert!(is_forbidden(s.nominating_events(actor, Locale::En).await));
            assert!(is_forbidden(s.nominations(actor, "borders", None).await));
            assert!(is_forbidden(s.nominate(actor, "borders", None, &new).await));
            assert!(is_forbidden(s.one_nomination(actor, "borders", id).await));
            assert!(is_forbidden(
                s.move_nomination(actor, "borders", id, Turn::Later).await
            ));
            assert!(is_forbidden(
                s.withdraw_nomination(actor, "borders", id).await
            ));
        }
        // The id of a nomination is good for its own event only.
        f.add_event(&by_nomination(&f, "other")).await;
        assert!(is_hidden(s.one_nomination(&n.tj, "other", id).await));
        assert!(is_hidden(
            s.move_nomination(&n.tj, "other", id, Turn::Later).await
        ));
        assert!(is_hidden(s.withdraw_nomination(&n.tj, "other", id).await));
        assert_eq!(f.count(STORED).await, before, "nothing was changed");
        assert_eq!(one(&f, &n.tj, id).await.state, State::Submitted);
    }
}

#[tokio::test]
async fn events_are_those_that_come_by_nomination_and_are_not_over() {
    for f in Fixture::each().await {
        let n = Nominating::on(&f).await;
        f.add_event(&f.open_event("open-to-all")).await;
        let mut draft = by_nomination(&f, "draft");
        draft.state = "draft".to_owned();
        f.add_event(&draft).await;
        let mut over = by_nomination(&f, "over");
        over.starts = over.starts - Span::days(60);
        over.ends = over.ends - Span::days(60);
        f.add_event(&over).await;
        let mut off = by_nomination(&f, "off");
        off.state = "cancelled".to_owned();
        off.starts = off.starts + Span::days(5);
        off.ends = off.ends + Span::days(5);
        f.add_event(&off).await;
        n.quota(&f, "country:TJ", "3").await;
        nominate(&f, &n.tj, "Firuz Rahimov", "firuz@example.org").await;
        let gone = nominate(&f, &n.tj, "Gone Again", "gone@example.org").await;
        let s = &f.services;
        s.withdraw_nomination(&n.tj, "borders", gone).await.unwrap();
        let both = f.focal_point(&["TJ", "IR"]).await;
        let lists = s.nominating_events(&both, Locale::Fa).await.unwrap();
        let told: Vec<_> = lists
            .iter()
            .map(|list| {
                let events = list.events.iter();
                let events = events.map(|e| (e.slug.as_str(), e.nominated, e.quota));
                (list.country.as_str(), events.collect::<Vec<_>>())
            })
            .collect();
        assert_eq!(
            told,
            [
                ("IR", vec![("borders", 0, None), ("off", 0, None)]),
                ("TJ", vec![("borders", 1, Some(3)), ("off", 0, None)])
            ]
        );
        let title = lists[0].events[0].title.best("fa");
        assert_eq!(title, ("fa", "مدیریت مرزها"));
        // What is not in the list has no page either, except for what is over.
        for slug in ["open-to-all", "draft", "nowhere", "No Slug"] {
            assert!(is_hidden(s.nominations(&n.tj, slug, None).await), "{slug}");
        }
        assert!(!s.nominations(&n.tj, "over", None).await.unwrap().is_open);
        // Each of the two countries by its name; no third.
        let own = s.nominations(&both, "borders", Some("IR")).await.unwrap();
        assert_eq!(own.country.as_str(), "IR");
        assert_eq!(own.others[0].as_str(), "TJ");
        assert!(is_forbidden(
            s.nominations(&both, "borders", Some("KZ")).await
        ));
    }
}

#[tokio::test]
async fn nominating_is_possible_while_the_window_is_open() {
    for f in Fixture::each().await {
        let plan = by_nomination(&f, "borders");
        let n = Nominating::on(&f).await;
        let new = form("Somebody", "new@example.org");
        let before = f.count(STORED).await;
        let refused = async |at: Timestamp| {
            f.clock.travel_to(at);
            let refused = f.services.nominate(&n.tj, "borders", None, &new).await;
            assert!(is_not_now(refused));
            assert!(!page(&f, &n.tj).await.is_open);
        };
        refused(plan.opens - Span(1)).await;
        refused(plan.closes).await;
        assert_eq!(f.count(STORED).await, before);
        f.clock.travel_to(plan.opens);
        let early = nominate(&f, &n.tj, "Early Bird", "early@example.org").await;
        f.clock.travel_to(plan.closes - Span(1));
        nominate(&f, &n.tj, "Last Minute", "late@example.org").await;
        // Ordering goes on until the event is over.
        f.clock.travel_to(plan.ends - Span(1));
        let s = &f.services;
        let moved = s.move_nomination(&n.tj, "borders", early, Turn::Later);
        assert_eq!(moved.await.unwrap(), (2, 2));
        f.clock.travel_to(plan.ends);
        let moved = s.move_nomination(&n.tj, "borders", early, Turn::Earlier);
        assert!(is_not_now(moved.await));
        assert!(is_not_now(
            s.withdraw_nomination(&n.tj, "borders", early).await
        ));
        let page = page(&f, &n.tj).await;
        assert!(!page.can_order && page.nominations.iter().all(|one| !one.can_withdraw));
    }
}

#[tokio::test]
async fn what_is_typed_is_checked_and_nobody_is_nominated_twice() {
    for f in Fixture::each().await {
        let n = Nominating::on(&f).await;
        nominate(&f, &n.tj, "Firuz Rahimov", "firuz@example.org").await;
        let (person, _) = f.add_person("Aziza Karimova", "aziza@example.org").await;
        f.add_registration(n.event, person, State::Confirmed).await;
        let before = f.count(STORED).await;
        let s = &f.services;
        for actor in [&n.tj, &n.ir] {
            for email in ["Firuz@Example.org", "aziza@example.org"] {
                let twice = form("Firuz Rahimov", email);
                let twice = s.nominate(actor, "borders", None, &twice).await;
                let Err(Error::Refused(errors)) = twice else {
                    panic!("{twice:?}");
                };
                assert_eq!(errors.get("email"), Some(Invalid::Taken), "{email}");
            }
        }
        let mut bad = form("Фируз", "nobody");
        bad.details.institution = String::new();
        bad.note = "x".repeat(1_001);
        let Err(Error::Refused(errors)) = s.nominate(&n.tj, "borders", None, &bad).await else {
            panic!("accepted");
        };
        let errors: Vec<_> = errors.iter().collect();
        assert_eq!(
            errors,
            [
                ("email", Invalid::Email),
                ("name", Invalid::NotLatin),
                ("institution", Invalid::Required),
                ("note", Invalid::TooLong)
            ]
        );
        assert_eq!(f.count(STORED).await, before);
        // Who was taken back can be nominated anew, at the end.
        let id = page(&f, &n.tj).await.nominations[0].id;
        s.withdraw_nomination(&n.tj, "borders", id).await.unwrap();
        nominate(&f, &n.tj, "Somebody Else", "else@example.org").await;
        nominate(&f, &n.tj, "Firuz Rahimov", "firuz@example.org").await;
        let told = order(&f, &n.tj).await;
        let told: Vec<_> = told.iter().map(|(at, name)| (*at, name.as_str())).collect();
        let firuz = "Firuz Rahimov";
        assert_eq!(
            told,
            [(Some(1), "Somebody Else"), (Some(2), firuz), (None, firuz)]
        );
    }
}

#[tokio::test]
async fn the_order_is_moved_step_by_step_and_closes_where_one_goes() {
    for f in Fixture::each().await {
        let n = Nominating::on(&f).await;
        let mut ids = Vec::new();
        for name in ["A", "B", "C"] {
            let email = format!("{}@example.org", name.to_lowercase());
            ids.push(nominate(&f, &n.tj, &format!("Person {name}"), &email).await);
        }
        let iran = nominate(&f, &n.ir, "Person I", "i@example.org").await;
        let s = &f.services;
        let step = async |id, turn| {
            let moved = s.move_nomination(&n.tj, "borders", id, turn).await.unwrap();
            let names = order(&f, &n.tj).await.into_iter();
            let names: String = names.filter_map(|(_, name)| name.chars().last()).collect();
            (moved, names)
        };
        assert_eq!(
            step(ids[0], Turn::Earlier).await,
            ((1, 3), "ABC".to_owned())
        );
        assert_eq!(step(ids[2], Turn::Later).await, ((3, 3), "ABC".to_owned()));
        assert_eq!(
            step(ids[2], Turn::Earlier).await,
            ((2, 3), "ACB".to_owned())
        );
        assert_eq!(step(ids[0], Turn::Later).await, ((2, 3), "CAB".to_owned()));
        // The gap closes, and a coordinator sees the same places.
        s.withdraw_nomination(&n.tj, "borders", ids[0])
            .await
            .unwrap();
        let told = order(&f, &n.tj).await;
        let places: Vec<_> = told.iter().map(|(place, _)| *place).collect();
        assert_eq!(places, [Some(1), Some(2), None]);
        let gone = s.one_registration(&n.coordinator, "borders", ids[0]).await;
        let by = gone.unwrap().registration.ended_by;
        assert_eq!(by.as_deref(), Some("focal-point"));
        for (id, place) in [
            (ids[2], Some(1)),
            (ids[1], Some(2)),
            (ids[0], None),
            (iran, Some(1)),
        ] {
            let seen = s.one_registration(&n.coordinator, "borders", id).await;
            assert_eq!(seen.unwrap().registration.nominated_place, place);
        }
        let by_country = RegistrationFilter {
            sort: Sort::Country,
            ..RegistrationFilter::default()
        };
        let list = s.registrations(&n.coordinator, "borders", &by_country, Locale::En);
        let list = list.await.unwrap().rows;
        let names: String = list
            .iter()
            .filter_map(|r| r.name_latin.chars().last())
            .collect();
        assert_eq!(names, "ICBA", "each country by its own order, not by name");
        let withdrawn = s.move_nomination(&n.tj, "borders", ids[0], Turn::Earlier);
        assert!(is_not_now(withdrawn.await), "it is in the order no more");
        let twice = s.withdraw_nomination(&n.tj, "borders", ids[0]);
        assert!(is_not_now(twice.await));
    }
}

#[tokio::test]
async fn an_offer_is_made_by_the_coordinator_and_taken_by_the_person() {
    for f in Fixture::each().await {
        let n = Nominating::on(&f).await;
        n.quota(&f, "country:TJ", "1").await;
        let first = nominate(&f, &n.tj, "First One", "first@example.org").await;
        let second = nominate(&f, &n.tj, "Second One", "second@example.org").await;
        assert_eq!(n.decide(&f, &[first, second], Verdict::Approve).await, 1);
        let offered = one(&f, &n.tj, first).await;
        assert_eq!(offered.state, State::Offered);
        assert!(offered.hold_until.is_some() && offered.can_withdraw);
        assert_eq!(page(&f, &n.tj).await.quota, Some((1, 1)));
        assert_eq!(
            one(&f, &n.tj, second).await.state,
            State::Submitted,
            "no seat"
        );
        let secret = f.secret_mailed("first@example.org", "/offer/").await;
        let done = f.services.accept_offer(&secret, &Browser::default()).await;
        done.unwrap();
        let confirmed = one(&f, &n.tj, first).await;
        assert_eq!(
            (confirmed.state, confirmed.can_withdraw),
            (State::Confirmed, false)
        );
        let too_late = f
            .services
            .withdraw_nomination(&n.tj, "borders", first)
            .await;
        assert!(is_not_now(too_late), "the place is the person's");
        let told = f
            .services
            .nominating_events(&n.tj, Locale::En)
            .await
            .unwrap();
        let told = &told[0].events[0];
        assert_eq!(
            (told.nominated, told.confirmed, told.quota),
            (2, 1, Some(1))
        );
        // What the coordinator says against somebody is told to the focal point.
        assert_eq!(n.decide(&f, &[second], Verdict::Decline).await, 1);
        let declined = one(&f, &n.tj, second).await;
        assert_eq!(declined.state, State::Declined);
        assert_eq!(declined.reason.as_deref(), Some("Too many."));
        assert!(!declined.can_withdraw && declined.place == Some(2));
    }
}

#[tokio::test]
async fn an_offered_seat_that_is_taken_back_goes_to_the_next_and_no_mail_promises_it() {
    for f in Fixture::each().await {
        let n = Nominating::on(&f).await;
        n.quota(&f, "country:TJ", "1").await;
        let first = nominate(&f, &n.tj, "First One", "first@example.org").await;
        let second = nominate(&f, &n.tj, "Second One", "second@example.org").await;
        f.clock.travel(Span(1));
        n.decide(&f, &[first], Verdict::Approve).await;
        n.decide(&f, &[second], Verdict::Wait).await;
        let secret = f.secret_mailed("first@example.org", "/offer/").await;
        // The mail of the offer still lies in the outbox: it never leaves.
        let s = &f.services;
        f.clock.travel(Span(1));
        s.withdraw_nomination(&n.tj, "borders", first)
            .await
            .unwrap();
        let kinds = |mails: &[maktab_store::outbox::MailRow]| {
            let mut kinds: Vec<_> = mails.iter().map(|mail| mail.kind.clone()).collect();
            kinds.sort();
            kinds
        };
        let mails = f.mails_to("first@example.org").await;
        assert_eq!(kinds(&mails), ["nominated", "nomination-withdrawn"]);
        let page = s.offer_page(&secret).await.unwrap();
        assert!(matches!(page, OfferPage::Over(_)), "{page:?}");
        assert!(
            s.nominations(&n.tj, "borders", None)
                .await
                .unwrap()
                .nominations[1]
                .withdrawn
        );
        assert_eq!(one(&f, &n.tj, second).await.state, State::Offered);
        let mails = f.mails_to("second@example.org").await;
        assert!(kinds(&mails).contains(&"offered".to_owned()), "{mails:?}");
        assert_eq!(f.count("SELECT taken FROM events").await, 1);
        assert_eq!(f.count("SELECT taken FROM quotas").await, 1);
        assert_eq!(
            f.audited(first.0).await,
            [
                "registration.nominated",
                "registration.decided",
                "nomination.withdrawn"
            ]
        );
        // The link of an offer dies with the next withdrawal as well.
        s.withdraw_nomination(&n.tj, "borders", second)
            .await
            .unwrap();
        assert_eq!(f.count("SELECT taken FROM events").await, 0);
        assert_eq!(f.count("SELECT taken FROM quotas").await, 0);
        let good = "SELECT count(*) FROM one_time_links WHERE used_at IS NULL";
        assert_eq!(f.count(good).await, 0);
    }
}

#[tokio::test]
async fn those_who_wait_are_offered_seats_in_the_order_of_their_country() {
    for f in Fixture::each().await {
        let n = Nominating::on(&f).await;
        let s = &f.services;
        let (mut ids, mut people) = (Vec::new(), Vec::new());
        for (actor, name) in [(&n.tj, "A"), (&n.ir, "I"), (&n.tj, "B"), (&n.tj, "C")] {
            let email = format!("{}@example.org", name.to_lowercase());
            let (_, account) = f.add_person(name, &email).await;
            people.push(f.actor(account).await);
            ids.push(nominate(&f, actor, &format!("Person {name}"), &email).await);
            f.clock.travel(Span(1));
        }
        let [a, i, b, c] = ids[..] else {
            panic!("four");
        };
        // Tajikistan wants C, then A, then B; Iran's only one comes to wait between them.
        for _ in 0..2 {
            let moved = s.move_nomination(&n.tj, "borders", c, Turn::Earlier);
            moved.await.unwrap();
        }
        let mut seated = Vec::new();
        for name in ["x", "y", "z"] {
            let (person, _) = f.add_person(name, &format!("{name}@example.org")).await;
            seated.push(f.add_registration(n.event, person, State::Confirmed).await);
        }
        for together in [&[a][..], &[i], &[b, c]] {
            n.decide(&f, together, Verdict::Wait).await;
            f.clock.travel(Span(1));
        }
        // Who waits, in turn, as the list says; each page of one says the same.
        let queue = async || {
            let filter = RegistrationFilter {
                state: Some(State::Waitlisted),
                sort: Sort::Place,
                ..RegistrationFilter::default()
            };
            let list = s.registrations(&n.coordinator, "borders", &filter, Locale::En);
            let rows = list.await.unwrap().rows;
            for (place, row) in (1..).zip(&rows) {
                assert_eq!(row.place, Some(place));
                let one = s.one_registration(&n.coordinator, "borders", row.id).await;
                assert_eq!(one.unwrap().registration.place, Some(place));
                let person = people
                    .iter()
                    .find(|actor| actor.email.as_str() == row.email);
                let own = s.my_page(person.unwrap()).await.unwrap();
                assert_eq!(
                    own.upcoming[0].place,
                    Some((place as i64, rows.len() as i64))
                );
            }
            let names = rows.iter().filter_map(|row| row.name_latin.chars().last());
            names.collect::<String>()
        };
        assert_eq!(queue().await, "CIAB", "Iran's turn is what it was");
        // A decision that is undone leaves the others where they were without it.
        n.decide(&f, &[c], Verdict::Decline).await;
        let page = s.one_registration(&n.coordinator, "borders", c).await;
        let decision = page.unwrap().undoable.unwrap().id;
        assert_eq!(queue().await, "IAB");
        let undone = s
            .undo_decision(&n.coordinator, "borders", c, decision)
            .await;
        assert!(undone.unwrap());
        assert_eq!(queue().await, "CIAB");
        let moved = s.move_nomination(&n.tj, "borders", b, Turn::Earlier);
        moved.await.unwrap();
        assert_eq!(queue().await, "CIBA");
        s.set_priority(&n.coordinator, "borders", a, true)
            .await
            .unwrap();
        assert_eq!(
            queue().await,
            "ACIB",
            "priority comes before the country's order"
        );
        s.set_priority(&n.coordinator, "borders", a, false)
            .await
            .unwrap();
        assert_eq!(queue().await, "CIBA");
        for (id, left) in zip(seated, ["IBA", "BA", "A"]) {
            let freed = s.withdraw_registration(&n.coordinator, "borders", id, "Ill");
            freed.await.unwrap();
            assert_eq!(queue().await, left);
        }
    }
}

#[tokio::test]
async fn who_is_taken_off_the_waiting_list_again_leaves_no_trace_in_its_order() {
    for f in Fixture::each().await {
        let n = Nominating::on(&f).await;
        let s = &f.services;
        let mut ids = Vec::new();
        for (actor, name) in [(&n.tj, "A"), (&n.tj, "B"), (&n.ir, "I")] {
            let email = format!("{}@example.org", name.to_lowercase());
            ids.push(nominate(&f, actor, &format!("Person {name}"), &email).await);
        }
        let [a, b, i] = ids[..] else {
            panic!("three");
        };
        // B waits first, then Iran's; A, whom the country wants before, takes the turn of B.
        for one in [b, i, a] {
            n.decide(&f, &[one], Verdict::Wait).await;
            f.clock.travel(Span(1));
        }
        let place = async |id| {
            let one = s.one_registration(&n.coordinator, "borders", id).await;
            one.unwrap().registration.place
        };
        assert_eq!(
            [place(a).await, place(i).await, place(b).await],
            [Some(1), Some(2), Some(3)]
        );
        let page = s.one_registration(&n.coordinator, "borders", a).await;
        let decision = page.unwrap().undoable.unwrap().id;
        let undone = s
            .undo_decision(&n.coordinator, "borders", a, decision)
            .await;
        assert!(undone.unwrap());
        assert_eq!(
            [place(a).await, place(b).await, place(i).await],
            [None, Some(1), Some(2)]
        );
    }
}

#[tokio::test]
async fn no_mail_offers_what_was_answered_before_it_left() {
    for accepts in [true, false] {
        for f in Fixture::each().await {
            let n = Nominating::on(&f).await;
            let (_, account) = f.add_person("First One", "first@example.org").await;
            let actor = f.actor(account).await;
            let id = nominate(&f, &n.tj, "First One", "first@example.org").await;
            n.decide(&f, &[id], Verdict::Approve).await;
            let s = &f.services;
            let answered = match accepts {
                true => s.accept_own_offer(&actor, id).await,
                false => s.decline_own_offer(&actor, id).await,
            };
            answered.unwrap();
            let mails = f.mails_to("first@example.org").await;
            let offers = mails.iter().filter(|mail| mail.body.contains("/offer/"));
            assert_eq!(offers.count(), 0, "{mails:?}");
        }
    }
}

#[tokio::test]
async fn nothing_is_offered_that_ends_before_its_mail_leaves() {
    for f in Fixture::each().await {
        let n = Nominating::on(&f).await;
        let id = nominate(&f, &n.tj, "First One", "first@example.org").await;
        let s = &f.services;
        let closes = f.open_event("x").closes;
        f.clock.travel_to(closes - s.settings().undo);
        let (c, ids) = (&n.coordinator, [id]);
        let offered = s.decide_registrations(c, "borders", &ids, Verdict::Approve, "");
        assert!(is_not_now(offered.await));
        f.clock.travel_to(closes - s.settings().undo - Span(1));
        assert_eq!(n.decide(&f, &ids, Verdict::Approve).await, 1);
    }
}
