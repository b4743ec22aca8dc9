//! The page of an event and of a course.

use crate::site::Site;
use axum::http::StatusCode;
use maktab_domain::{RegistrationState, Role, Span};

#[tokio::test]
async fn an_event_says_what_when_where_for_whom_and_how_to_register() {
    let site = Site::new().await;
    let (event, sessions) = site
        .fixture
        .add_event(&site.fixture.open_event("borders"))
        .await;
    site.fixture
        .add_course("border-course", "Borders", event)
        .await;
    let (trainer, _) = site
        .fixture
        .add_person("Gulnar Abdi", "g@example.org")
        .await;
    site.fixture.trains(trainer, &sessions).await;
    site.fixture
        .change("UPDATE people SET name_native = 'Гүлнар Әбдіқызы', name_native_language = 'kk'")
        .await;
    let page = site.get(None, "/en/events/borders").await;
    assert_eq!(page.status, StatusCode::OK);
    for text in [
        "Border management",
        "8–10 February 2027",
        "Tashkent time",
        "Training Centre",
        "Tashkent, Uzbekistan",
        "English, Persian",
        "Economic Cooperation Organization",
        "18 hours",
        "20 of 20 seats left",
        "href=\"/en/events/borders/register\"",
        "href=\"/events/borders.ics?lang=en\"",
        "href=\"/en/courses/border-course\"",
        "Borders: the audience",
        "Borders: the second objective",
        "Borders: the prerequisites",
        "Monday 8 February 2027",
        "09:00–12:00",
        "Room\u{a0}1",
        "State Border Committee",
        "Гүлнар Әбдіқызы",
        "at least 80% of the 6 sessions",
        "not counted",
        "All times are those of Tashkent (UTC+05:00).",
    ] {
        assert!(page.body.contains(text), "{text}");
    }
    let page = site.get(None, "/fa/events/borders").await;
    for text in [
        "۱۹ تا ۲۱ بهمن ۱۴۰۵",
        "۸ تا ۱۰ فوریهٔ ۲۰۲۷",
        "به وقت تاشکند",
        "<p><span lang=\"en\" dir=\"ltr\">Borders: the audience</span></p>",
        "<span class=\"tag k\">به زبان انگلیسی</span>",
    ] {
        assert!(page.body.contains(text), "{text}: {}", page.body);
    }
    let page = site.get(None, "/ru/events/borders").await;
    let first = page.all_between("<ol class=\"agenda\">", "</ol>").remove(0);
    assert!(
        first.contains("Гүлнар") && !first.contains("Gulnar"),
        "{first}"
    );
}

#[tokio::test]
async fn whoever_cannot_register_is_told_why() {
    let site = Site::new().await;
    let plan = site.fixture.open_event("event");
    site.fixture.add_event(&plan).await;
    let button = "/register\"";
    assert!(
        site.get(None, "/en/events/event")
            .await
            .body
            .contains(button)
    );
    for (change, text) in [
        (
            "UPDATE events SET registration_opens = registration_closes - 1000",
            "Registration opens on 30 January 2027, 12:59.",
        ),
        (
            "UPDATE events SET registration_opens = 0, registration_closes = 1799500000000",
            "Registration closed on 9 January 2027.",
        ),
        (
            "UPDATE events SET registration_closes = 1801296000000, registration_mode = 'nominated'",
            "nominated by their governments, until 30 January 2027",
        ),
        (
            "UPDATE events SET registration_mode = 'invited'",
            "by personal invitation",
        ),
        (
            "UPDATE events SET registration_mode = 'open', taken = capacity,
                waiting_list = FALSE",
            "All seats are taken.",
        ),
        (
            "UPDATE events SET state = 'cancelled', cancellation_reason = 'Snow on the pass'",
            "Reason: Snow on the pass",
        ),
        (
            "UPDATE events SET state = 'completed'",
            "This event is over.",
        ),
    ] {
        site.fixture.change(change).await;
        let page = site.get(None, "/en/events/event").await;
        assert!(page.body.contains(text), "{text}: {}", page.body);
        assert!(!page.body.contains(button), "{text}");
    }
}

#[tokio::test]
async fn a_running_event_marks_the_session_under_way() {
    let site = Site::new().await;
    let plan = site.fixture.open_event("event");
    site.fixture.add_event(&plan).await;
    site.fixture.clock.travel_to(plan.starts + Span::hours(1));
    let page = site.get(None, "/en/events/event").await;
    assert!(page.body.contains("This event is under way."));
    assert_eq!(page.body.matches("aria-current=\"time\"").count(), 1);
    site.fixture.clock.travel_to(plan.ends);
    let page = site.get(None, "/en/events/event").await;
    assert!(page.body.contains("This event is over."));
    assert!(!page.body.contains("aria-current=\"time\""));
}

#[tokio::test]
async fn a_draft_is_found_by_its_coordinators_only() {
    let site = Site::new().await;
    let mut plan = site.fixture.open_event("draft");
    plan.state = "draft".to_owned();
    plan.organisers = vec![site.fixture.eco];
    site.fixture.add_event(&plan).await;
    let eco = site.role(Role::Coordinator, Some(site.fixture.eco)).await;
    let iom = site.role(Role::Coordinator, Some(site.fixture.iom)).await;
    for (who, status) in [
        (eco.as_ref(), StatusCode::OK),
        (iom.as_ref(), StatusCode::NOT_FOUND),
        (None, StatusCode::NOT_FOUND),
    ] {
        for path in ["/en/events/draft", "/events/draft.ics"] {
            assert_eq!(site.get(who, path).await.status, status, "{path}");
        }
    }
}

#[tokio::test]
async fn whoever_has_a_place_is_led_to_it() {
    let site = Site::new().await;
    let (event, _) = site
        .fixture
        .add_event(&site.fixture.open_event("event"))
        .await;
    let (person, account) = site
        .fixture
        .add_person("Aziza Karimova", "a@example.org")
        .await;
    let state = RegistrationState::Confirmed;
    site.fixture.add_registration(event, person, state).await;
    let secret = site.sign_in(account).await;
    let page = site.get(secret.as_ref(), "/en/events/event").await;
    assert!(page.body.contains("Your registration: Confirmed"));
    assert!(!page.body.contains("/register\""));
}

#[tokio::test]
async fn a_course_says_what_it_teaches_and_when_it_runs() {
    let site = Site::new().await;
    let (event, _) = site
        .fixture
        .add_event(&site.fixture.open_event("event"))
        .await;
    site.fixture.add_course("borders", "Borders", event).await;
    let list = site.get(None, "/tr/courses").await;
    assert!(list.body.contains("href=\"/tr/courses/borders\""));
    assert!(list.body.contains("önümüzde 1 etkinlik"));
    let page = site.get(None, "/en/courses/borders").await;
    for text in [
        "Borders: the summary",
        "Borders: the first objective",
        "Borders: the audience",
        "Borders: the prerequisites",
        "18 hours",
        "href=\"/en/events/event\"",
    ] {
        assert!(page.body.contains(text), "{text}");
    }
    site.fixture.clock.travel(Span::days(90));
    let page = site.get(None, "/en/courses/borders").await;
    assert!(
        page.body
            .contains("No run of this course is announced at present.")
    );
}

#[tokio::test]
async fn what_is_unknown_is_not_found() {
    let site = Site::new().await;
    for path in [
        "/en/events/nothing",
        "/en/events/%00",
        "/en/events/..%2f..%2fetc",
        "/en/courses/nothing",
        "/events/nothing.ics",
        "/events/nothing",
        "/xx/events",
        "/xx",
    ] {
        let page = site.get(None, path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
    }
}
