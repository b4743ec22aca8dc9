//! Coordinators' pages, and what they refuse to others.

use super::{Course, LIST};
use axum::http::StatusCode;
use maktab_domain::Span;

#[tokio::test]
async fn the_overview_says_who_is_eligible_and_why() {
    let course = Course::new().await;
    let browser = course.browser(Some(&course.coordinator)).await;
    let page = browser.get(LIST).await;
    assert_eq!(page.status, StatusCode::OK);
    page.says("2 people can get a certificate now.");
    page.says("6 of 6 sessions, 100%");
    page.says("0 of 6 sessions, 0%, below 80%: missing sessions 1, 2, 3, 4, 5 and 6");
    page.says("All (3)");
    page.does_not_say("<b>Rahimov");
    let eligible = browser.get(&format!("{LIST}?show=eligible")).await;
    eligible.says("Aziza Karimova");
    eligible.does_not_say("Dilnoza");
    let not = browser.get(&format!("{LIST}?show=not-eligible")).await;
    not.says("Dilnoza");
    not.does_not_say("Aziza");
    let issued = browser.get(&format!("{LIST}?show=issued")).await;
    issued.says("There is nobody in this list.");
    let persian = browser.get("/fa/manage/events/borders/certificates").await;
    persian.says("۶ نشست از ۶، ۱۰۰٪");
}

#[tokio::test]
async fn issuing_to_all_is_confirmed_run_and_shown() {
    let course = Course::new().await;
    let browser = course.browser(Some(&course.coordinator)).await;
    let confirm = format!("{LIST}/issue");
    let page = browser.get(&confirm).await;
    page.says("2 people will get a certificate.");
    page.says("name=\"count\" value=\"2\"");
    let started = browser.post(&confirm, &[("count", "2")]).await;
    assert_eq!(started.status, StatusCode::SEE_OTHER);
    let run = started.location().to_owned();
    assert!(run.starts_with(&format!("{LIST}/runs/")), "{run}");
    let going = browser.get(&run).await;
    assert_eq!(
        going.header("refresh"),
        "3",
        "it reloads itself without JavaScript"
    );
    going.says("0 of 2 issued");
    going.says("<progress");
    let again = browser.get(&confirm).await;
    assert_eq!(
        again.location(),
        run,
        "while it goes on there is nothing else to confirm"
    );
    course.fixture.services.work_issue_runs().await.unwrap();
    let ended = browser.get(&run).await;
    assert_eq!(ended.header("refresh"), "");
    ended.says("2 certificates were issued.");
    ended.says("data-ended");
    let list = browser.get(LIST).await;
    list.says("Issued (2)");
    list.says(".pdf\"");
    list.says("There is nobody to whom a certificate could be issued now.");
}

#[tokio::test]
async fn another_number_than_promised_is_confirmed_again() {
    let course = Course::new().await;
    let browser = course.browser(Some(&course.coordinator)).await;
    for count in ["3", "", "-1", "two"] {
        let page = browser
            .post(&format!("{LIST}/issue"), &[("count", count)])
            .await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{count:?}");
        page.says("The number of people has changed");
        page.says("name=\"count\" value=\"2\"");
    }
    assert_eq!(
        course
            .fixture
            .count("SELECT count(*) FROM issue_runs")
            .await,
        0
    );
}

#[tokio::test]
async fn one_person_gets_a_certificate_and_others_cannot_be_forced() {
    let course = Course::new().await;
    let browser = course.browser(Some(&course.coordinator)).await;
    let address = |place: usize| format!("{LIST}/issue/{}", course.people[place].1);
    let page = browser.get(&address(0)).await;
    page.says("Issue a certificate to Aziza Karimova");
    let issued = browser.post(&address(0), &[]).await;
    assert_eq!(issued.status, StatusCode::SEE_OTHER);
    assert!(
        issued
            .location()
            .starts_with(&format!("{LIST}?issued=ECO-2027-"))
    );
    let list = browser.get(issued.location()).await;
    list.says(" was issued.");
    // Extra fields change nothing: who is not eligible gets none.
    let forced = [
        ("eligible", "yes"),
        ("percent", "100"),
        ("state", "confirmed"),
        ("kind", "participation"),
        ("registration", &course.people[0].1.to_string()),
    ];
    let refused = browser.post(&address(2), &forced).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    refused.says("This person does not meet the rule of the event.");
    let twice = browser.post(&address(0), &[]).await;
    assert_eq!(twice.status, StatusCode::CONFLICT);
    assert_eq!(course.certificates().await, 1);
    let nobody = browser.post(&format!("{LIST}/issue/nonsense"), &[]).await;
    assert_eq!(nobody.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn revoking_asks_for_a_reason_and_keeps_what_was_typed() {
    let course = Course::new().await;
    let number = course.issue().await;
    let browser = course.browser(Some(&course.coordinator)).await;
    let address = format!("/en/manage/certificates/{number}/revoke");
    let page = browser.get(&address).await;
    page.says("whoever verifies it learns that it was revoked");
    page.says("Certificate of completion of Aziza Karimova, issued on");
    let long = "because ".repeat(40);
    for (reason, why) in [("", "Give a reason"), (long.as_str(), "This is too long")] {
        let refused = browser.post(&address, &[("reason", reason)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        refused.says(why);
        refused.says(reason);
    }
    let verify = browser.get(&format!("/en/verify/{number}")).await;
    verify.says("This certificate is valid");
    let done = browser
        .post(&address, &[("reason", "<i>Wrong</i> person")])
        .await;
    assert_eq!(done.location(), format!("{LIST}?revoked={number}"));
    let verify = browser.get(&format!("/en/verify/{number}")).await;
    verify.says("This certificate was revoked");
    verify.says("Reason: &lt;i&gt;Wrong&lt;/i&gt; person");
    let again = browser.post(&address, &[("reason", "Twice")]).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert_eq!(browser.get(&address).await.status, StatusCode::CONFLICT);
    browser.get(LIST).await.says("Revoked");
}

#[tokio::test]
async fn nobody_else_sees_or_does_any_of_it() {
    let course = Course::new().await;
    let number = course.issue().await;
    let services = &course.fixture.services;
    let run = services
        .start_issue_run(&course.coordinator, "borders", 1)
        .await
        .unwrap();
    let revoke = format!("/en/manage/certificates/{number}/revoke");
    let pages = [
        LIST.to_owned(),
        format!("{LIST}/issue"),
        format!("{LIST}/issue/{}", course.people[1].1),
        format!("{LIST}/runs/{run}"),
        revoke.clone(),
    ];
    let forms = [pages[1].clone(), pages[2].clone(), revoke];
    let files = ["csv", "xlsx", "json"].into_iter();
    let files = files.flat_map(|end| {
        [
            format!("{LIST}.{end}"),
            format!("{LIST}/participants.{end}"),
        ]
    });
    let pages: Vec<String> = pages.into_iter().chain(files).collect();
    for outsider in course.outsiders().await {
        let browser = course.browser(Some(&outsider)).await;
        for page in &pages {
            let answer = browser.get(page).await;
            assert_eq!(
                answer.status,
                StatusCode::FORBIDDEN,
                "{} {page}",
                outsider.name
            );
        }
        for form in &forms {
            let answer = browser
                .post(form, &[("count", "1"), ("reason", "Because")])
                .await;
            assert_eq!(
                answer.status,
                StatusCode::FORBIDDEN,
                "{} {form}",
                outsider.name
            );
        }
    }
    let nobody = course.browser(None).await;
    for path in &pages {
        let answer = nobody.get(path).await;
        assert!(answer.location().starts_with("/en/sign-in?next="), "{path}");
    }
    for form in &forms {
        let answer = nobody
            .post(form, &[("count", "1"), ("reason", "Because")])
            .await;
        assert!(answer.location().starts_with("/en/sign-in"), "{form}");
    }
    assert_eq!(course.certificates().await, 1);
    let revoked = "SELECT count(*) FROM certificates WHERE revoked_at IS NOT NULL";
    assert_eq!(course.fixture.count(revoked).await, 0);
}

#[tokio::test]
async fn before_the_end_nothing_can_be_issued() {
    let course = Course::new().await;
    course
        .fixture
        .clock
        .travel_to(course.plan.ends - Span::hours(1));
    let browser = course.browser(Some(&course.coordinator)).await;
    browser.get(LIST).await.says("The event is not over.");
    let confirm = browser.get(&format!("{LIST}/issue")).await;
    assert_eq!(confirm.location(), LIST);
    let started = browser
        .post(&format!("{LIST}/issue"), &[("count", "2")])
        .await;
    assert_eq!(started.status, StatusCode::CONFLICT);
    let one = browser
        .post(&format!("{LIST}/issue/{}", course.people[0].1), &[])
        .await;
    assert_eq!(one.status, StatusCode::CONFLICT);
    assert_eq!(course.certificates().await, 0);
}
