//! The pages of administrators.

use crate::site::{Reply, Site};
use axum::http::StatusCode;
use maktab_domain::{Job, RegistrationState, Role, Span};
use maktab_services::Secret;
use maktab_services::background::{KeptMail, MailFailure, MailTransport, OutgoingMail, Sending};
use maktab_services::managing::Verdict;

const YES: StatusCode = StatusCode::OK;
const NO: StatusCode = StatusCode::FORBIDDEN;
const DONE: StatusCode = StatusCode::SEE_OTHER;
const PAGES: [&str; 11] = [
    "/en/admin",
    "/fa/admin",
    "/en/admin/jobs",
    "/ru/admin/jobs",
    "/tr/admin/mail",
    "/en/admin/mail",
    "/fa/admin/undelivered",
    "/en/admin/undelivered",
    "/en/admin/jobs.csv",
    "/en/admin/mail.json",
    "/en/admin/undelivered.csv",
];

struct Refusing;

impl MailTransport for Refusing {
    fn send<'a>(&'a self, _: &'a OutgoingMail) -> Sending<'a> {
        Box::pin(std::future::ready(Err(MailFailure {
            text: "550 no such <user>".to_owned(),
            for_good: true,
        })))
    }
}

/// A site with three mails that could not be delivered.
async fn site() -> (Site, Option<Secret>) {
    let site = Site::new().await;
    let f = &site.fixture;
    let mut plan = f.open_event("borders");
    plan.registration_mode = "approval".to_owned();
    let (event, _) = f.add_event(&plan).await;
    let mut ids = Vec::new();
    for n in 0..3 {
        let (person, _) = f
            .add_person("Aziza", &format!("person{n}@example.org"))
            .await;
        let state = RegistrationState::Submitted;
        ids.push(f.add_registration(event, person, state).await);
        // They are decided on in the order in which they applied.
        f.clock.travel(Span(1));
    }
    let coordinator = f.actor_with(Role::Coordinator, Some(f.eco)).await;
    let decided =
        f.services
            .decide_registrations(&coordinator, "borders", &ids, Verdict::Approve, "");
    decided.await.unwrap();
    f.clock.travel(f.services.settings().undo);
    f.services.run_due(&Refusing).await.unwrap();
    let admin = site.role(Role::Administrator, None).await;
    (site, admin)
}

fn has(reply: &Reply, text: &str) -> bool {
    reply.body.contains(text)
}

#[tokio::test]
async fn only_administrators_come_in() {
    let (site, admin) = site().await;
    let f = &site.fixture;
    let mut others = Vec::new();
    for (role, scope) in [
        (Role::Coordinator, None),
        (Role::Coordinator, Some(f.iom)),
        (Role::Trainer, None),
    ] {
        others.push(site.role(role, scope).await);
    }
    let focal = f.focal_point(&["TJ"]).await;
    others.push(site.sign_in(focal.account).await);
    let (_, trainee) = f.add_person("Trainee", "trainee@example.org").await;
    others.push(site.sign_in(trainee).await);
    let list = site.get(admin.as_ref(), "/en/admin/undelivered").await;
    let one = list.all_between("/en/admin/mail/", "\"").remove(0);
    let one = format!("/en/admin/mail/{one}");
    for path in PAGES.iter().copied().chain([one.as_str()]) {
        assert_eq!(site.get(admin.as_ref(), path).await.status, YES, "{path}");
        let unknown = site.get(None, path).await;
        assert_eq!(unknown.status, DONE, "{path}");
        assert!(unknown.location.contains("/sign-in?next="), "{path}");
        for other in &others {
            assert_eq!(site.get(other.as_ref(), path).await.status, NO, "{path}");
        }
    }
    for other in &others {
        let who = other.as_ref();
        for (path, fields) in [
            ("/en/admin/jobs", &[("job", "purge")][..]),
            ("/en/admin/jobs", &[("job", "no such job")][..]),
            ("/en/admin/undelivered", &[("action", "resend-all")][..]),
            ("/en/admin/undelivered", &[][..]),
            (one.as_str(), &[("action", "resend")][..]),
            (one.as_str(), &[("action", "discard"), ("note", "No.")][..]),
            (one.as_str(), &[("action", "take-back")][..]),
        ] {
            assert_eq!(site.post(who, path, fields).await.status, NO, "{path}");
        }
        assert!(!has(
            &site.get(who, "/en/events").await,
            "href=\"/en/admin\""
        ));
    }
    assert!(has(
        &site.get(admin.as_ref(), "/en/events").await,
        "href=\"/en/admin\""
    ));
    let missing = site.get(admin.as_ref(), "/en/admin/mail/nothing").await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_overview_says_what_needs_attention() {
    let (site, admin) = site().await;
    let page = site.get(admin.as_ref(), "/en/admin").await;
    assert!(has(&page, "3 mails could not be delivered"));
    let f = &site.fixture;
    f.change("UPDATE outbox SET dead_at = NULL, attempts = 0")
        .await;
    f.services.run_due(&KeptMail).await.unwrap();
    let page = site.get(admin.as_ref(), "/en/admin").await;
    assert!(has(&page, "Nothing needs your attention."));
    f.change("UPDATE jobs SET failures = 2, last_outcome = 'failed', last_error = 'disk <full>'")
        .await;
    let page = site.get(admin.as_ref(), "/en/admin").await;
    assert!(has(&page, "5 jobs do not run as they should"));
    assert!(has(&page, "disk &lt;full&gt;"));
}

#[tokio::test]
async fn a_job_is_run_by_a_button() {
    let (site, admin) = site().await;
    let who = admin.as_ref();
    let page = site.get(who, "/en/admin/jobs").await;
    assert_eq!(
        page.all_between("name=\"job\" value=\"", "\"").len(),
        Job::ALL.len()
    );
    let reply = site.post(who, "/en/admin/jobs", &[("job", "purge")]).await;
    assert_eq!(reply.status, DONE);
    assert_eq!(reply.location, "/en/admin/jobs?asked=purge");
    let page = site.get(who, &reply.location).await;
    assert!(has(&page, "runs within a few seconds"));
    let unknown = site.post(who, "/en/admin/jobs", &[("job", "x")]).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    site.fixture
        .change(
            "UPDATE jobs SET lease = (SELECT id FROM events), leased_by = 'host <a>',
                leased_until = due_at + 120000 WHERE name = 'purge'",
        )
        .await;
    let busy = site.post(who, "/en/admin/jobs", &[("job", "purge")]).await;
    assert_eq!(busy.status, StatusCode::CONFLICT);
    assert!(has(
        &site.get(who, "/en/admin/jobs").await,
        "Running on host &lt;a&gt;"
    ));
}

#[tokio::test]
async fn undelivered_mail_is_sent_again_or_put_aside() {
    let (site, admin) = site().await;
    let who = admin.as_ref();
    let list = "/en/admin/undelivered";
    let page = site.get(who, list).await;
    assert!(has(&page, "550 no such &lt;user&gt;"));
    let ids = page.all_between("name=\"chosen-", "\"");
    assert_eq!(ids.len(), 3);
    for action in ["resend", "discard"] {
        let none = [("action", action), ("note", "Left us.")];
        let none = site.post(who, list, &none).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        for text in ["Nothing was chosen", "value=\"Left us.\""] {
            assert!(has(&none, text), "{text}: {}", none.body);
        }
    }
    let unknown = [("chosen", ids[0].as_str()), ("action", "burn")];
    let unknown = site.post(who, list, &unknown).await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    let dead = "SELECT count(*) FROM outbox WHERE dead_at IS NOT NULL";
    assert_eq!(site.fixture.count(dead).await, 3);
    let chosen = ("chosen", ids[0].as_str());
    let done = site.post(who, list, &[chosen, ("action", "resend")]).await;
    assert_eq!(done.location, format!("{list}?resent=1&refused=0"));
    assert!(has(
        &site.get(who, &done.location).await,
        "1 mail is tried again."
    ));
    // Without a note nothing is put aside, and the page says what is missing.
    let other = ("chosen", ids[1].as_str());
    let fields = [other, ("action", "discard"), ("note", " ")];
    for before in [&done.location, &format!("{list}?tick=all")] {
        let refused = site.post(who, before, &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(has(&refused, "href=\"#note\""));
        let mut boxes = refused.all_between("name=\"chosen-", ">");
        assert_eq!(boxes.len(), 2);
        boxes.retain(|one| one.contains("\" checked"));
        assert_eq!(boxes.len(), 1, "what was ticked stays ticked");
        assert!(boxes[0].starts_with(&ids[1]));
        assert!(!has(&refused, "1 mail is tried again."));
    }
    let fields = [other, ("action", "discard"), ("note", "Left <us>.")];
    let done = site.post(who, list, &fields).await;
    assert_eq!(done.location, format!("{list}?aside=1"));
    let aside = site.get(who, &format!("{list}?state=discarded")).await;
    assert!(has(&aside, "Left &lt;us&gt;.") && has(&aside, &ids[1]));
    assert!(!has(&aside, "name=\"chosen"));
    // And taken back on its own page.
    let one = format!("/en/admin/mail/{}", ids[1]);
    assert!(has(&site.get(who, &one).await, "Role Holder"));
    let back = site.post(who, &one, &[("action", "take-back")]).await;
    assert_eq!(back.location, format!("{one}?back=1"));
    assert!(has(
        &site.get(who, &back.location).await,
        "among the undelivered"
    ));
    let twice = site.post(who, &one, &[("action", "take-back")]).await;
    assert_eq!(twice.status, StatusCode::CONFLICT);
    let note = site.post(who, &one, &[("action", "discard")]).await;
    assert_eq!(note.status, StatusCode::UNPROCESSABLE_ENTITY);
    // Those that fit the search only.
    let some = format!("{list}?q=person2&kind=approved");
    let done = site.post(who, &some, &[("action", "resend-all")]).await;
    assert!(done.location.contains("q=person2&kind=approved&resent=1"));
    assert_eq!(
        site.fixture.services.run_due(&KeptMail).await.unwrap().sent,
        2
    );
    let bad = site
        .post(who, list, &[("chosen", "x"), ("action", "resend")])
        .await;
    assert_eq!(bad.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn one_mail_shows_its_text_unless_it_holds_a_secret() {
    let (site, admin) = site().await;
    let who = admin.as_ref();
    let list = site.get(who, "/en/admin/mail").await;
    let id = list.all_between("/en/admin/mail/", "\"").remove(0);
    let one = site.get(who, &format!("/en/admin/mail/{id}")).await;
    assert!(has(&one, "class=\"letter\"") && has(&one, "Begins: "));
    let f = &site.fixture;
    f.change("UPDATE outbox SET kind = 'sign-in', secret_until = due_at + 60000")
        .await;
    let one = site.get(who, &format!("/en/admin/mail/{id}")).await;
    assert!(!has(&one, "Begins: ") && has(&one, "it holds a personal link"));
    assert!(has(&one, "value=\"resend\""));
    f.change("UPDATE outbox SET secret_until = due_at - 1")
        .await;
    let one = site.get(who, &format!("/en/admin/mail/{id}")).await;
    assert!(has(&one, "cannot be sent again") && has(&one, "ask for a new link"));
    assert!(!has(&one, "value=\"resend\""));
}

#[tokio::test]
async fn the_lists_are_files_too() {
    let (site, admin) = site().await;
    let who = admin.as_ref();
    let mails = site.get(who, "/en/admin/mail.csv?q=person1").await;
    assert!(has(&mails, "person1@example.org") && !has(&mails, "person2@example.org"));
    let dead = site.get(who, "/fa/admin/undelivered.json").await;
    let dead: serde_json::Value = serde_json::from_str(&dead.body).unwrap();
    assert_eq!(dead.as_array().unwrap().len(), 3);
    assert_eq!(dead[0]["why"], "550 no such <user>");
    let jobs = site.get(who, "/en/admin/jobs.csv").await;
    assert!(has(&jobs, "Forget what has expired"));
}
