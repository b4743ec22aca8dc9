//! One event: who sees it, and what its page is made of.

use maktab_domain::{RegistrationGate, RegistrationState, Role, Span};
use maktab_locale::Locale;
use maktab_services::Error;
use maktab_services::catalogue::Phase;
use maktab_services::testing::Fixture;

#[tokio::test]
async fn a_draft_is_there_for_its_coordinators_only() {
    for fixture in Fixture::each().await {
        let mut plan = fixture.open_event("draft");
        plan.state = "draft".to_owned();
        plan.organisers = vec![fixture.eco];
        fixture.add_event(&plan).await;
        let eco = fixture
            .actor_with(Role::Coordinator, Some(fixture.eco))
            .await;
        let iom = fixture
            .actor_with(Role::Coordinator, Some(fixture.iom))
            .await;
        let trainer = fixture.actor_with(Role::Trainer, None).await;
        let focal = fixture.actor_with(Role::Administrator, None).await;
        for (who, sees) in [
            (Some(&eco), true),
            (Some(&focal), true),
            (Some(&iom), false),
            (Some(&trainer), false),
            (None, false),
        ] {
            let event = fixture.services.event(who, "draft").await;
            assert_eq!(event.is_ok(), sees);
            assert!(sees || matches!(event, Err(Error::NotFound)));
            let calendar = fixture
                .services
                .event_calendar(who, Locale::En, "draft")
                .await;
            assert_eq!(calendar.is_ok(), sees);
        }
    }
}

#[tokio::test]
async fn an_unknown_or_impossible_name_is_not_found() {
    let fixture = Fixture::new().await;
    for slug in ["nothing", "", "../etc", "a b", "Ä", &"a".repeat(500)] {
        let event = fixture.services.event(None, slug).await;
        assert!(matches!(event, Err(Error::NotFound)), "{slug:?}");
        let course = fixture.services.course(Locale::En, slug).await;
        assert!(matches!(course, Err(Error::NotFound)), "{slug:?}");
    }
}

#[tokio::test]
async fn an_event_comes_with_agenda_trainers_course_and_seats() {
    for fixture in Fixture::each().await {
        let mut plan = fixture.open_event("borders");
        plan.capacity = 2;
        let (id, sessions) = fixture.add_event(&plan).await;
        fixture.add_course("borders", "Borders", id).await;
        let (trainer, _) = fixture.add_person("Gulnar Abdi", "g@example.org").await;
        fixture.trains(trainer, &sessions[1..3]).await;
        let (person, account) = fixture.add_person("Aziza Karimova", "a@example.org").await;
        fixture
            .add_registration(id, person, RegistrationState::Confirmed)
            .await;

        let event = fixture.services.event(None, "borders").await.unwrap();
        assert_eq!(event.sessions.len(), 6);
        let trained: Vec<_> = event.sessions.iter().map(|s| s.trainers.len()).collect();
        assert_eq!(trained, [0, 1, 1, 0, 0, 0]);
        assert_eq!(event.organisers.len(), 2);
        assert_eq!(event.certificate.tracked, 6);
        assert_eq!(event.certificate.rule.min_percent, 80);
        let course = event.course.unwrap();
        assert_eq!(course.objectives.best("en").1.lines().count(), 2);
        assert_eq!(
            (event.seats.left, event.seats.gate),
            (1, RegistrationGate::Open)
        );
        assert_eq!(event.own_place, None);
        assert!(!event.is_coordinated);

        let actor = fixture.actor(account).await;
        let own = fixture
            .services
            .event(Some(&actor), "borders")
            .await
            .unwrap();
        assert_eq!(own.own_place, Some(RegistrationState::Confirmed));

        // Into the second session of the first day.
        fixture.clock.travel_to(plan.starts + Span::hours(5));
        let event = fixture.services.event(None, "borders").await.unwrap();
        assert_eq!(event.seats.phase, Phase::Running);
        let now: Vec<_> = event.sessions.iter().map(|s| s.is_now).collect();
        assert_eq!(now, [false, true, false, false, false, false]);
    }
}

#[tokio::test]
async fn a_course_comes_with_the_runs_that_are_to_come() {
    for fixture in Fixture::each().await {
        let mut plan = fixture.open_event("next");
        let (next, _) = fixture.add_event(&plan).await;
        plan.slug = "draft".to_owned();
        plan.state = "draft".to_owned();
        fixture.add_event(&plan).await;
        fixture.add_course("borders", "Borders", next).await;
        fixture
            .change("UPDATE events SET course_id = (SELECT id FROM courses) WHERE slug = 'draft'")
            .await;
        let course = fixture
            .services
            .course(Locale::En, "borders")
            .await
            .unwrap();
        let runs: Vec<_> = course.runs.iter().map(|run| run.slug.as_str()).collect();
        assert_eq!(runs, ["next"]);
        let all = fixture.services.courses(Locale::Fa).await.unwrap();
        assert_eq!((all.len(), all[0].runs, all[0].hours), (1, 1, 18));
        assert_eq!(all[0].title.best("fa"), ("en", "Borders"));
        fixture.clock.travel(Span::days(60));
        let all = fixture.services.courses(Locale::Fa).await.unwrap();
        assert_eq!(all[0].runs, 0);
    }
}
