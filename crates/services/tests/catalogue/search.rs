//! What one can type to find an event.

use maktab_locale::Locale;
use maktab_services::catalogue::{Wanted, rebuild_search_text};
use maktab_services::testing::Fixture;

async fn finds(fixture: &Fixture, words: &str) -> Vec<String> {
    let wanted = Wanted {
        words: words.to_owned(),
        ..Wanted::default()
    };
    let found = fixture.services.catalogue(Locale::En, &wanted, 1).await;
    let events = found.unwrap().events.into_iter();
    events.map(|event| event.slug).collect()
}

#[tokio::test]
async fn an_event_is_found_by_every_word_about_it_in_any_language_and_spelling() {
    for fixture in Fixture::each().await {
        let (event, _) = fixture.add_event(&fixture.open_event("borders")).await;
        let mut tx = fixture.services.database().write().await.unwrap();
        rebuild_search_text(&mut tx, event).await.unwrap();
        tx.commit().await.unwrap();
        for words in [
            "",
            "border management",
            "MANAGEMENT  Border",
            "bord manag",
            "مدیریت مرزها",
            "مديريت",   // Arabic yeh
            "tashkent", // the city
            "Узбекистан",
            "özbekistan",
            "ازبکستان",
            "семинар-практикум", // the kind, in Russian
            "حضوری",             // the mode
            "Area ii",
            "IOM",
            "economic cooperation",
            "border %",
            // The ninth word is not looked at.
            "border management tashkent iom eco economic cooperation organization nonsense",
        ] {
            assert_eq!(finds(&fixture, words).await, ["borders"], "{words:?}");
        }
        for words in [
            "border health",
            "ashkent", // words are found by their beginnings
            "borderx",
            "bo_der",
            "b%r",
            "' OR 1=1 --",
        ] {
            assert_eq!(finds(&fixture, words).await, [] as [&str; 0], "{words:?}");
        }
    }
}

#[tokio::test]
async fn the_search_follows_what_is_written() {
    for fixture in Fixture::each().await {
        let (event, _) = fixture.add_event(&fixture.open_event("borders")).await;
        fixture
            .change("UPDATE event_texts SET title = 'Migration health' WHERE language = 'en'")
            .await;
        let mut tx = fixture.services.database().write().await.unwrap();
        rebuild_search_text(&mut tx, event).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(finds(&fixture, "migration health").await, ["borders"]);
    }
}
