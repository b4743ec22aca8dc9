//! The form: what it accepts, what it refuses, and what a refusal leaves behind.

use crate::site::{Site, filled, filled_but};
use maktab_domain::{RegistrationState, Span};
use maktab_services::testing::BEGINNING;

#[tokio::test]
async fn a_new_person_registers_and_is_asked_to_confirm_by_mail() {
    let site = Site::with_event().await;
    let page = site.browser().get("/en/events/borders/register").await;
    assert_eq!(page.status, 200);
    assert!(page.body.contains("Border management"));
    let answer = site.browser().register(&filled("Aziza@Example.org")).await;
    assert_eq!(answer.status, 303);
    assert_eq!(answer.location(), "/en/events/borders/register/sent");
    assert_eq!(site.stored().await, [1, 1, 1, 1, 1]);
    let unproven = "SELECT count(*) FROM people WHERE email_verified_at IS NULL";
    assert_eq!(site.fixture.count(unproven).await, 1);
    let mails = site.fixture.mails_to("aziza@example.org").await;
    assert_eq!(mails[0].kind, "confirm-registration");
    assert!(
        mails[0].body.contains("Tashkent time (UTC+05:00)"),
        "{}",
        mails[0].body
    );
    assert!(mails[0].body.contains("http://127.0.0.1:3000/en/confirm/"));
    // What a stranger types does not reach an address that is not proven.
    assert!(!mails[0].body.contains("Aziza"), "{}", mails[0].body);
    let cookie = answer.headers["set-cookie"].to_str().unwrap();
    assert!(
        cookie.starts_with("written-to=aziza%40example.org;"),
        "{cookie}"
    );
    assert!(cookie.contains("HttpOnly"), "{cookie}");
    let sent = site.browser().get("/en/events/borders/register/sent").await;
    assert!(sent.body.contains("24 hours"), "{}", sent.body);
    assert!(sent.body.contains("Border management"), "{}", sent.body);
}

#[tokio::test]
async fn refused_input_answers_422_keeps_what_was_typed_and_stores_nothing() {
    let site = Site::with_event().await;
    for (field, value) in [
        ("name", ""),
        ("name", "Азиза"),
        ("email", ""),
        ("email", "aziza@nowhere"),
        ("email", "aziza@example.org\r\nBcc: all@example.org"),
        ("country", ""),
        ("country", "DE"),
        ("institution", " "),
        ("job-title", ""),
        ("native-language", "tlh"),
        ("consent", ""),
    ] {
        let form = filled_but("aziza@example.org", field, value);
        let answer = site.browser().register(&form).await;
        assert_eq!(answer.status, 422, "{field} = {value:?}");
        assert!(
            answer.refuses(field),
            "{field} = {value:?}: {}",
            answer.body
        );
        for (name, value) in form {
            let kept = format!("value=\"{value}\"");
            let shown = name == "country" || answer.body.contains(&kept) || name == field;
            assert!(shown, "{name} is not kept after {field} = {value:?}");
        }
        assert_eq!(site.stored().await, [0; 5], "{field} = {value:?}");
    }
}

#[tokio::test]
async fn all_errors_are_said_at_once_in_the_order_of_the_form() {
    let site = Site::with_event().await;
    let answer = site.browser().register(&[]).await;
    assert_eq!(answer.status, 422);
    let fields = [
        "email",
        "name",
        "country",
        "institution",
        "job-title",
        "consent",
    ];
    let places = fields.map(|field| answer.body.find(&format!("href=\"#{field}\"")));
    assert!(places.iter().all(Option::is_some), "{places:?}");
    assert!(places.is_sorted(), "{places:?}");
}

#[tokio::test]
async fn one_can_register_only_while_the_gate_is_open() {
    for (gate, change) in [
        ("full", 0_i64),
        ("closed", 1),
        ("not-yet", 2),
        ("by-nomination", 3),
        ("by-invitation", 4),
        ("cancelled", 5),
        ("closed", 6),
        ("closed", 7),
    ] {
        let site = Site::new().await;
        let event = site
            .event(|plan| match change {
                0 => plan.capacity = 1,
                1 => plan.closes = BEGINNING,
                2 => plan.opens = BEGINNING + Span::minutes(1),
                3 => plan.registration_mode = "nominated".to_owned(),
                4 => plan.registration_mode = "invited".to_owned(),
                5 => plan.state = "cancelled".to_owned(),
                6 => plan.state = "completed".to_owned(),
                // Over, though the window would still be open.
                _ => {
                    plan.starts = BEGINNING - Span::days(9);
                    plan.ends = BEGINNING;
                }
            })
            .await;
        if gate == "full" {
            site.fixture
                .change("UPDATE events SET waiting_list = FALSE")
                .await;
            let (person, _) = site
                .fixture
                .add_person("First Comer", "f@example.org")
                .await;
            let state = RegistrationState::Confirmed;
            site.fixture.add_registration(event, person, state).await;
        }
        let before = site.stored().await;
        let mark = format!("data-gate=\"{gate}\"");
        let page = site.browser().get("/en/events/borders/register").await;
        assert_eq!(page.status, 200, "{gate}");
        assert!(page.body.contains(&mark), "{gate}: {}", page.body);
        assert!(!page.body.contains("id=\"registration\""), "{gate}");
        let answer = site.browser().register(&filled("a@example.org")).await;
        assert_eq!(answer.status, 422, "{gate}");
        assert!(answer.body.contains(&mark), "{gate}: {}", answer.body);
        assert!(answer.body.contains("value=\"Aziza Karimova\""), "{gate}");
        assert_eq!(site.stored().await, before, "{gate}");
    }
}

#[tokio::test]
async fn a_draft_is_not_there_for_visitors() {
    let site = Site::new().await;
    site.event(|plan| plan.state = "draft".to_owned()).await;
    let page = site.browser().get("/en/events/borders/register").await;
    assert_eq!(page.status, 404);
    let answer = site.browser().register(&filled("a@example.org")).await;
    assert_eq!(answer.status, 404);
    assert_eq!(site.stored().await, [0; 5]);
}

#[tokio::test]
async fn posted_fields_that_the_form_does_not_have_change_nothing() {
    let site = Site::with_event().await;
    let mut form = filled("a@example.org");
    for extra in ["state", "role", "event_id", "person_id", "hold_until"] {
        form.push((extra, "confirmed".to_owned()));
    }
    assert_eq!(site.browser().register(&form).await.status, 303);
    let pending = "SELECT count(*) FROM registrations WHERE state = 'pending'";
    assert_eq!(site.fixture.count(pending).await, 1);
    let granted = "SELECT count(*) FROM role_grants";
    assert_eq!(site.fixture.count(granted).await, 0);
}

#[tokio::test]
async fn a_signed_in_person_has_the_place_at_once_with_the_address_that_is_proven() {
    let site = Site::with_event().await;
    let (_, account) = site
        .fixture
        .add_person("Aziza Karimova", "a@example.org")
        .await;
    let browser = site.signed_in(account).await;
    let page = browser.get("/en/events/borders/register").await;
    assert!(page.body.contains("value=\"Aziza Karimova\""));
    assert!(page.body.contains("a@example.org"));
    assert!(!page.body.contains("name=\"email\""));
    // An address that is posted nevertheless is not looked at.
    let mut form = filled("other@example.org");
    form.retain(|(name, _)| *name != "name");
    form.push(("name", "Aziza Karim".to_owned()));
    let answer = browser.register(&form).await;
    assert_eq!(answer.status, 303);
    assert_eq!(answer.location(), "/en/my?done=confirmed");
    assert_eq!(site.stored().await, [1, 1, 1, 1, 0]);
    let mail = &site.fixture.mails_to("a@example.org").await[0];
    assert_eq!(mail.kind, "registered");
    let calendar = mail.calendar.as_deref().unwrap();
    assert!(calendar.contains("DTSTART:20270208T040000Z"), "{calendar}");
    assert!(
        mail.body.contains("8 February 2027, 09:00"),
        "{}",
        mail.body
    );
    let changed = "SELECT count(*) FROM people WHERE name_latin = 'Aziza Karim'";
    assert_eq!(site.fixture.count(changed).await, 1);
    // Once more: nothing new, and the page says so.
    assert_eq!(browser.register(&form).await.status, 303);
    assert_eq!(site.stored().await, [1, 1, 1, 1, 0]);
    let page = browser.get("/en/events/borders/register").await;
    assert!(page.body.contains("You are registered already"));
    let my = browser.get("/en/my?done=confirmed").await;
    assert!(my.body.contains("You have a place."), "{}", my.body);
}

#[tokio::test]
async fn where_a_coordinator_decides_the_signed_in_person_has_applied() {
    let site = Site::new().await;
    let approval = |plan: &mut maktab_services::testing::PlannedEvent| {
        plan.registration_mode = "approval".to_owned();
    };
    site.event(approval).await;
    let (_, account) = site
        .fixture
        .add_person("Aziza Karimova", "a@example.org")
        .await;
    let browser = site.signed_in(account).await;
    let answer = browser.register(&filled("")).await;
    assert_eq!(answer.location(), "/en/my?done=submitted");
    let mail = &site.fixture.mails_to("a@example.org").await[0];
    assert_eq!(mail.kind, "applied");
    assert!(mail.calendar.is_none());
}

#[tokio::test]
async fn only_so_many_mails_go_to_one_address() {
    let site = Site::with_event().await;
    for _ in 0..10 {
        let answer = site.browser().register(&filled("a@example.org")).await;
        assert_eq!(answer.status, 303);
    }
    let answer = site.browser().register(&filled("a@example.org")).await;
    assert_eq!(answer.status, 429);
    assert_eq!(answer.header(axum::http::header::RETRY_AFTER), "900");
    assert_eq!(site.fixture.mails_to("a@example.org").await.len(), 10);
    site.later(Span::minutes(15));
    let answer = site.browser().register(&filled("a@example.org")).await;
    assert_eq!(answer.status, 303);
}

#[tokio::test]
async fn nobody_elsewhere_keeps_an_address_from_registering() {
    let site = Site::with_event().await;
    let form = filled("a@example.org");
    let spiteful = site.browser_at("192.0.2.1");
    for _ in 0..10 {
        assert_eq!(spiteful.register(&form).await.status, 303);
    }
    assert_eq!(spiteful.register(&form).await.status, 429);
    let own = site.browser_at("192.0.2.2");
    assert_eq!(own.register(&form).await.status, 303);
    // In all there is an end to the mails, from however many networks they are asked for.
    for n in 0..39 {
        let browser = site.browser_at(&format!("198.51.100.{n}"));
        assert_eq!(browser.register(&form).await.status, 303);
    }
    let browser = site.browser_at("203.0.113.1");
    assert_eq!(browser.register(&form).await.status, 429);
    assert_eq!(site.fixture.mails_to("a@example.org").await.len(), 50);
}

#[tokio::test]
async fn a_class_registers_behind_one_network_and_nobody_fills_a_hall_from_there() {
    let site = Site::new().await;
    site.event(|plan| plan.capacity = 500).await;
    let browser = site.browser_at("192.0.2.1");
    for n in 0..60 {
        let form = filled(&format!("trainee{n}@example.org"));
        assert_eq!(browser.register(&form).await.status, 303, "{n}");
    }
    let before = site.stored().await;
    let one_more = filled("trainee60@example.org");
    let answer = browser.register(&one_more).await;
    assert_eq!(answer.status, 429);
    assert_eq!(answer.header(axum::http::header::RETRY_AFTER), "900");
    assert_eq!(site.stored().await, before);
    // Others register meanwhile, and so does whoever is signed in.
    let elsewhere = site.browser_at("192.0.2.2");
    assert_eq!(elsewhere.register(&one_more).await.status, 303);
    let (_, account) = site.fixture.add_person("A Member", "m@example.org").await;
    let secret = site.fixture.sign_in(account).await;
    browser.use_cookie(Some(secret.reveal().to_owned()));
    assert_eq!(browser.register(&filled("")).await.status, 303);
    browser.use_cookie(None);
    site.later(Span::minutes(15));
    let later = filled("trainee61@example.org");
    assert_eq!(browser.register(&later).await.status, 303);
}

#[tokio::test]
async fn the_form_speaks_every_language_and_names_the_privacy_text() {
    let site = Site::with_event().await;
    for language in ["en", "ru", "fa", "tr"] {
        let browser = site.browser();
        let page = browser
            .get(&format!("/{language}/events/borders/register"))
            .await;
        assert_eq!(page.status, 200, "{language}");
        assert!(page.body.contains(&format!("href=\"/{language}/privacy\"")));
        for path in [
            "privacy",
            "sign-in",
            "sign-in/sent",
            "events/borders/register/sent",
        ] {
            let page = browser.get(&format!("/{language}/{path}")).await;
            assert_eq!(page.status, 200, "{language}/{path}");
        }
    }
}
