//! The pages of coordinators.

use crate::site::{Reply, Site};
use axum::http::StatusCode;
use maktab_domain::{RegistrationState, Role, Span};
use maktab_services::Secret;

const YES: StatusCode = StatusCode::OK;
const NO: StatusCode = StatusCode::FORBIDDEN;
const HIDDEN: StatusCode = StatusCode::NOT_FOUND;
const REFUSED: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

/// What a browser would post from the form of a new event.
fn fields() -> Vec<(&'static str, &'static str)> {
    vec![
        ("title-en", "Reading <b>travel</b> documents"),
        ("summary-en", "From stamps to chips."),
        ("title-fa", "خواندن اسناد سفر"),
        ("city-en", "Tehran"),
        ("kind", "seminar"),
        ("mode", "in-person"),
        ("country", "IR"),
        ("time-zone", "Asia/Tehran"),
        ("starts", "2027-05-10T09:00"),
        ("ends", "2027-05-12T17:00"),
        ("areas", "ii"),
        ("languages", "en"),
        ("languages", "fa"),
        ("capacity", "30"),
        ("registration-mode", "open"),
        ("registration-opens", "2027-02-01T08:00"),
        ("registration-closes", "2027-05-01T18:00"),
        ("hours", "18"),
        ("certificate-kind", "completion"),
        ("min-percent", "80"),
        ("excused-absence", "leaves-count"),
    ]
}

const SESSION: [(&str, &str); 6] = [
    ("title-en", "Opening session"),
    ("day", "2027-05-10"),
    ("start", "09:00"),
    ("end", "10:30"),
    ("room", "Hall A"),
    ("tracked", "yes"),
];

/// Every page about an event, with ids of its own session and registration.
fn pages(session: &str, registration: &str) -> Vec<String> {
    let rest = [
        String::new(),
        "/edit".to_owned(),
        "/agenda".to_owned(),
        format!("/agenda/{session}"),
        format!("/agenda/{session}/remove"),
        "/registrations".to_owned(),
        "/registrations.csv".to_owned(),
        "/registrations.xlsx".to_owned(),
        "/registrations.json".to_owned(),
        format!("/registrations/{registration}"),
        "/publish".to_owned(),
        "/complete".to_owned(),
        "/reopen".to_owned(),
        "/cancel".to_owned(),
    ];
    rest.into_iter().collect()
}

#[tokio::test]
async fn pages_of_coordinators_are_for_those_of_an_organiser() {
    let site = Site::new().await;
    let f = &site.fixture;
    let mut own = f.open_event("eco-only");
    own.organisers = vec![f.eco];
    let mut draft = f.open_event("eco-draft");
    draft.organisers = vec![f.eco];
    draft.state = "draft".to_owned();
    let eco = site.role(Role::Coordinator, Some(f.eco)).await;
    let iom = site.role(Role::Coordinator, Some(f.iom)).await;
    let administrator = site.role(Role::Administrator, None).await;
    let trainee = f.add_person("A Trainee", "t@example.org").await.1;
    let trainee = site.sign_in(trainee).await;
    let (trainer_id, trainer) = f.add_person("Tara Trainer", "tara@example.org").await;
    f.grant(trainer, Role::Trainer, Some(f.eco)).await;
    let trainer = site.sign_in(trainer).await;
    let (person, _) = f.add_person("Aziza Karimova", "a@example.org").await;
    for (plan, of_iom) in [(f.open_event("joint"), YES), (own, NO), (draft, HIDDEN)] {
        let (event, sessions) = f.add_event(&plan).await;
        f.trains(trainer_id, &sessions).await;
        let state = RegistrationState::Waitlisted;
        let registration = f.add_registration(event, person, state).await;
        for rest in pages(&sessions[0].to_string(), &registration.to_string()) {
            let path = format!("/en/manage/events/{}{rest}", plan.slug);
            for (who, expected) in [
                (&eco, YES),
                (&administrator, YES),
                (&iom, of_iom),
                (&trainer, NO),
                (&trainee, NO),
                (&None, StatusCode::SEE_OTHER),
            ] {
                let answer = site.get(who.as_ref(), &path).await;
                assert_eq!(answer.status, expected, "{path}");
                if expected != YES && !rest.is_empty() && !rest.contains('.') {
                    let post = site.post(who.as_ref(), &path, &SESSION).await;
                    assert_eq!(post.status, expected, "post {path}");
                }
            }
        }
    }
    // Who may takes the lists along, which is noted.
    let changed = "SELECT count(*) FROM audit_log WHERE action <> 'list.exported'";
    assert_eq!(
        f.count(changed).await,
        0,
        "what was refused changed nothing"
    );
    for path in [
        "/en/manage",
        "/en/manage/events.csv",
        "/en/manage/events.xlsx",
        "/en/manage/events.json",
        "/en/manage/events/new",
    ] {
        for (who, expected) in [
            (&eco, YES),
            (&trainer, NO),
            (&trainee, NO),
            (&None, StatusCode::SEE_OTHER),
        ] {
            let answer = site.get(who.as_ref(), path).await;
            assert_eq!(answer.status, expected, "{path}");
        }
    }
    let refused = site
        .post(trainer.as_ref(), "/en/manage/events/new", &fields())
        .await;
    assert_eq!(refused.status, NO);
    let nowhere = site.get(eco.as_ref(), "/en/manage/events/nowhere").await;
    assert_eq!(nowhere.status, HIDDEN);
    assert_eq!(site.get(eco.as_ref(), "/xx/manage").await.status, HIDDEN);
}

/// A coordinator's way from an empty form to a published event.
async fn published(site: &Site, who: Option<&Secret>) -> String {
    let made = site.post(who, "/en/manage/events/new", &fields()).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
    let agenda = made.location;
    let event = agenda.trim_end_matches("/agenda").to_owned();
    let added = site.post(who, &agenda, &SESSION).await;
    assert_eq!(added.location, format!("{agenda}?added=1"));
    let done = site.post(who, &format!("{event}/publish"), &[]).await;
    assert_eq!(done.location, format!("{event}?published=1"));
    let said = site.get(who, &done.location).await;
    assert!(has(&said, "Published. It is in the catalogue now."));
    event
}

fn has(reply: &Reply, text: &str) -> bool {
    reply.body.contains(text)
}

#[tokio::test]
async fn an_event_is_made_from_an_empty_form_to_the_catalogue() {
    let site = Site::new().await;
    let eco = site.role(Role::Coordinator, Some(site.fixture.eco)).await;
    let who = eco.as_ref();
    let form = site.get(who, "/en/manage/events/new").await;
    assert!(has(&form, "name=\"title-en\"") && has(&form, "list=\"zones\""));
    assert!(!has(&form, "held now"), "of a new event no seat is taken");
    let city = form.all_between("id=\"city-en\"", ">").concat();
    assert!(!city.contains("required"), "online it has no city: {city}");
    let event = published(&site, who).await;
    let overview = site.get(who, &event).await;
    assert_eq!(overview.status, YES);
    assert!(has(&overview, "Reading &lt;b&gt;travel"), "titles are text");
    assert!(!has(&overview, "<b>travel"));
    assert!(has(&overview, "Published"));
    let list = site
        .get(who, "/en/manage?q=documents&state=published&time=ahead")
        .await;
    assert!(has(&list, "Reading &lt;b&gt;travel"));
    let none = site.get(who, "/en/manage?q=nothing-like-it").await;
    assert!(has(&none, "No event matches"));
    // What is refused keeps all that was typed, and names the field.
    let mut typed = fields();
    typed.retain(|(name, _)| *name != "city-en");
    typed.push(("city-en", ""));
    typed.push(("venue-en", "House of \"Culture\""));
    let refused = site.post(who, "/en/manage/events/new", &typed).await;
    assert_eq!(refused.status, REFUSED);
    assert!(has(&refused, "href=\"#city-en\"") && has(&refused, "id=\"city-en-error\""));
    assert!(has(&refused, "House of &quot;Culture&quot;"));
    assert!(has(&refused, "خواندن اسناد سفر") && has(&refused, "2027-05-10T09:00"));
    let events = "SELECT count(*) FROM events";
    assert_eq!(site.fixture.count(events).await, 1);
    // A session that ends before it starts.
    let agenda = format!("{event}/agenda");
    let mut typed = SESSION;
    typed[3] = ("end", "08:00");
    let refused = site.post(who, &agenda, &typed).await;
    assert_eq!(refused.status, REFUSED);
    assert!(has(&refused, "href=\"#end\"") && has(&refused, "Opening session"));
    // The details as they stand, and a change of them.
    let edit = format!("{event}/edit");
    let form = site.get(who, &edit).await;
    assert!(has(&form, "value=\"Tehran\"") && !has(&form, "name=\"starts\""));
    let version = form.all_between("name=\"version\" value=\"", "\"").concat();
    let mut typed = fields();
    typed.retain(|(name, _)| *name != "capacity");
    typed.extend([("capacity", "31"), ("version", version.as_str())]);
    let saved = site.post(who, &edit, &typed).await;
    assert_eq!(saved.location, format!("{edit}?saved=1"), "{}", saved.body);
    let stale = site.post(who, &edit, &typed).await;
    assert_eq!(stale.status, REFUSED);
    assert!(has(&stale, "Somebody else has changed this event"));
    let session = site
        .get(who, &agenda)
        .await
        .all_between("/agenda/", "\"")
        .remove(0);
    let session = session.split('/').next().unwrap().to_owned();
    let kept = site
        .post(who, &format!("{agenda}/{session}/remove"), &[])
        .await;
    assert_eq!(kept.status, StatusCode::CONFLICT);
    assert!(has(&kept, "keeps at least one session"));
}

#[tokio::test]
async fn registrations_are_decided_and_exported() {
    let site = Site::new().await;
    let f = &site.fixture;
    let eco = site.role(Role::Coordinator, Some(f.eco)).await;
    let who = eco.as_ref();
    let mut plan = f.open_event("borders");
    plan.registration_mode = "approval".to_owned();
    let (event, _) = f.add_event(&plan).await;
    let mut ids = Vec::new();
    for (name, email) in [
        ("Aziza Karimova", "a@example.org"),
        ("=HYPERLINK(1)", "b@example.org"),
    ] {
        let (person, _) = f.add_person(name, email).await;
        let state = RegistrationState::Submitted;
        ids.push(f.add_registration(event, person, state).await.to_string());
    }
    let path = "/en/manage/events/borders/registrations";
    let list = site
        .get(who, &format!("{path}?state=submitted&q=karimova"))
        .await;
    assert!(has(&list, "Aziza Karimova") && !has(&list, "HYPERLINK"));
    let file = site.get(who, &format!("{path}.csv?state=submitted")).await;
    assert_eq!(file.body.trim_end().split("\r\n").count(), 3);
    assert!(has(&file, "\"'=HYPERLINK(1)\"") && has(&file, "\"a@example.org\""));
    // Decided just before: that is not said again of a form that is refused.
    let before = format!("{path}?state=submitted&approved=3&tick=all");
    let nobody = [("action", "decline"), ("reason", "Of one office.")];
    let said = site.post(who, &before, &nobody).await;
    assert_eq!(said.status, REFUSED);
    assert!(has(
        &said,
        "role=\"status\" class=\"note\">Nobody was ticked"
    ));
    for text in ["<details open>", ">Of one office.</textarea>"] {
        assert!(has(&said, text), "{text}: {}", said.body);
    }
    assert!(!has(&said, " checked") && !has(&said, "3 people were approved"));
    let all = [("chosen", ids[0].as_str()), ("chosen", ids[1].as_str())];
    for action in [&[][..], &[("action", "promote")]] {
        let unknown = [&all[..], action].concat();
        let unknown = site.post(who, path, &unknown).await;
        assert_eq!(unknown.status, REFUSED, "{action:?}");
    }
    let undecided = "SELECT count(*) FROM registrations WHERE state = 'submitted'";
    assert_eq!(f.count(undecided).await, 2);
    let href = format!("{path}?state=submitted&amp;tick=all#registrations");
    assert!(has(&said, &href), "one step ticks everybody");
    let all = site
        .get(who, &format!("{path}?state=submitted&tick=all"))
        .await;
    // Each box bears the id of its row: who goes back finds no tick at somebody else's.
    for id in &ids {
        let ticked = format!("name=\"chosen-{id}\" value=\"{id}\" checked");
        assert!(has(&all, &ticked), "{ticked}");
    }
    let chosen = [("chosen", ids[0].as_str()), ("action", "approve")];
    let back = site
        .post(who, &format!("{path}?state=submitted"), &chosen)
        .await;
    assert_eq!(
        back.location,
        format!("{path}?state=submitted&approved=1&no-seat=0")
    );
    let list = site.get(who, &back.location).await;
    assert!(has(&list, "1 person was approved"));
    let unreasoned = [("chosen", ids[1].as_str()), ("action", "decline")];
    let refused = site.post(who, &back.location, &unreasoned).await;
    assert_eq!(refused.status, REFUSED);
    let ticked = format!("value=\"{}\" checked", ids[1]);
    assert!(has(&refused, &ticked), "who was ticked stays ticked");
    assert_eq!(refused.body.matches(" checked").count(), 1);
    assert!(has(&refused, "Give a reason") && !has(&refused, "1 person was approved"));
    let seats = site.get(who, "/en/manage/events/borders/seats").await;
    let list = "/en/manage/events/borders/registrations?state=submitted";
    assert!(has(&seats, list), "the seats lead to whom they are for");
    let one = format!("{path}/{}", ids[1]);
    let page = site.get(who, &one).await;
    assert!(has(&page, "value=\"approve\"") && has(&page, "value=\"decline\""));
    let refused = site
        .post(who, &one, &[("action", "decline"), ("reason", "")])
        .await;
    assert_eq!(refused.status, REFUSED);
    assert!(has(&refused, "Give a reason"));
    let refused = site.post(who, &one, &[("action", "promote")]).await;
    assert_eq!(refused.status, REFUSED);
    let done = site
        .post(who, &one, &[("action", "decline"), ("reason", "Too many.")])
        .await;
    assert_eq!(done.location, format!("{one}?done=declined"));
    let page = site.get(who, &done.location).await;
    assert!(has(&page, "Declined") && has(&page, "Too many."));
    let mails = "SELECT count(*) FROM outbox";
    assert_eq!(f.count(mails).await, 2);
}

#[tokio::test]
async fn cancelling_says_first_whom_it_tells() {
    let site = Site::new().await;
    let f = &site.fixture;
    let eco = site.role(Role::Coordinator, Some(f.eco)).await;
    let who = eco.as_ref();
    let (event, _) = f.add_event(&f.open_event("borders")).await;
    let (person, _) = f.add_person("Aziza Karimova", "a@example.org").await;
    f.add_registration(event, person, RegistrationState::Confirmed)
        .await;
    let path = "/en/manage/events/borders/cancel";
    let page = site.get(who, path).await;
    assert!(has(&page, "1 registered person will be told"));
    let refused = site.post(who, path, &[("reason", "")]).await;
    assert_eq!(refused.status, REFUSED);
    let done = site.post(who, path, &[("reason", "Floods.")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    let overview = site.get(who, "/en/manage/events/borders").await;
    assert!(has(&overview, "Cancelled: Floods."));
    assert_eq!(site.get(who, path).await.status, StatusCode::CONFLICT);
    let edit = site.get(who, "/en/manage/events/borders/edit").await;
    assert!(!has(&edit, "name=\"title-en\"") && has(&edit, "cannot be changed"));
}

#[tokio::test]
async fn every_page_of_coordinators_speaks_every_language() {
    let site = Site::new().await;
    let f = &site.fixture;
    let (person, account) = f.add_person("Tara Trainer", "tara@example.org").await;
    f.grant(account, Role::Trainer, None).await;
    let plan = f.open_event("borders");
    let (event, sessions) = f.add_event(&plan).await;
    // Two events at the same time, so that there is something to warn of.
    let (_, others) = f.add_event(&f.open_event("clash")).await;
    f.trains(person, &sessions).await;
    f.trains(person, &others).await;
    let mut registration = String::new();
    for &state in RegistrationState::ALL {
        let email = format!("{state}@example.org");
        let (person, _) = f.add_person("Some Body", &email).await;
        registration = f.add_registration(event, person, state).await.to_string();
    }
    f.clock.travel_to(plan.ends + Span::hours(1));
    let eco = site.role(Role::Coordinator, Some(f.eco)).await;
    let pages = pages(&sessions[0].to_string(), &registration);
    for language in ["en", "ru", "fa", "tr"] {
        for rest in &pages {
            let path = format!("/{language}/manage/events/borders{rest}");
            let answer = site.get(eco.as_ref(), &path).await;
            assert_eq!(answer.status, YES, "{path}");
        }
        for rest in [
            "",
            "?q=zzz",
            "/events/new",
            "/events/borders/registrations?q=zzz",
            "/events/borders/registrations?approved=0&no-seat=2&ticked=2",
            "/events/borders/registrations?approved=0&no-seat=0&ticked=0&tick=all",
            "/events/borders?published=1",
            "/events/borders/agenda?added=1",
            "/events/borders/edit?saved=1",
        ] {
            let path = format!("/{language}/manage{rest}");
            assert_eq!(site.get(eco.as_ref(), &path).await.status, YES, "{path}");
        }
        let path = format!("/{language}/manage/events/new");
        let refused = site.post(eco.as_ref(), &path, &[]).await;
        assert_eq!(refused.status, REFUSED);
    }
}
