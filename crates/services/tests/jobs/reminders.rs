//! Reminders: once each, at the right time, and none for what is past.

use crate::{day_of, mailed, registered, round, round_at};
use maktab_domain::{RegistrationState as State, Role, Span};
use maktab_services::background::KeptMail;
use maktab_services::inviting::InvitingForm;
use maktab_services::registration::Confirmation;
use maktab_services::seating::OfferPage;
use maktab_services::testing::Fixture;

#[tokio::test]
async fn people_are_reminded_three_days_and_one_day_before_and_no_more() {
    for f in Fixture::each().await {
        let plan = f.open_event("borders");
        let (event, _) = f.add_event(&plan).await;
        registered(&f, event, "aziza", State::Confirmed).await;
        registered(&f, event, "waiting", State::Waitlisted).await;
        registered(&f, event, "gone", State::Cancelled).await;
        let kind = "event-reminder";
        assert_eq!(round_at(&f, day_of(plan.starts, 3, 8)).await.reminded, 0);
        f.clock.travel_to(day_of(plan.starts, 3, 9));
        registered(&f, event, "late", State::Confirmed).await;
        assert_eq!(round(&f).await.reminded, 1);
        for hour in [9, 15, 23] {
            round_at(&f, day_of(plan.starts, 3, hour) + Span::minutes(10)).await;
        }
        assert_eq!(mailed(&f, "aziza", kind).await, 1);
        assert_eq!(
            mailed(&f, "late", kind).await,
            0,
            "registered that very morning"
        );
        // In the night before nobody is woken; in the morning both are reminded.
        assert_eq!(round_at(&f, day_of(plan.starts, 1, 4)).await.reminded, 0);
        assert_eq!(round_at(&f, day_of(plan.starts, 1, 9)).await.reminded, 2);
        for hours in [1, 5, 22, 23, 24, 48] {
            round_at(&f, day_of(plan.starts, 1, 9) + Span::hours(hours)).await;
        }
        assert_eq!(mailed(&f, "aziza", kind).await, 2);
        assert_eq!(mailed(&f, "late", kind).await, 1);
        assert_eq!(
            mailed(&f, "waiting", kind).await + mailed(&f, "gone", kind).await,
            0
        );
        let mail = f.mails_to("late@example.org").await.remove(0);
        assert_eq!(mail.subject, "Reminder: Border management");
        for part in [
            "http://127.0.0.1:3000/en/events/borders",
            "http://127.0.0.1:3000/en/my",
            "Begins: ",
            "Tashkent",
        ] {
            assert!(mail.body.contains(part), "{part}: {}", mail.body);
        }
        assert!(mail.calendar.unwrap().contains("METHOD:PUBLISH"));
    }
}

#[tokio::test]
async fn who_was_away_for_days_makes_up_only_for_what_is_of_use() {
    for f in Fixture::each().await {
        let plan = f.open_event("borders");
        let (event, _) = f.add_event(&plan).await;
        let mut over = f.open_event("over");
        over.starts = plan.starts - Span::days(7);
        over.ends = plan.starts - Span::days(5);
        let (over, _) = f.add_event(&over).await;
        registered(&f, event, "aziza", State::Confirmed).await;
        registered(&f, over, "botir", State::Confirmed).await;
        round_at(&f, day_of(plan.starts, 20, 9)).await;
        // It comes back the evening before the event, late: the reminder waits for the morning.
        assert_eq!(round_at(&f, day_of(plan.starts, 1, 22)).await.reminded, 0);
        assert_eq!(
            round_at(&f, day_of(plan.starts, 0, 8) - Span::minutes(10))
                .await
                .reminded,
            0
        );
        assert_eq!(round_at(&f, day_of(plan.starts, 0, 8)).await.reminded, 1);
        assert_eq!(
            mailed(&f, "aziza", "event-reminder").await,
            1,
            "not of both days"
        );
        assert_eq!(
            mailed(&f, "botir", "event-reminder").await,
            0,
            "that is over"
        );
        // The clock goes back and forth: nobody is reminded twice.
        for days in [3, 1, 2, 1] {
            round_at(&f, day_of(plan.starts, days, 12)).await;
        }
        assert_eq!(mailed(&f, "aziza", "event-reminder").await, 2);
    }
}

#[tokio::test]
async fn a_cancelled_event_reminds_nobody_and_one_that_is_put_off_reminds_again() {
    for f in Fixture::each().await {
        let plan = f.open_event("borders");
        let (event, _) = f.add_event(&plan).await;
        registered(&f, event, "aziza", State::Confirmed).await;
        assert_eq!(round_at(&f, day_of(plan.starts, 3, 9)).await.reminded, 1);
        // Two weeks later, and then not at all.
        f.change(
            "UPDATE events SET starts_at = starts_at + 1209600000, ends_at = ends_at + 1209600000",
        )
        .await;
        assert_eq!(round_at(&f, day_of(plan.starts, 2, 9)).await.reminded, 0);
        let starts = plan.starts + Span::days(14);
        assert_eq!(round_at(&f, day_of(starts, 3, 9)).await.reminded, 1);
        f.change("UPDATE events SET state = 'cancelled'").await;
        assert_eq!(round_at(&f, day_of(starts, 1, 9)).await.reminded, 0);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_servers_one_reminds_each_of_many() {
    for f in Fixture::each().await {
        let mut plan = f.open_event("borders");
        plan.capacity = 230;
        let (event, _) = f.add_event(&plan).await;
        for n in 0..230 {
            registered(&f, event, &format!("person{n}"), State::Confirmed).await;
        }
        let other = f.another_server("other").await;
        f.clock.travel_to(day_of(plan.starts, 1, 10));
        let (one, two) = tokio::join!(f.services.run_due(&KeptMail), other.run_due(&KeptMail));
        assert_eq!(one.unwrap().reminded + two.unwrap().reminded, 230);
        let mails = "SELECT count(*) FROM outbox WHERE kind = 'event-reminder'";
        assert_eq!(f.count(mails).await, 230);
        let people = "SELECT count(DISTINCT recipient) FROM outbox";
        assert_eq!(f.count(people).await, 230);
        let noted = "SELECT count(*) FROM reminders WHERE kind = 'day-before'";
        assert_eq!(f.count(noted).await, 230);
    }
}

#[tokio::test]
async fn who_has_not_confirmed_is_reminded_once_with_a_good_link() {
    for f in Fixture::each().await {
        let (event, _) = f.add_event(&f.open_event("borders")).await;
        registered(&f, event, "aziza", State::Pending).await;
        let ends = f.services.now() + f.services.settings().hold;
        assert_eq!(round_at(&f, ends - Span::hours(7)).await.reminded, 0);
        assert_eq!(round_at(&f, ends - Span::hours(6)).await.reminded, 1);
        assert_eq!(round_at(&f, ends - Span::hours(5)).await.reminded, 0);
        let kept = f.mails_to("aziza@example.org").await.remove(0);
        assert_eq!(
            (kept.kind.as_str(), kept.body.as_str()),
            ("confirm-reminder", "")
        );
    }
}

#[tokio::test]
async fn the_links_of_reminders_work() {
    // In a demonstration the texts are kept.
    let f = Fixture::demonstration().await;
    let (event, _) = f.add_event(&f.open_event("borders")).await;
    registered(&f, event, "aziza", State::Pending).await;
    registered(&f, event, "botir", State::Offered).await;
    let ends = f.services.now() + f.services.settings().hold;
    assert_eq!(round_at(&f, ends - Span::hours(5)).await.reminded, 2);
    let confirm = f.secret_mailed("aziza@example.org", "/confirm/").await;
    let page = f.services.confirmation(&confirm).await.unwrap();
    assert!(matches!(page, Confirmation::Waits { .. }));
    let offer = f.secret_mailed("botir@example.org", "/offer/").await;
    let page = f.services.offer_page(&offer).await.unwrap();
    assert!(matches!(page, OfferPage::Open(_)));
}

#[tokio::test]
async fn who_is_invited_is_not_told_that_somebody_decides() {
    // In a demonstration the texts are kept.
    let f = Fixture::demonstration().await;
    let mut plan = f.open_event("borders");
    plan.registration_mode = "approval".to_owned();
    let (event, _) = f.add_event(&plan).await;
    let coordinator = f.actor_with(Role::Coordinator, Some(f.eco)).await;
    let form = InvitingForm {
        addresses: "aziza@example.org".to_owned(),
        role: "participant".to_owned(),
        language: "en".to_owned(),
        days: "14".to_owned(),
        ..InvitingForm::default()
    };
    let invited = f.services.invite(&coordinator, "borders", &form);
    invited.await.unwrap();
    registered(&f, event, "botir", State::Pending).await;
    f.change("UPDATE registrations SET invitation_id = (SELECT id FROM invitations)")
        .await;
    let ends = f.services.now() + f.services.settings().hold;
    round_at(&f, ends - Span::hours(5)).await;
    let mails = f.mails_to("botir@example.org").await;
    let reminder = mails.iter().find(|mail| mail.kind == "confirm-reminder");
    let reminder = &reminder.unwrap().body;
    assert!(reminder.contains("Your seat is held"), "{reminder}");
}

#[tokio::test]
async fn an_offer_is_reminded_of_where_it_was_made_before() {
    for f in Fixture::each().await {
        let (event, _) = f.add_event(&f.open_event("borders")).await;
        f.change("UPDATE events SET capacity = 1").await;
        let seated = registered(&f, event, "seated", State::Confirmed).await;
        registered(&f, event, "aziza", State::Waitlisted).await;
        let coordinator = f.actor_with(Role::Coordinator, Some(f.eco)).await;
        let freed = f
            .services
            .withdraw_registration(&coordinator, "borders", seated, "Ill");
        freed.await.unwrap();
        let made = f.services.now();
        // Of the 48 hours a quarter is left.
        assert_eq!(
            round_at(&f, made + Span::hours(36) - Span::minutes(10))
                .await
                .reminded,
            0
        );
        assert_eq!(round_at(&f, made + Span::hours(36)).await.reminded, 1);
        assert_eq!(round_at(&f, made + Span::hours(40)).await.reminded, 0);
        assert_eq!(mailed(&f, "aziza", "offer-reminder").await, 1);
        // Nobody answered: the seat goes on. An offer that is made shortly before registration
        // closes need not be reminded of at once.
        let closes = f.open_event("x").closes;
        f.clock.travel_to(closes - Span::hours(4));
        let late = registered(&f, event, "late", State::Waitlisted).await;
        round(&f).await;
        assert_eq!(f.audited(late.0).await, ["registration.offered"]);
        assert_eq!(round_at(&f, closes - Span::hours(1)).await.reminded, 0);
    }
}

#[tokio::test]
async fn coordinators_are_reminded_of_what_they_have_not_decided() {
    for f in Fixture::each().await {
        let mut plan = f.open_event("borders");
        plan.registration_mode = "approval".to_owned();
        plan.organisers = vec![f.eco];
        let (event, _) = f.add_event(&plan).await;
        registered(&f, event, "aziza", State::Submitted).await;
        registered(&f, event, "botir", State::Submitted).await;
        let own = f.actor_with(Role::Coordinator, Some(f.eco)).await;
        let foreign = f.actor_with(Role::Coordinator, Some(f.iom)).await;
        let noon = plan.closes - Span::days(1);
        assert_eq!(
            round_at(&f, plan.closes - Span::days(2) - Span::hours(1))
                .await
                .reminded,
            0
        );
        assert_eq!(round_at(&f, noon).await.reminded, 1);
        assert_eq!(round_at(&f, noon + Span::hours(1)).await.reminded, 0);
        let mail = f.mails_to(own.email.as_str()).await.remove(0);
        assert_eq!(mail.kind, "decision-reminder");
        assert!(mail.body.contains("2 applications await"), "{}", mail.body);
        let link = "http://127.0.0.1:3000/en/manage/events/borders/registrations?state=submitted";
        assert!(mail.body.contains(link), "{}", mail.body);
        assert!(f.mails_to(foreign.email.as_str()).await.is_empty());
    }
}

#[tokio::test]
async fn an_event_that_cannot_be_read_keeps_nobody_else_from_being_reminded() {
    for f in Fixture::each().await {
        for slug in ["unreadable", "borders"] {
            let mut plan = f.open_event(slug);
            plan.registration_mode = "approval".to_owned();
            plan.organisers = vec![f.eco];
            let (event, _) = f.add_event(&plan).await;
            for state in [State::Confirmed, State::Pending, State::Submitted] {
                registered(&f, event, &format!("{}-{slug}", state.code()), state).await;
            }
            // The one that cannot be read comes first, everywhere.
            f.clock.travel(Span::minutes(1));
        }
        let own = f.actor_with(Role::Coordinator, Some(f.eco)).await;
        f.change("UPDATE events SET city = '5' WHERE slug = 'unreadable'")
            .await;
        let plan = f.open_event("x");
        let ends = f.services.now() + f.services.settings().hold;
        let done = round_at(&f, ends - Span::hours(5)).await;
        assert_eq!((done.reminded, done.broken), (1, 1));
        assert_eq!(mailed(&f, "pending-borders", "confirm-reminder").await, 1);
        let done = round_at(&f, plan.closes - Span::days(1)).await;
        assert_eq!(
            (done.reminded, done.broken),
            (1, 2),
            "its hold cannot be ended, too"
        );
        assert_eq!(f.mails_to(own.email.as_str()).await.len(), 1);
        let done = round_at(&f, day_of(plan.starts, 3, 9)).await;
        assert_eq!(done.reminded, 1);
        assert_eq!(mailed(&f, "confirmed-borders", "event-reminder").await, 1);
    }
}
