//! The catalogue, the first page and the courses.

use crate::site::Site;
use axum::http::StatusCode;
use maktab_domain::Span;
use maktab_services::testing::BEGINNING;

const LANGUAGES: [&str; 4] = ["en", "ru", "fa", "tr"];

/// A site with so many events, three days apart.
async fn site(events: i64) -> Site {
    let site = Site::new().await;
    for place in 0..events {
        let mut plan = site.fixture.open_event(&format!("event-{place:02}"));
        plan.starts = BEGINNING + Span::days(21 + place * 3);
        plan.ends = plan.starts + Span::days(2);
        let (event, _) = site.fixture.add_event(&plan).await;
        if place == 0 {
            site.fixture.add_course("borders", "Borders", event).await;
        }
    }
    site
}

#[tokio::test]
async fn public_pages_answer_in_every_language_with_and_without_events() {
    for events in [0, 3] {
        let site = site(events).await;
        for language in LANGUAGES {
            for path in [
                "",
                "/events",
                "/courses",
                "/events?when=past",
                "/events?q=zzz",
            ] {
                let page = site.get(None, &format!("/{language}{path}")).await;
                assert_eq!(page.status, StatusCode::OK, "/{language}{path}");
                assert_eq!(page.all_between("<h1", "</h1>").len(), 1);
            }
        }
    }
}

#[tokio::test]
async fn no_query_is_an_error() {
    let site = site(1).await;
    for query in [
        "kind=party&mode=dance&country=QQ&language=xx&area=zz&when=never",
        "from=yesterday&until=2026-02-30&page=-1",
        "page=99999999999999999999",
        "from=-9999-01-01&until=9999-12-31",
        "q=%00%ff%fe&%=%&&&===",
        "q=%27%22%3Cscript%3Ealert(1)%3C/script%3E%25_%5C",
        "area=ii&area=iii&q=a&q=b",
    ] {
        for path in ["/en/events", "/calendar.ics"] {
            let page = site.get(None, &format!("{path}?{query}")).await;
            assert_eq!(page.status, StatusCode::OK, "{path}?{query}");
            assert!(!page.body.contains("<script>alert"), "{query}");
        }
    }
    let long = format!("/en/events?q={}", "border+".repeat(2000));
    assert_eq!(site.get(None, &long).await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_form_keeps_what_was_asked_and_every_link_does_too() {
    let site = site(30).await;
    let page = site
        .get(
            None,
            "/en/events?q=border&area=ii&country=UZ&mode=in-person",
        )
        .await;
    assert!(page.body.contains("30 events"));
    assert!(page.body.contains("value=\"border\""));
    let chosen = page.all_between("<option value=\"", "</option>");
    let chosen: Vec<_> = chosen.iter().filter(|o| o.contains("selected")).collect();
    assert_eq!(
        chosen.len(),
        4,
        "area, country, mode and the usual time: {chosen:?}"
    );
    let query = "q=border&amp;area=ii&amp;country=UZ&amp;mode=in-person";
    assert!(
        page.body
            .contains(&format!("/en/events?{query}&amp;page=2"))
    );
    assert!(
        page.body
            .contains(&format!("/calendar.ics?{query}&amp;lang=en"))
    );
    assert!(
        !page.body.contains("<details open"),
        "no further filter is used"
    );
    let page = site
        .get(None, "/en/events?q=border&kind=workshop&page=2")
        .await;
    assert!(page.body.contains("Page 2 of 2"));
    assert!(page.body.contains("rel=\"prev\"") && !page.body.contains("rel=\"next\""));
    assert!(page.body.contains("<details open"));
}

#[tokio::test]
async fn the_list_says_dates_place_and_seats_under_its_months() {
    let site = site(2).await;
    let page = site.get(None, "/en/events").await;
    for text in [
        "<h2>January 2027</h2>",
        "<h2>February 2027</h2>",
        "31 Jan – 2 Feb",
        "Tashkent, Uzbekistan\u{a0}· in person\u{a0}· English, Persian",
        "20 of 20 seats left",
        "Area ii",
        "Workshop",
    ] {
        assert!(page.body.contains(text), "{text}: {}", page.body);
    }
    let page = site.get(None, "/fa/events").await;
    for text in ["بهمن ۱۴۰۵", "مدیریت مرزها", "تاشکند، ازبکستان", "۲ رویداد"]
    {
        assert!(page.body.contains(text), "{text}");
    }
}

#[tokio::test]
async fn nothing_found_says_what_to_do_next() {
    let site = site(1).await;
    let page = site.get(None, "/en/events?q=nothing").await;
    assert!(page.body.contains("No event matches"));
    assert!(
        page.body
            .contains("href=\"/en/events?q=nothing&amp;when=all\"")
    );
    let site = Site::new().await;
    let page = site.get(None, "/en/events").await;
    assert!(page.body.contains("href=\"/en/events?when=past\""));
}

#[tokio::test]
async fn a_draft_is_on_no_public_page() {
    let site = Site::new().await;
    let mut plan = site.fixture.open_event("hidden-event");
    plan.state = "draft".to_owned();
    let (event, _) = site.fixture.add_event(&plan).await;
    site.fixture.add_course("borders", "Borders", event).await;
    for path in [
        "/en",
        "/en/events",
        "/en/events?when=all",
        "/en/courses/borders",
        "/sitemap.xml",
        "/calendar.ics?when=all",
    ] {
        let page = site.get(None, path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(!page.body.contains("hidden-event"), "{path}");
    }
}

#[tokio::test]
async fn a_catalogue_of_twenty_events_is_small() {
    let site = site(20).await;
    for language in LANGUAGES {
        let page = site.get(None, &format!("/{language}/events")).await;
        assert_eq!(page.all_between("<article", "</article>").len(), 20);
        let mut small = Vec::new();
        let mut writer = brotli::CompressorWriter::new(&mut small, 4096, 5, 22);
        std::io::Write::write_all(&mut writer, page.body.as_bytes()).unwrap();
        drop(writer);
        assert!(
            small.len() < 7000,
            "{language}: {} bytes of {}",
            small.len(),
            page.body.len()
        );
    }
}
