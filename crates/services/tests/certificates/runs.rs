//! Runs: what was promised is issued, once, whatever dies in between.

use crate::course::{Course, Row};
use crate::log::Log;
use maktab_domain::{AttendanceStatus, IssueRunId, Span};
use maktab_services::Error;
use maktab_services::issuing::Progress;
use maktab_services::testing::Fixture;

const SIX: [Row; 6] = ["pppppp"; 6];

async fn start(course: &Course, promised: usize) -> Result<IssueRunId, Error> {
    let services = &course.fixture.services;
    services
        .start_issue_run(&course.coordinator, "borders", promised)
        .await
}

async fn progress(course: &Course, run: IssueRunId) -> Progress {
    let services = &course.fixture.services;
    let found = services
        .issue_run(&course.coordinator, "borders", run)
        .await;
    found.unwrap().1
}

async fn work(course: &Course) {
    course.fixture.services.work_issue_runs().await.unwrap();
}

#[tokio::test]
async fn a_run_issues_to_all_who_are_eligible_and_to_nobody_else() {
    for fixture in Fixture::each().await {
        let rows = ["pppppp", "pppppa", "aaapaa", "ppp---", "lllppp"];
        let course = Course::over(fixture, &rows).await;
        let run = start(&course, 3).await.unwrap();
        assert_eq!(
            progress(&course, run).await.issued,
            0,
            "nothing before the background works"
        );
        work(&course).await;
        let done = progress(&course, run).await;
        assert_eq!((done.total, done.issued, done.failed), (3, 3, 0));
        assert!(done.finished_at.is_some());
        assert_eq!(done.passed_over(), 0);
        assert_eq!((course.certificates().await, course.mails().await), (3, 3));
        work(&course).await;
        assert_eq!(
            course.certificates().await,
            3,
            "a finished run is not run again"
        );
        let nobody = start(&course, 0).await;
        assert!(matches!(
            nobody,
            Err(Error::NotNow("certificate-nobody-due"))
        ));
    }
}

#[tokio::test]
async fn an_event_has_one_open_run() {
    let course = Course::over(Fixture::new().await, &SIX[..2]).await;
    let (one, other) = tokio::join!(start(&course, 2), start(&course, 2));
    assert_eq!(one.unwrap(), other.unwrap(), "pressed twice");
    let runs = "SELECT count(*) FROM issue_runs";
    assert_eq!(course.fixture.count(runs).await, 1);
}

#[tokio::test]
async fn what_was_promised_has_to_be_true() {
    let course = Course::over(Fixture::new().await, &SIX[..2]).await;
    for wrong in [0, 1, 3, usize::MAX] {
        let refused = start(&course, wrong).await;
        assert!(
            matches!(refused, Err(Error::Refused(_))),
            "{wrong}: {refused:?}"
        );
    }
    course
        .fixture
        .clock
        .travel_to(course.plan.ends - Span::hours(1));
    let early = start(&course, 2).await;
    assert!(matches!(early, Err(Error::NotNow("certificate-not-over"))));
    let runs = "SELECT count(*) FROM issue_runs";
    assert_eq!(course.fixture.count(runs).await, 0);
}

#[tokio::test]
async fn a_run_whose_worker_dies_is_taken_up_again_without_a_second_certificate() {
    for fixture in Fixture::each().await {
        let course = Course::over(fixture, &SIX).await;
        let services = &course.fixture.services;
        let run = start(&course, 6).await.unwrap();
        let mut dying = services.claim_issue_run().await.unwrap().unwrap();
        for _ in 0..2 {
            assert!(dying.step().await.unwrap());
        }
        drop(dying);
        assert_eq!(progress(&course, run).await.issued, 2);
        work(&course).await;
        assert_eq!(
            course.certificates().await,
            2,
            "the lease of the dead worker still holds"
        );
        course.fixture.clock.travel(Span::minutes(3));
        work(&course).await;
        let done = progress(&course, run).await;
        assert_eq!((done.issued, done.failed, done.passed_over()), (6, 0, 0));
        assert!(done.finished_at.is_some());
        assert_eq!((course.certificates().await, course.mails().await), (6, 6));
        let holders = "SELECT count(DISTINCT person_id) FROM certificates";
        assert_eq!(course.fixture.count(holders).await, 6);
    }
}

#[tokio::test]
async fn a_certificate_begun_and_cut_off_is_made_anew() {
    let course = Course::over(Fixture::new().await, &SIX[..2]).await;
    let services = &course.fixture.services;
    start(&course, 2).await.unwrap();
    let mut dying = services.claim_issue_run().await.unwrap().unwrap();
    // Cut off at the first wait: some of the work is done, nothing is stored.
    let cut = tokio::time::timeout(std::time::Duration::ZERO, dying.step()).await;
    assert!(cut.is_err());
    drop(dying);
    assert_eq!(course.certificates().await, 0);
    course.fixture.clock.travel(Span::minutes(3));
    work(&course).await;
    assert_eq!((course.certificates().await, course.mails().await), (2, 2));
}

#[tokio::test]
async fn a_worker_that_lost_its_lease_stores_nothing_more() {
    let course = Course::over(Fixture::new().await, &SIX).await;
    let services = &course.fixture.services;
    let run = start(&course, 6).await.unwrap();
    let mut slow = services.claim_issue_run().await.unwrap().unwrap();
    assert!(slow.step().await.unwrap());
    course.fixture.clock.travel(Span::minutes(3));
    let mut quick = services.claim_issue_run().await.unwrap().unwrap();
    assert!(quick.step().await.unwrap());
    // It may find that a certificate is there already; with the first that is not, it ends.
    while slow.step().await.unwrap() {}
    assert_eq!(course.certificates().await, 2);
    while quick.step().await.unwrap() {}
    assert_eq!(progress(&course, run).await.issued, 6);
    assert_eq!(course.certificates().await, 6);
}

#[tokio::test]
async fn a_lease_of_another_clock_does_not_hold() {
    let course = Course::over(Fixture::new().await, &SIX[..2]).await;
    let services = &course.fixture.services;
    start(&course, 2).await.unwrap();
    course.fixture.clock.travel(Span::days(30));
    drop(services.claim_issue_run().await.unwrap().unwrap());
    course.fixture.clock.travel(Span::days(-30));
    work(&course).await;
    assert_eq!(course.certificates().await, 2);
}

#[tokio::test]
async fn who_changes_after_the_promise_is_passed_over() {
    let course = Course::over(Fixture::new().await, &["pppppp", "pppppp", "ppppaa"]).await;
    let run = start(&course, 2).await.unwrap();
    course.fixture.clock.travel(Span::seconds(5));
    let [_, second, third] = [0, 1, 2].map(|place: usize| course.people[place].registration);
    // The second loses the right, the third gains it.
    course
        .mark(
            4,
            &[
                (second, AttendanceStatus::Absent),
                (third, AttendanceStatus::Present),
            ],
        )
        .await;
    course.mark(5, &[(second, AttendanceStatus::Absent)]).await;
    work(&course).await;
    let done = progress(&course, run).await;
    assert_eq!((done.issued, done.failed, done.passed_over()), (1, 0, 1));
    assert_eq!(course.certificates().await, 1);
    let next = start(&course, 1).await.unwrap();
    assert_ne!(next, run, "who is eligible later gets it by a new run");
    work(&course).await;
    assert_eq!(course.certificates().await, 2);
}

#[tokio::test]
async fn a_run_does_not_give_back_what_was_revoked() {
    let course = Course::over(Fixture::new().await, &SIX[..2]).await;
    let services = &course.fixture.services;
    let number = course.issue(0).await.unwrap();
    let revoked = services.revoke_certificate(&course.coordinator, &number, "Not the person");
    revoked.await.unwrap();
    start(&course, 1).await.unwrap();
    work(&course).await;
    assert_eq!(course.certificates().await, 2, "one revoked, one new");
    let again = course.issue(0).await.unwrap();
    assert_ne!(again, number, "singly it is issued anew");
}

#[tokio::test]
async fn what_cannot_be_printed_is_counted_and_named_and_ends_the_run() {
    let course = Course::over(Fixture::new().await, &SIX[..3]).await;
    let services = &course.fixture.services;
    let mut tx = services.database().write().await.unwrap();
    let id = course.people[1].registration;
    maktab_store::certificates::testing::rename(&mut tx, id, "ሀ", "am")
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let run = start(&course, 3).await.unwrap();
    let log = Log::default();
    let listening = tracing::subscriber::set_default(log.clone());
    work(&course).await;
    drop(listening);
    // The log can be read by others than those who look after the event.
    let log = log.text();
    assert!(log.contains(&id.to_string()), "{log}");
    assert!(!log.contains("Bekzod") && !log.contains('ሀ'), "{log}");
    let done = progress(&course, run).await;
    assert_eq!((done.issued, done.failed, done.passed_over()), (2, 1, 0));
    let error = done.last_error.unwrap();
    assert!(
        error.contains("Bekzod") && error.contains("U+1200"),
        "{error}"
    );
    let single = course.issue(1).await;
    assert!(matches!(
        single,
        Err(Error::NotNow("certificate-unprintable"))
    ));
}

#[tokio::test]
async fn who_cannot_be_written_to_holds_nobody_up_and_who_asked_is_told() {
    let course = Course::over(Fixture::new().await, &SIX[..3]).await;
    // The second by name, so that somebody comes behind.
    let broken = "UPDATE people SET email = 'nowhere' WHERE name_latin LIKE 'Bekzod%'";
    course.fixture.change(broken).await;
    let run = start(&course, 3).await.unwrap();
    work(&course).await;
    let done = progress(&course, run).await;
    assert_eq!((done.issued, done.failed), (2, 1));
    assert!(done.finished_at.is_some(), "the run has ended");
    let told = "SELECT count(*) FROM outbox WHERE kind = 'certificates-issued'
        AND subject LIKE '%Border management%' AND body LIKE '%2 certificates were issued%'
        AND body LIKE '%Bekzod%' AND body LIKE '%/en/manage/events/borders/certificates%'";
    assert_eq!(course.fixture.count(told).await, 1);
}

#[tokio::test]
async fn the_progress_is_for_the_events_own_coordinators() {
    let course = Course::over(Fixture::new().await, &SIX[..1]).await;
    let services = &course.fixture.services;
    let run = start(&course, 1).await.unwrap();
    let trainee = course.holder(0).await;
    let answer = services.issue_run(&trainee, "borders", run).await;
    assert!(matches!(answer, Err(Error::Forbidden)));
    let other = course.fixture.open_event("elsewhere");
    course.fixture.add_event(&other).await;
    let answer = services
        .issue_run(&course.coordinator, "elsewhere", run)
        .await;
    assert!(
        matches!(answer, Err(Error::NotFound)),
        "a run of another event"
    );
}

#[tokio::test]
async fn the_certificates_of_a_draft_are_not_even_known_to_others() {
    let course = Course::with(Fixture::new().await, 1, |_| {}).await;
    course
        .fixture
        .change("UPDATE events SET state = 'draft'")
        .await;
    let services = &course.fixture.services;
    let trainee = course.holder(0).await;
    let id = course.people[0].registration;
    for slug in ["borders", "nowhere"] {
        let answers = [
            services.event_certificates(&trainee, slug).await.err(),
            services.start_issue_run(&trainee, slug, 0).await.err(),
            services
                .certificate_candidate(&trainee, slug, id)
                .await
                .err(),
            services.issue_certificate(&trainee, slug, id).await.err(),
        ];
        for answer in answers {
            assert!(matches!(answer, Some(Error::NotFound)), "{answer:?}");
        }
    }
}
