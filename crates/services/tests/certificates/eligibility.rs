//! Who is eligible, with the reasons.

use crate::course::Course;
use maktab_domain::{Eligibility, RegistrationState, Role};
use maktab_services::Error;
use maktab_services::eligible::{Candidate, Group};
use maktab_services::testing::Fixture;

#[tokio::test]
async fn every_scheduled_session_counts_on_each_engine() {
    for fixture in Fixture::each().await {
        // 80 % of six sessions are five.
        let course =
            Course::over(fixture, &["plpppa", "papap-", "pppp--", "pppe--", "eeeeee"]).await;
        let services = &course.fixture.services;
        let all = services
            .event_certificates(&course.coordinator, "borders")
            .await;
        let all = all.unwrap();
        let of = |place: usize| -> &Candidate {
            let id = course.people[place].registration;
            all.candidates
                .iter()
                .find(|c| c.registration == id)
                .unwrap()
        };
        let first = of(0);
        assert_eq!((first.group, first.percent), (Group::Eligible, Some(83)));
        let Eligibility::Eligible(counted) = &first.eligibility else {
            unreachable!("{:?}", first.eligibility);
        };
        assert_eq!((counted.attended, counted.counted), (5, 6));
        assert_eq!(counted.missed, [6], "the sixth was missed");
        let Eligibility::BelowMinimum(counted) = &of(1).eligibility else {
            unreachable!("{:?}", of(1).eligibility);
        };
        assert_eq!(
            (&counted.missed[..], &counted.not_taken[..]),
            (&[2, 4][..], &[6][..])
        );
        assert_eq!(
            of(2).percent,
            Some(67),
            "sessions not taken stay in the count"
        );
        let Eligibility::BelowMinimum(counted) = &of(3).eligibility else {
            unreachable!("{:?}", of(3).eligibility);
        };
        assert_eq!((counted.counted, &counted.excused[..]), (5, &[4][..]));
        assert!(matches!(of(4).eligibility, Eligibility::NothingCounts(_)));
        assert_eq!((all.due, all.event.sessions, all.issued.len()), (1, 6, 0));
        assert_eq!(all.obstacle, None);
    }
}

#[tokio::test]
async fn nobody_is_eligible_before_the_end_or_without_a_place() {
    let mut course = Course::with(Fixture::new().await, 1, |_| {}).await;
    course.attend(&["pppppp"]).await;
    let (person, _) = course
        .fixture
        .add_person("Waiting Person", "w@example.org")
        .await;
    let state = RegistrationState::Waitlisted;
    let waiting = course
        .fixture
        .add_registration(course.event, person, state)
        .await;
    course.people[0].person = person;
    let services = course.fixture.services.clone();
    let early = services
        .event_certificates(&course.coordinator, "borders")
        .await;
    let early = early.unwrap();
    assert_eq!((early.due, early.event.over), (0, false));
    assert!(matches!(
        early.candidates[0].eligibility,
        Eligibility::NotOver(_)
    ));
    course.fixture.clock.travel_to(course.plan.ends);
    let late = services
        .event_certificates(&course.coordinator, "borders")
        .await;
    let late = late.unwrap();
    assert_eq!((late.due, late.event.over), (1, true));
    let waiting = late.candidates.iter().find(|c| c.registration == waiting);
    assert!(matches!(
        waiting.unwrap().eligibility,
        Eligibility::NotConfirmed(RegistrationState::Waitlisted)
    ));
}

#[tokio::test]
async fn only_the_events_own_coordinators_see_it() {
    let fixture = Fixture::new().await;
    let eco = fixture.eco;
    let course = Course::with(fixture, 1, |plan| plan.organisers = vec![eco]).await;
    let services = &course.fixture.services;
    let iom = course.fixture.iom;
    let refused = [
        course
            .fixture
            .actor_with(Role::Coordinator, Some(iom))
            .await,
        course.trainer.clone(),
        course.holder(0).await,
    ];
    for actor in refused {
        let answer = services.event_certificates(&actor, "borders").await;
        assert!(matches!(answer, Err(Error::Forbidden)), "{answer:?}");
    }
    let administrator = course.fixture.actor_with(Role::Administrator, None).await;
    assert!(
        services
            .event_certificates(&administrator, "borders")
            .await
            .is_ok()
    );
    let unknown = services.event_certificates(&administrator, "nowhere").await;
    assert!(matches!(unknown, Err(Error::NotFound)));
}
