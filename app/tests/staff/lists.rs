//! Every list of a role as a file: who gets it, and the keys that programs rely on.

use crate::site::Site;
use axum::http::StatusCode;
use maktab_domain::{AccountId, AttendanceStatus, RegistrationState, Role, Span};
use maktab_locale::Locale;
use maktab_services::Secret;
use maktab_services::attendance::Mark;
use maktab_services::importing::Uploaded;
use maktab_services::inviting::InvitingForm;
use maktab_services::nominating::NominationForm;
use maktab_services::registration::DetailsForm;
use maktab_services::seating::NewQuota;
use serde_json::Value;

const MANAGE: &str = "/en/manage/events/borders";

/// A programme in which every list has something in it.
struct Everything {
    site: Site,
    coordinator: Option<Secret>,
    focal: Option<Secret>,
    trainer: Option<Secret>,
    /// The trainer's account.
    account: AccountId,
}

async fn everything() -> Everything {
    let site = Site::new().await;
    let f = &site.fixture;
    let mut plan = f.open_event("borders");
    plan.registration_mode = "nominated".to_owned();
    let (event, sessions) = f.add_event(&plan).await;
    f.add_course("course", "Borders", event).await;
    let (person, account) = f.add_person("Tara Trainer", "tara@example.org").await;
    f.trains(person, &sessions).await;
    let coordinator = f.actor_with(Role::Coordinator, Some(f.eco)).await;
    let inviting = InvitingForm {
        addresses: "Oya <oya@example.org>".to_owned(),
        role: "observer".to_owned(),
        language: "tr".to_owned(),
        organisation: f.eco.to_string(),
        days: "9".to_owned(),
        ..InvitingForm::default()
    };
    let invited = f.services.invite(&coordinator, "borders", &inviting).await;
    assert_eq!(invited.unwrap().sent, 1);
    let quota = NewQuota {
        whom: format!("organisation:{}", f.iom),
        seats: "3".to_owned(),
    };
    let added = f.services.add_quota(&coordinator, "borders", &quota).await;
    added.unwrap();
    let focal = f.focal_point(&["TJ", "UZ"]).await;
    let nomination = NominationForm {
        details: DetailsForm {
            name: "Firuz Rahimov".to_owned(),
            institution: "Border Troops".to_owned(),
            job_title: "Captain".to_owned(),
            language: "ru".to_owned(),
            ..DetailsForm::default()
        },
        email: "firuz@example.org".to_owned(),
        note: "Speaks three languages.".to_owned(),
    };
    let nominated = f
        .services
        .nominate(&focal, "borders", Some("TJ"), &nomination);
    nominated.await.unwrap();
    let coordinator = site.sign_in(coordinator.account).await;
    let focal = site.sign_in(focal.account).await;
    let trainer = site.sign_in(account).await;
    Everything {
        site,
        coordinator,
        focal,
        trainer,
        account,
    }
}

impl Everything {
    /// The list in all formats, as objects; on its page stands where it can be had.
    async fn list(&self, who: &Option<Secret>, page: &str, path: &str, query: &str) -> Vec<Value> {
        let who = who.as_ref();
        let shown = self.site.get(who, &format!("{page}{query}")).await;
        for end in ["csv", "xlsx", "json"] {
            let href = format!("href=\"{path}.{end}{query}\"");
            assert!(shown.body.contains(&href), "{href} is not on {page}");
            let file = self.site.get(who, &format!("{path}.{end}{query}")).await;
            assert_eq!(file.status, StatusCode::OK, "{path}.{end}");
        }
        let json = self.site.get(who, &format!("{path}.json{query}")).await;
        assert_eq!(json.kind, "application/json");
        serde_json::from_str(&json.body).unwrap()
    }

    /// Nobody but those for whom it is gets a list.
    async fn is_closed_to(&self, who: &[&Option<Secret>], path: &str) {
        for who in who {
            let file = self.site.get(who.as_ref(), path).await;
            let refused = [StatusCode::FORBIDDEN, StatusCode::NOT_FOUND];
            assert!(refused.contains(&file.status), "{path}: {}", file.status);
        }
        let stranger = self.site.get(None, path).await;
        assert_eq!(stranger.status, StatusCode::SEE_OTHER, "{path}");
    }
}

fn keys(object: &Value) -> Vec<&str> {
    object
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

fn sorted<const N: usize>(mut keys: [&str; N]) -> Vec<&str> {
    keys.sort_unstable();
    keys.to_vec()
}

#[tokio::test]
async fn the_lists_of_an_event_are_exported_for_its_coordinators() {
    let all = everything().await;
    let foreign = [&all.focal, &all.trainer];
    let path = format!("{MANAGE}/agenda");
    let agenda = all.list(&all.coordinator, &path, &path, "").await;
    assert_eq!(agenda.len(), 6);
    let expected = ["starts_at", "ends_at", "title", "room", "trainers"];
    assert_eq!(keys(&agenda[0]), sorted(expected));
    assert_eq!(agenda[0]["trainers"], "Tara Trainer");
    all.is_closed_to(&foreign, &format!("{path}.json")).await;

    let path = format!("{MANAGE}/invitations");
    let invitations = all.list(&all.coordinator, &path, &path, "").await;
    let expected = [
        "email",
        "name",
        "role",
        "organisation",
        "language",
        "state",
        "sent_at",
        "expires_at",
        "uses",
        "uses_allowed",
    ];
    assert_eq!(keys(&invitations[0]), sorted(expected));
    let one = &invitations[0];
    assert_eq!(
        (&one["state"], &one["role"]),
        (&"open".into(), &"observer".into())
    );
    assert_eq!(
        (&one["organisation"], &one["uses"]),
        (&"eco".into(), &0.into())
    );
    all.is_closed_to(&foreign, &format!("{path}.csv")).await;

    let path = format!("{MANAGE}/seats");
    let seats = all.list(&all.coordinator, &path, &path, "").await;
    let whom: Vec<_> = seats
        .iter()
        .map(|one| one["whom"].as_str().unwrap())
        .collect();
    assert_eq!(whom, ["event", "organisation:iom"]);
    assert_eq!(
        (&seats[0]["seats"], &seats[1]["seats"]),
        (&20.into(), &3.into())
    );
    all.is_closed_to(&foreign, &format!("{path}.xlsx")).await;

    let path = format!("{MANAGE}/registrations");
    let registrations = all.list(&all.coordinator, &path, &path, "").await;
    let one = &registrations[0];
    assert_eq!(
        (&one["nominated_place"], &one["role"]),
        (&1.into(), &"participant".into())
    );
    assert_eq!(one["nomination_note"], "Speaks three languages.");
}

#[tokio::test]
async fn a_focal_point_exports_the_lists_of_the_own_countries_alone() {
    let all = everything().await;
    let events = all
        .list(&all.focal, "/en/nominate", "/en/nominate", "")
        .await;
    let countries: Vec<_> = events
        .iter()
        .map(|one| &one["nominating_country"])
        .collect();
    assert_eq!(countries, ["TJ", "UZ"]);
    assert_eq!(
        (&events[0]["nominated"], &events[1]["nominated"]),
        (&1.into(), &0.into())
    );
    assert_eq!(events[0]["seats"], Value::Null);
    let (page, path) = ("/en/nominate/borders", "/en/nominate/borders/nominations");
    let own = all.list(&all.focal, page, path, "?country=TJ").await;
    let expected = [
        "place",
        "name",
        "native_name",
        "email",
        "country",
        "institution",
        "job_title",
        "language",
        "state",
        "note",
        "nominated_by",
        "nominated_at",
        "answer_until",
        "reason",
    ];
    assert_eq!(keys(&own[0]), sorted(expected));
    assert_eq!(
        (&own[0]["place"], &own[0]["state"]),
        (&1.into(), &"submitted".into())
    );
    let others = [&all.coordinator, &all.trainer];
    all.is_closed_to(&others, "/en/nominate.csv").await;
    all.is_closed_to(&others, &format!("{path}.json?country=TJ"))
        .await;
    let iran = all
        .site
        .get(all.focal.as_ref(), &format!("{path}.json?country=IR"))
        .await;
    assert_eq!(iran.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_trainer_exports_sessions_and_everybody_agendas_and_courses() {
    let all = everything().await;
    let sessions = all.list(&all.trainer, "/en/teach", "/en/teach", "").await;
    assert_eq!((sessions.len(), &sessions[0]["own"]), (6, &1.into()));
    let expected = [
        "event",
        "address",
        "state",
        "session",
        "starts_at",
        "ends_at",
        "time_zone",
        "room",
        "own",
        "recorded",
        "expected",
    ];
    assert_eq!(keys(&sessions[0]), sorted(expected));
    let event = "/en/events/borders";
    let agenda = all.list(&None, event, &format!("{event}/agenda"), "").await;
    assert_eq!(agenda[0]["title"], "Session 1");
    let courses = all.list(&None, "/en/courses", "/en/courses", "").await;
    assert_eq!(
        (&courses[0]["title"], &courses[0]["upcoming_runs"]),
        (&"Borders".into(), &1.into())
    );
    let runs = "/en/courses/course/runs";
    let runs = all.list(&None, "/en/courses/course", runs, "").await;
    let address = runs[0]["address"].as_str().unwrap();
    assert!(address.ends_with(event), "{address}");
    assert_eq!(runs.len(), 1);
    let unknown = all.site.get(None, "/en/courses/nothing/runs.csv").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    let unknown = all.site.get(None, "/en/events/nothing/agenda.csv").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_attendance_of_a_session_is_exported_for_those_who_run_the_event() {
    let site = Site::new().await;
    let f = &site.fixture;
    let plan = f.open_event("borders");
    let (event, sessions) = f.add_event(&plan).await;
    let (person, account) = f.add_person("Tara Trainer", "tara@example.org").await;
    f.trains(person, &sessions).await;
    for (name, email) in [
        ("Aziza Karimova", "a@example.org"),
        ("Bek", "b@example.org"),
    ] {
        let (person, _) = f.add_person(name, email).await;
        let state = RegistrationState::Confirmed;
        f.add_registration(event, person, state).await;
    }
    f.clock.travel_to(plan.starts + Span::minutes(1));
    let actor = f.actor(account).await;
    let session = sessions[0];
    let sheet = f
        .services
        .attendance_sheet(&actor, "borders", session)
        .await;
    let mark = Mark {
        registration: sheet.unwrap().people[0].registration,
        status: Some(AttendanceStatus::Late),
        seen: None,
    };
    let marks = [mark];
    let recorded = f
        .services
        .record_attendance(&actor, "borders", session, &marks, false);
    recorded.await.unwrap();
    let trainer = site.sign_in(account).await;
    let trainee = f.add_person("A Trainee", "t@example.org").await.1;
    let trainee = site.sign_in(trainee).await;
    let all = Everything {
        coordinator: site.role(Role::Coordinator, Some(f.eco)).await,
        focal: None,
        trainer,
        account,
        site,
    };
    let page = format!("/en/teach/borders/sessions/{session}");
    let path = format!("{page}/attendance");
    for who in [&all.trainer, &all.coordinator] {
        let marks = all.list(who, &page, &path, "").await;
        assert_eq!(marks.len(), 2);
        assert_eq!(
            (&marks[0]["name"], &marks[0]["attendance"]),
            (&"Aziza Karimova".into(), &"late".into())
        );
        assert_eq!(marks[0]["recorded_by"], "Tara Trainer");
        assert_eq!(
            (&marks[1]["attendance"], &marks[1]["recorded_at"]),
            (&Value::Null, &Value::Null)
        );
    }
    // Four files each, and one that nobody got.
    all.is_closed_to(&[&trainee], &format!("{path}.csv")).await;
    let noted = all.site.fixture.audited(event.0).await;
    let noted = noted.iter().filter(|action| *action == "list.exported");
    assert_eq!(noted.count(), 8);
}

#[tokio::test]
async fn everybody_exports_the_own_browsers_alone() {
    let all = everything().await;
    all.site.sign_in(all.account).await;
    let page = "/en/my/account";
    let own = all.list(&all.trainer, page, "/en/my/browsers", "").await;
    assert_eq!(own.len(), 2, "none of the others");
    let this = own.iter().filter(|own| own["this"] == 1);
    assert_eq!(this.count(), 1);
    assert_eq!(
        keys(&own[0]),
        sorted(["browser", "signed_in_at", "last_used_at", "this"])
    );
    all.is_closed_to(&[], "/en/my/browsers.csv").await;
}

#[tokio::test]
async fn an_event_s_imports_and_their_rows_are_exported_for_its_coordinators() {
    let site = Site::new().await;
    let f = &site.fixture;
    let mut plan = f.open_event("borders");
    plan.organisers = vec![f.eco];
    let (event, _) = f.add_event(&plan).await;
    let (person, _) = f.add_person("Bek Old", "old@example.org").await;
    f.add_registration(event, person, RegistrationState::Confirmed)
        .await;
    let actor = f.actor_with(Role::Coordinator, Some(f.eco)).await;
    let s = &f.services;
    let upload = async |text: &str| {
        let mut file = s.begin_import(&actor, "borders").await.unwrap();
        file.push(text.as_bytes()).unwrap();
        match s.upload_import(&actor, "borders", "people.csv", file).await {
            Ok(Uploaded::Kept(id)) => id,
            other => unreachable!("{other:?}"),
        }
    };
    let mut list = "Name;Email;Country;Institution;Job title\n".to_owned();
    list += "Bek Old;old@example.org;Uzbekistan;Border Service;Inspector\n";
    for n in 0..150 {
        list += &format!("Person {n};p{n}@example.org;Uzbekistan;Border Service;Inspector\n");
    }
    let id = upload(&list).await;
    let form = s.import_columns(&actor, "borders", id, Locale::En).await;
    let form = form.unwrap().form;
    s.choose_import(&actor, "borders", id, &form).await.unwrap();
    for _ in 0..4 {
        upload(&list).await;
    }
    let iom = site.role(Role::Coordinator, Some(f.iom)).await;
    let all = Everything {
        coordinator: site.sign_in(actor.account).await,
        focal: None,
        trainer: None,
        account: actor.account,
        site,
    };
    let page = format!("{MANAGE}/import");
    let imports = all.list(&all.coordinator, &page, &page, "").await;
    assert_eq!(imports.len(), 5);
    let read: Vec<_> = imports.iter().filter(|i| i["state"] == "read").collect();
    assert_eq!((read.len(), &read[0]["rows"]), (1, &151.into()));
    assert_eq!(read[0]["sha256"].as_str().unwrap().len(), 64);
    let page = format!("{page}/{id}");
    let people = format!("{page}/people");
    let rows = all.list(&all.coordinator, &page, &people, "").await;
    assert_eq!(rows.len(), 150, "of all pages");
    assert_eq!(
        (&rows[149]["email"], &rows[149]["row"], &rows[149]["state"]),
        (&"p149@example.org".into(), &152.into(), &Value::Null)
    );
    let registered = format!("{page}/registered");
    let rows = all.list(&all.coordinator, &page, &registered, "").await;
    assert_eq!(
        (rows.len(), &rows[0]["state"], &rows[0]["known"]),
        (1, &"confirmed".into(), &1.into())
    );
    for path in [MANAGE.to_owned() + "/import", people, registered] {
        all.is_closed_to(&[&iom], &format!("{path}.csv")).await;
    }
}
