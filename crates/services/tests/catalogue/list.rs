//! Which events are listed, in which order, on which page.

use maktab_domain::{AreaCode, CountryCode, EventKind, EventMode, LanguageTag, Span};
use maktab_locale::Locale;
use maktab_services::catalogue::{Catalogue, Phase, Wanted, When};
use maktab_services::testing::{BEGINNING, Fixture};

/// Adds an event of three days that begins so many days from now.
async fn add(fixture: &Fixture, slug: &str, state: &str, days: i64) {
    let mut plan = fixture.open_event(slug);
    plan.state = state.to_owned();
    plan.starts = BEGINNING + Span::days(days) - Span::hours(4);
    plan.ends = plan.starts + Span::days(2) + Span::hours(8);
    plan.closes = plan.starts;
    plan.opens = plan.starts - Span::days(40);
    fixture.add_event(&plan).await;
}

async fn list(fixture: &Fixture, wanted: Wanted) -> Catalogue {
    let found = fixture.services.catalogue(Locale::En, &wanted, 1).await;
    found.unwrap()
}

fn slugs(catalogue: &Catalogue) -> Vec<&str> {
    let events = catalogue.events.iter();
    events.map(|event| event.slug.as_str()).collect()
}

#[tokio::test]
async fn drafts_are_never_listed_and_time_decides_about_the_rest() {
    for fixture in Fixture::each().await {
        for (slug, state, days) in [
            ("past", "archived", -40),
            ("yesterday", "completed", -5),
            ("running", "published", -1),
            ("soon", "published", 5),
            ("called-off", "cancelled", 9),
            ("later", "published", 30),
            ("draft", "draft", 6),
            ("old-draft", "draft", -30),
        ] {
            add(&fixture, slug, state, days).await;
        }
        let all = [
            (
                When::Upcoming,
                vec!["running", "soon", "called-off", "later"],
            ),
            (When::Past, vec!["yesterday", "past"]),
            (
                When::All,
                vec![
                    "past",
                    "yesterday",
                    "running",
                    "soon",
                    "called-off",
                    "later",
                ],
            ),
        ];
        for (when, expected) in all {
            let found = list(
                &fixture,
                Wanted {
                    when,
                    ..Wanted::default()
                },
            )
            .await;
            assert_eq!(slugs(&found), expected, "{when:?}");
            assert_eq!(usize::try_from(found.count).unwrap(), expected.len());
        }
        let found = list(&fixture, Wanted::default()).await;
        assert_eq!(found.events[0].seats.phase, Phase::Running);
        let day = |days: i64| jiff::civil::date(2027, 1, 10) + jiff::Span::new().days(days);
        let some = Wanted {
            from: Some(day(4)),
            until: Some(day(9)),
            ..Wanted::default()
        };
        assert_eq!(slugs(&list(&fixture, some).await), ["soon", "called-off"]);
    }
}

#[tokio::test]
async fn each_filter_keeps_what_fits_and_leaves_out_what_does_not() {
    for fixture in Fixture::each().await {
        add(&fixture, "fits", "published", 5).await;
        let (event, _) = fixture.add_event(&fixture.open_event("course-run")).await;
        let course = fixture.add_course("borders", "Borders", event).await;
        fixture.change("UPDATE events SET kind = 'seminar', mode = 'online', country = 'TJ' WHERE slug = 'course-run'").await;
        fixture
            .change("UPDATE event_areas SET area = 'vi' WHERE event_id = (SELECT id FROM events WHERE slug = 'course-run')")
            .await;
        fixture
            .change("UPDATE event_languages SET language = 'tg' WHERE language = 'fa' AND event_id = (SELECT id FROM events WHERE slug = 'course-run')")
            .await;
        let none = Wanted::default;
        let area = |code: &str| Wanted {
            area: Some(AreaCode::parse(code).unwrap()),
            ..none()
        };
        let kind = |kind| Wanted {
            kind: Some(kind),
            ..none()
        };
        let mode = |mode| Wanted {
            mode: Some(mode),
            ..none()
        };
        let country = |code: &str| Wanted {
            country: Some(CountryCode::parse(code).unwrap()),
            ..none()
        };
        let language = |tag: &str| Wanted {
            language: Some(LanguageTag::parse(tag).unwrap()),
            ..none()
        };
        let run = Wanted {
            course: Some(course),
            ..none()
        };
        for (wanted, expected) in [
            (area("ii"), vec!["fits"]),
            (area("vi"), vec!["course-run"]),
            (area("iv"), vec![]),
            (kind(EventKind::Workshop), vec!["fits"]),
            (kind(EventKind::Seminar), vec!["course-run"]),
            (mode(EventMode::InPerson), vec!["fits"]),
            (mode(EventMode::Online), vec!["course-run"]),
            (mode(EventMode::Hybrid), vec![]),
            (country("UZ"), vec!["fits"]),
            (country("TJ"), vec!["course-run"]),
            (language("en"), vec!["fits", "course-run"]),
            (language("fa"), vec!["fits"]),
            (language("tg"), vec!["course-run"]),
            (run, vec!["course-run"]),
            (
                Wanted {
                    area: area("ii").area,
                    mode: Some(EventMode::Online),
                    ..none()
                },
                vec![],
            ),
        ] {
            assert_eq!(
                slugs(&list(&fixture, wanted.clone()).await),
                expected,
                "{wanted:?}"
            );
        }
    }
}

#[tokio::test]
async fn thirty_events_are_two_pages_and_a_page_too_far_is_the_last() {
    for fixture in Fixture::each().await {
        for place in 0..30 {
            add(
                &fixture,
                &format!("event-{place:02}"),
                "published",
                3 + place,
            )
            .await;
        }
        let page = async |number| {
            let all = Wanted::default();
            let page = fixture.services.catalogue(Locale::En, &all, number).await;
            page.unwrap()
        };
        let first = page(1).await;
        assert_eq!((first.count, first.page, first.pages), (30, 1, 2));
        assert_eq!(first.events.len(), 20);
        for (asked, given) in [(2, 2), (3, 2), (i64::MAX, 2), (i64::MIN, 1)] {
            let found = page(asked).await;
            assert_eq!(found.page, given, "page {asked}");
        }
        let all = page(0).await;
        assert_eq!((all.page, all.events.len()), (0, 30), "everything");
        let second = page(2).await;
        assert_eq!(slugs(&second)[0], "event-20");
        assert_eq!(second.events.len(), 10);
    }
}

#[tokio::test]
async fn a_list_speaks_the_readers_language_where_it_can() {
    for fixture in Fixture::each().await {
        add(&fixture, "borders", "published", 5).await;
        for (locale, language) in [
            (Locale::Fa, "fa"),
            (Locale::En, "en"),
            (Locale::Tr, "en"),
            (Locale::Ru, "en"),
        ] {
            let found = fixture
                .services
                .catalogue(locale, &Wanted::default(), 1)
                .await;
            let event = &found.unwrap().events[0];
            assert_eq!(event.title.best(locale.tag()).0, language);
            assert_eq!(event.languages, ["en", "fa"]);
            assert_eq!(event.areas, ["ii"]);
        }
    }
}

#[tokio::test]
async fn home_counts_in_each_area_what_the_list_would_show() {
    for fixture in Fixture::each().await {
        for (slug, state, days) in [
            ("one", "published", 5),
            ("two", "cancelled", 6),
            ("gone", "completed", -9),
            ("draft", "draft", 6),
        ] {
            add(&fixture, slug, state, days).await;
        }
        let home = fixture.services.home(Locale::En).await.unwrap();
        assert_eq!(home.events.len(), 2);
        assert_eq!(home.areas.len(), 10);
        let of = |code: &str| home.areas.iter().find(|(own, _)| own == code).unwrap().1;
        assert_eq!((of("ii"), of("i")), (2, 0));
    }
}

#[tokio::test]
async fn the_map_of_the_site_names_no_draft() {
    for fixture in Fixture::each().await {
        add(&fixture, "public", "published", 5).await;
        add(&fixture, "secret", "draft", 5).await;
        let found = fixture.services.public_addresses().await.unwrap();
        let slugs: Vec<_> = found.events.iter().map(|(slug, _)| slug.as_str()).collect();
        assert_eq!(slugs, ["public"]);
    }
}
