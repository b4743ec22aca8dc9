//! A backup of a deployment at work is one consistent picture of it.

use super::*;
use crate::people::{self, Details};
use crate::registrations::{self, NewRegistration};
use crate::seats::{self, Claim};
use maktab_domain::{
    EventId, OrganisationId, ParticipantRole, PersonId, RegistrationId, RegistrationState, Texts,
    Timestamp,
};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;
use uuid::Uuid;

const EVENT: EventId = EventId(Uuid::from_u128(1));
const NOW: Timestamp = Timestamp(1_000);
const SEATS: &str = "SELECT taken FROM events";
const HELD: &str = "SELECT count(*) FROM registrations WHERE state = 'confirmed'";
const WITHOUT_A_PERSON: &str = "SELECT count(*) FROM registrations r
    WHERE NOT EXISTS (SELECT 1 FROM people p WHERE p.id = r.person_id)";

/// An event with seats enough, and many people.
async fn world(place: &Place) {
    use crate::testing as rows;
    let mut tx = place.database().write().await.unwrap();
    let names = Texts::new([("en", "ECO")]);
    let organiser = OrganisationId(Uuid::from_u128(2));
    rows::organisation(&mut tx, organiser, "eco", &names)
        .await
        .unwrap();
    rows::country(&mut tx, "UZ", 1).await.unwrap();
    rows::area(&mut tx, "ii", &names, 1).await.unwrap();
    let plan = rows::PlannedEvent {
        slug: "borders".to_owned(),
        titles: names,
        state: "published".to_owned(),
        registration_mode: "open".to_owned(),
        capacity: 1_000_000,
        opens: Timestamp(1),
        closes: Timestamp(5_000),
        starts: Timestamp(6_000),
        ends: Timestamp(9_000),
        time_zone: "Asia/Tashkent".to_owned(),
        organisers: vec![organiser],
        min_percent: 80,
    };
    rows::event(&mut tx, EVENT, &plan, NOW).await.unwrap();
    for number in 0..2_000 {
        person(&mut tx, 1 << 80 | number).await;
    }
    tx.commit().await.unwrap();
}

fn details() -> Details {
    Details {
        name_latin: "Aziza".to_owned(),
        name_native: None,
        name_native_language: None,
        country: "UZ".to_owned(),
        institution: String::new(),
        job_title: String::new(),
        language: "uz".to_owned(),
    }
}

async fn person(tx: &mut crate::Tx, number: u128) -> PersonId {
    let id = PersonId(Uuid::from_u128(number));
    let email = format!("p{number}@example.org");
    let added = people::insert(tx, id, &email, None, &details(), NOW).await;
    assert!(added.unwrap());
    id
}

/// Registers a new person: one transaction, as the use case does it.
async fn register(database: &Database, number: u128) {
    let mut tx = database.write().await.unwrap();
    let person = person(&mut tx, number).await;
    let new = NewRegistration {
        id: RegistrationId(Uuid::from_u128(number)),
        event: EVENT,
        person,
        state: RegistrationState::Confirmed,
        hold_until: None,
        without_seat: false,
        role: ParticipantRole::Participant,
        organisation: None,
        invitation: None,
        details: &details(),
        consent_version: "1",
        now: NOW,
    };
    assert!(registrations::insert(&mut tx, &new).await.unwrap());
    let claim = Claim {
        event: EVENT,
        role: new.role,
        country: &new.details.country,
        organisation: None,
    };
    seats::take(&mut tx, &claim).await.unwrap().unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_made_while_people_register_is_consistent() {
    for source in Place::each().await {
        world(&source).await;
        let stop = Arc::new(AtomicBool::new(false));
        let writers: Vec<_> = (1..=4_u128)
            .map(|writer| {
                let (database, stop) = (source.database().clone(), stop.clone());
                tokio::spawn(async move {
                    let mut number = writer << 40;
                    while !stop.load(Ordering::Relaxed) {
                        number += 1;
                        register(&database, number).await;
                        tokio::time::sleep(Duration::from_millis(1)).await;
                    }
                })
            })
            .collect();
        let mut archives = Vec::new();
        for place in 0..3 {
            let before = source.number(HELD).await;
            let path = source.data.join(format!("{place}.zip"));
            write(source.database(), &source.data, ORIGIN, &path)
                .await
                .unwrap();
            let after = source.number(HELD).await;
            assert!(before < after, "nobody registered meanwhile");
            archives.push((path, before, after));
        }
        stop.store(true, Ordering::Relaxed);
        for writer in writers {
            writer.await.unwrap();
        }
        for (archive, before, after) in archives {
            for there in Place::each().await {
                there.restore(&archive, false).await.unwrap();
                let held = there.number(HELD).await;
                assert!((before..=after).contains(&held), "{before} {held} {after}");
                assert_eq!(there.number(SEATS).await, held);
                assert_eq!(there.number(WITHOUT_A_PERSON).await, 0);
            }
        }
    }
}
