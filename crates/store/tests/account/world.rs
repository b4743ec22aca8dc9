//! A database with a country, an organisation and an event.

use maktab_domain::{EventId, OrganisationId, PersonId, Texts, Timestamp};
use maktab_store::people::Details;
use maktab_store::testing::{self, PlannedEvent, TestDatabase};
use maktab_store::{Tx, people};

pub const NOW: Timestamp = Timestamp(1_000_000);
pub const EVENT: EventId = EventId(uuid::Uuid::from_u128(1));

pub fn id(n: u128) -> uuid::Uuid {
    uuid::Uuid::from_u128(n)
}

pub fn details(name: &str) -> Details {
    Details {
        name_latin: name.to_owned(),
        name_native: Some("Азиза".to_owned()),
        name_native_language: Some("uz".to_owned()),
        country: "UZ".to_owned(),
        institution: "Border Committee".to_owned(),
        job_title: "Inspector".to_owned(),
        language: "fa".to_owned(),
    }
}

/// Every engine, each with the event `borders` of two seats.
pub async fn each() -> Vec<TestDatabase> {
    let all = TestDatabase::each().await;
    for test in &all {
        let mut tx = test.database.write().await.unwrap();
        let organiser = OrganisationId(id(2));
        let names = Texts::new([("en", "ECO")]);
        testing::organisation(&mut tx, organiser, "eco", &names)
            .await
            .unwrap();
        testing::country(&mut tx, "UZ", 1).await.unwrap();
        testing::country(&mut tx, "AF", 0).await.unwrap();
        testing::area(&mut tx, "ii", &names, 1).await.unwrap();
        let plan = PlannedEvent {
            slug: "borders".to_owned(),
            titles: Texts::new([("en", "Borders"), ("fa", "مرزها")]),
            state: "published".to_owned(),
            registration_mode: "open".to_owned(),
            capacity: 2,
            opens: Timestamp(1),
            closes: Timestamp(5_000_000),
            starts: Timestamp(6_000_000),
            ends: Timestamp(9_000_000),
            time_zone: "Asia/Tashkent".to_owned(),
            organisers: vec![organiser],
            min_percent: 80,
        };
        testing::event(&mut tx, EVENT, &plan, NOW).await.unwrap();
        tx.commit().await.unwrap();
    }
    all
}

/// Adds a person with this address.
pub async fn person(tx: &mut Tx, n: u128, email: &str) -> PersonId {
    let id = PersonId(id(n));
    let added = people::insert(tx, id, email, None, &details("Aziza"), NOW).await;
    assert!(added.unwrap());
    id
}
