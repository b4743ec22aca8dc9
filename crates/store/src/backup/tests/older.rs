//! Databases of an older version, with rows in them, are brought up to date: what a migration
//! changes of the rows, it changes alike on both engines.

use super::engines::reduce;
use super::*;
use crate::Engine;
use uuid::Uuid;

/// Runs statements, where `id(7)` stands for an id and `hash(7)` for some bytes.
async fn put(place: &Place, statements: &[&str]) {
    let mut tx = place.database().write().await.unwrap();
    for statement in statements {
        let mut text = (*statement).to_owned();
        for n in 1..=9_u128 {
            let (id, hash) = match place.database().engine() {
                Engine::Sqlite => (format!("x'{n:032x}'"), format!("x'{n:02x}'")),
                Engine::Postgres => (format!("'{}'", Uuid::from_u128(n)), format!("'\\x{n:02x}'")),
            };
            text = text.replace(&format!("id({n})"), &id);
            text = text.replace(&format!("hash({n})"), &hash);
        }
        change(&mut tx, text.leak()).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// Nine people, each with an account, and two events with nine seats: an open one of which so many
/// are taken, and one whose coordinators decide.
async fn put_people_and_events(place: &Place) {
    put(
        place,
        &["INSERT INTO countries (code, position) VALUES ('UZ', 1)"],
    )
    .await;
    for n in 1..=9 {
        let person = format!(
            "INSERT INTO people (id, email, name_latin, country, institution, job_title, language,
                created_at, updated_at)
             VALUES (id({n}), 'p{n}@example.org', 'P', 'UZ', '', '', 'en', 0, 0)"
        );
        let account = format!(
            "INSERT INTO accounts (id, person_id, created_at) VALUES (id({n}), id({n}), 0)"
        );
        put(place, &[&person, &account]).await;
    }
    for (n, mode, taken) in [(1, "open", 3), (2, "approval", 3)] {
        let event = format!(
            "INSERT INTO events (id, slug, kind, mode, state, time_zone, country, city, venue,
                capacity, taken, registration_mode, registration_opens, registration_closes,
                starts_at, ends_at, hours, certificate_kind, min_percent, excused_absence,
                created_at, updated_at)
             VALUES (id({n}), '{mode}', 'workshop', 'in-person', 'published', 'UTC', 'UZ', '{{}}',
                '{{}}', 9, {taken}, '{mode}', 1, 2, 3, 4, 1, 'completion', 80, 'leaves-count', 0, 0)"
        );
        put(place, &[&event]).await;
    }
}

/// Adds the registration of a person for an event, made at a time that is told from others.
async fn put_registration(place: &Place, person: i64, event: i64, state: &str, ended_by: &str) {
    let registration = format!(
        "INSERT INTO registrations (id, event_id, person_id, state, hold_until, name_latin, country,
            institution, job_title, language, consent_version, consented_at, registered_at, ended_by)
         VALUES (id({person}), id({event}), id({person}), '{state}', 100, 'P', 'UZ', '', '', 'en',
            '1', 0, {person}0, {ended_by})"
    );
    put(place, &[&registration]).await;
}

#[tokio::test]
async fn whoever_awaited_a_decision_before_the_engine_of_registration_holds_no_seat() {
    for place in Place::each().await {
        reduce(&place, 2).await;
        put_people_and_events(&place).await;
        for (person, event, state) in [
            (1, 1, "confirmed"),
            (2, 1, "pending"),
            (3, 1, "submitted"),
            (4, 1, "waitlisted"),
            (5, 2, "confirmed"),
            (6, 2, "pending"),
            (7, 2, "submitted"),
            (8, 2, "cancelled"),
        ] {
            put_registration(&place, person, event, state, "NULL").await;
        }
        let link = "INSERT INTO one_time_links (token_hash, purpose, subject, created_at,
                expires_at, used_at) VALUES (hash(1), 'sign-in', id(1), 5, 60, 700)";
        put(&place, &[link]).await;
        place.database().migrate().await.unwrap();
        for (query, expected) in [
            ("SELECT taken FROM events WHERE slug = 'open'", 2),
            ("SELECT taken FROM events WHERE slug = 'approval'", 1),
            (
                "SELECT registered_at FROM registrations WHERE without_seat",
                60,
            ),
            (
                "SELECT queued_at FROM registrations WHERE state = 'waitlisted'",
                40,
            ),
            (
                "SELECT count(*) FROM registrations WHERE queued_at = 0 AND priority = 0",
                7,
            ),
            (
                "SELECT created_at + expires_at + used_at FROM one_time_links",
                765,
            ),
        ] {
            assert_eq!(place.number(query).await, expected, "{query}");
        }
        // A link has one purpose more.
        let link = "INSERT INTO one_time_links (token_hash, purpose, subject, created_at,
                expires_at) VALUES (hash(2), 'answer-offer', id(1), 5, 60)";
        put(&place, &[link]).await;
    }
}

#[tokio::test]
async fn what_a_focal_point_had_withdrawn_is_said_to_be_theirs() {
    for place in Place::each().await {
        reduce(&place, 6).await;
        put_people_and_events(&place).await;
        for (person, state, ended_by) in [
            (1, "cancelled", "'person'"),
            (2, "cancelled", "'person'"),
            (3, "cancelled", "'person'"),
            (4, "declined", "'coordinator'"),
            (5, "cancelled", "'deadline'"),
            (6, "confirmed", "NULL"),
        ] {
            put_registration(&place, person, 1, state, ended_by).await;
        }
        for (person, withdrawn_at) in [(1, "9"), (2, "NULL"), (4, "9"), (5, "9")] {
            let nomination = format!(
                "INSERT INTO nominations (registration_id, event_id, country, place, note,
                    nominated_by, nominated_at, withdrawn_at)
                 VALUES (id({person}), id(1), 'UZ', 1, '', id(1), 0, {withdrawn_at})"
            );
            put(&place, &[&nomination]).await;
        }
        place.database().migrate().await.unwrap();
        let mut tx = place.database().read().await.unwrap();
        let ended = "SELECT coalesce(ended_by, 'nobody') FROM registrations ORDER BY registered_at";
        let ended = crate::testing::texts(&mut tx, ended).await.unwrap();
        let person = "person";
        let expected = [
            "focal-point",
            person,
            person,
            "coordinator",
            "deadline",
            "nobody",
        ];
        assert_eq!(ended, expected);
        let unoffered = "SELECT unoffered FROM events WHERE slug = 'open'";
        assert_eq!(count(&mut tx, unoffered).await.unwrap(), 0);
        drop(tx);
        let withdrawn = "UPDATE registrations SET ended_by = 'focal-point' WHERE id = id(4)";
        put(&place, &[withdrawn]).await;
    }
}
