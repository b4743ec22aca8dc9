//! Calendars, `robots.txt` and the map of the site.

use crate::site::Site;
use axum::http::StatusCode;

async fn site() -> Site {
    let site = Site::new().await;
    let (event, _) = site
        .fixture
        .add_event(&site.fixture.open_event("borders"))
        .await;
    site.fixture
        .add_course("border-course", "Borders", event)
        .await;
    site
}

#[tokio::test]
async fn calendars_are_calendars_in_the_language_that_is_named() {
    let site = site().await;
    for path in [
        "/calendar.ics?lang=fa&q=border",
        "/events/borders.ics?lang=fa",
    ] {
        let file = site.get(None, path).await;
        assert_eq!(file.status, StatusCode::OK);
        assert_eq!(file.kind, "text/calendar; charset=utf-8");
        assert!(file.body.starts_with("BEGIN:VCALENDAR\r\n"));
        assert!(file.body.ends_with("END:VCALENDAR\r\n"));
        assert!(file.body.contains("مدیریت مرزها"), "{path}");
        assert!(file.body.contains("/fa/events/borders"), "{path}");
    }
    let file = site.get(None, "/calendar.ics?q=nothing").await;
    assert!(!file.body.contains("BEGIN:VEVENT"));
}

#[tokio::test]
async fn search_engines_find_every_public_page_in_every_language() {
    let site = site().await;
    let map = site.get(None, "/sitemap.xml").await;
    assert!(map.kind.starts_with("application/xml"));
    for language in ["en", "ru", "fa", "tr"] {
        for path in ["", "/events", "/events/borders", "/courses/border-course"] {
            let address = format!("<loc>http://127.0.0.1:3000/{language}{path}</loc>");
            assert!(map.body.contains(&address), "{address}");
        }
    }
    let robots = site.get(None, "/robots.txt").await;
    assert!(
        robots
            .body
            .contains("Sitemap: http://127.0.0.1:3000/sitemap.xml")
    );
    assert!(robots.body.contains("Disallow: /*/manage"));
}
