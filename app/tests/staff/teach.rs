//! The pages of trainers.

use crate::site::Site;
use axum::http::StatusCode;
use maktab_domain::{RegistrationState, Role, SessionId, Span};
use maktab_services::Secret;

/// A site with an event of two organisations, its trainer signed in, and three people.
async fn site() -> (Site, Vec<SessionId>, Option<Secret>) {
    let site = Site::new().await;
    let f = &site.fixture;
    let plan = f.open_event("borders");
    let (event, sessions) = f.add_event(&plan).await;
    let (person, account) = f.add_person("Tara Trainer", "tara@example.org").await;
    f.trains(person, &sessions[..2]).await;
    for (name, email) in [
        ("Aziza Karimova", "a@example.org"),
        ("=Bekzod Rahimov", "b@example.org"),
        ("Charos <b>Bold</b>", "c@example.org"),
    ] {
        let (person, _) = f.add_person(name, email).await;
        f.add_registration(event, person, RegistrationState::Confirmed)
            .await;
    }
    f.clock.travel_to(plan.starts + Span::minutes(1));
    let trainer = site.sign_in(account).await;
    (site, sessions, trainer)
}

fn sheet_of(session: SessionId) -> String {
    format!("/en/teach/borders/sessions/{session}")
}

#[tokio::test]
async fn pages_of_trainers_are_for_those_who_run_the_event() {
    let (site, sessions, trainer) = site().await;
    let f = &site.fixture;
    let mut own = f.open_event("eco-only");
    own.organisers = vec![f.eco];
    let (_, own_sessions) = f.add_event(&own).await;
    let trainee = f.add_person("A Trainee", "t@example.org").await.1;
    let trainee = site.sign_in(trainee).await;
    let eco = site.role(Role::Coordinator, Some(f.eco)).await;
    let iom = site.role(Role::Coordinator, Some(f.iom)).await;
    let administrator = site.role(Role::Administrator, None).await;
    let idle_trainer = site.role(Role::Trainer, None).await;
    let own_sheet = format!("/en/teach/eco-only/sessions/{}", own_sessions[0]);
    let (yes, no) = (StatusCode::OK, StatusCode::FORBIDDEN);
    let sheet = sheet_of(sessions[0]);
    for path in [
        "/en/teach/borders",
        "/en/teach/borders/roster.csv",
        "/en/teach/borders/roster.xlsx",
        "/en/teach/borders/roster.json",
        sheet.as_str(),
        "/en/teach/eco-only",
        "/en/teach/eco-only/roster.csv",
        "/en/teach/eco-only/roster.xlsx",
        "/en/teach/eco-only/roster.json",
        own_sheet.as_str(),
    ] {
        let joint = !path.contains("eco-only");
        for (who, expected) in [
            (&trainer, if joint { yes } else { no }),
            (&trainee, no),
            (&idle_trainer, no),
            (&eco, yes),
            (&iom, if joint { yes } else { no }),
            (&administrator, yes),
            (&None, StatusCode::SEE_OTHER),
        ] {
            let answer = site.get(who.as_ref(), path).await;
            assert_eq!(answer.status, expected, "{path}");
            if path.contains("/sessions/") {
                let answer = site.post(who.as_ref(), path, &[]).await;
                let expected = if expected == yes {
                    StatusCode::SEE_OTHER
                } else {
                    expected
                };
                assert_eq!(answer.status, expected, "post {path}");
            }
        }
    }
    // Who coordinates the event stays in it; who only teaches has no way into it.
    let tab = "<a href=\"/en/teach/borders\" aria-current=\"page\">";
    let event = "href=\"/en/manage/events/borders\"";
    for (path, sign) in [("/en/teach/borders", tab), (sheet.as_str(), event)] {
        assert!(
            site.get(eco.as_ref(), path).await.body.contains(sign),
            "{path}"
        );
        let trainers = site.get(trainer.as_ref(), path).await;
        assert!(!trainers.body.contains("/manage"), "{path}");
    }
    assert_eq!(f.count("SELECT count(*) FROM attendance").await, 0);
    assert_eq!(site.get(trainee.as_ref(), "/en/teach").await.status, no);
    assert_eq!(site.get(trainer.as_ref(), "/en/teach").await.status, yes);
    let unknown = sheet_of("00000000-0000-0000-0000-000000000000".parse().unwrap());
    for path in [
        unknown.as_str(),
        "/en/teach/nowhere",
        "/en/teach/borders/sessions/x",
    ] {
        let answer = site.get(trainer.as_ref(), path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn attendance_is_taken_with_a_form_alone() {
    let (site, sessions, trainer) = site().await;
    let who = trainer.as_ref();
    let path = sheet_of(sessions[0]);
    let page = site.get(who, &path).await;
    assert_eq!(page.status, StatusCode::OK);
    let ids = page.all_between("name=\"seen-", "\"");
    assert_eq!(ids.len(), 3);
    assert!(!page.body.contains(" checked"), "nothing is preselected");
    assert!(!page.body.contains("<b>Bold"), "names are text");
    assert!(page.body.contains("<leptos-island"));
    // Everybody but the second is present.
    let (seen, mark) = (format!("seen-{}", ids[1]), format!("mark-{}", ids[1]));
    let fields = [
        (seen.as_str(), ""),
        (mark.as_str(), "absent"),
        ("rest", "present"),
    ];
    let saved = site.post(who, &path, &fields).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    assert_eq!(saved.location, format!("{path}?saved=3"));
    let page = site.get(who, &saved.location).await;
    assert!(page.body.contains("Saved: 3 marks."));
    assert_eq!(page.body.matches(" checked").count(), 3);
    assert!(page.body.contains("Attendance taken: 3 of 3"));
    assert!(!page.body.contains("1 correction"));
    // A correction shows what was there before.
    let fields = [(seen.as_str(), "absent"), (mark.as_str(), "late")];
    site.post(who, &path, &fields).await;
    let page = site.get(who, &path).await;
    assert!(page.body.contains("1 correction"));
    assert!(page.body.contains("Absent – "));
    let list = site.get(who, "/en/teach").await;
    assert!(list.body.contains("Attendance taken: 3 of 3"));
    // What the form does not offer is refused as a whole.
    let fields = [(seen.as_str(), "late"), (mark.as_str(), "sleeping")];
    let refused = site.post(who, &path, &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let too_early = sheet_of(sessions[4]);
    let refused = site.post(who, &too_early, &[("rest", "present")]).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.body.contains("30 minutes before"));
    let page = site.get(who, &too_early).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        !page.body.contains("id=\"sheet\"") && page.body.contains("Attendance can be taken from")
    );
}

#[tokio::test]
async fn the_roster_is_a_file_that_no_spreadsheet_runs() {
    let (site, _, trainer) = site().await;
    let who = trainer.as_ref();
    let file = site.get(who, "/en/teach/borders/roster.csv").await;
    assert_eq!(file.kind, "text/csv; charset=utf-8");
    let rows: Vec<_> = file.body.trim_end().split("\r\n").collect();
    assert_eq!(rows.len(), 4);
    assert!(
        rows.iter()
            .any(|row| row.starts_with("\"'=Bekzod Rahimov\""))
    );
    assert!(!file.body.contains("example.org"), "no addresses");
    let some = site.get(who, "/en/teach/borders/roster.csv?q=aziza").await;
    assert_eq!(some.body.trim_end().split("\r\n").count(), 2);
    let page = site.get(who, "/en/teach/borders?q=aziza").await;
    assert!(page.body.contains("Aziza Karimova") && !page.body.contains("Bekzod"));
    let page = site.get(who, "/en/teach/borders?q=zzz").await;
    assert!(page.body.contains("Nobody on this roster matches"));
}

#[tokio::test]
async fn every_page_of_trainers_speaks_every_language() {
    let (site, sessions, trainer) = site().await;
    for language in ["en", "ru", "fa", "tr"] {
        for path in ["", "/borders", "/borders?q=zzz", "/borders/roster.csv"] {
            let path = format!("/{language}/teach{path}");
            let answer = site.get(trainer.as_ref(), &path).await;
            assert_eq!(answer.status, StatusCode::OK, "{path}");
        }
        for session in [sessions[0], sessions[5]] {
            let path = format!("/{language}/teach/borders/sessions/{session}?saved=0");
            let answer = site.get(trainer.as_ref(), &path).await;
            assert_eq!(answer.status, StatusCode::OK, "{path}");
        }
    }
}
