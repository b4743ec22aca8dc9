//! Reference data stay what they are when they are put in again; a demonstration is whole, fits
//! the rules that hold for everything else, and is the same whenever it is put in on one day.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use maktab_domain::{PersonId, Span, Timestamp};
use maktab_services::seed::demonstration_accounts;
use maktab_services::signing::Issuing;
use maktab_services::{Error, PublicAddress, SeededRandom, Services, Settings, TravelClock};
use maktab_store::people::{self, Details};
use maktab_store::testing::{TestDatabase, count};
use std::sync::Arc;

/// Wednesday 13 January 2027, 10:00 UTC.
const NOW: Timestamp = Timestamp(1_799_834_400_000);

/// Events to come for which a focal point who can sign in has proposed people on whom nobody has
/// decided, and which keep seats for the country.
const PROPOSED_BY_TJ: &str = "SELECT count(DISTINCT n.event_id) FROM nominations n
    JOIN registrations r ON r.id = n.registration_id
    JOIN quotas q ON q.event_id = n.event_id AND q.country = n.country
    WHERE n.country = 'TJ' AND r.state = 'submitted' AND r.consent_version = ''";
const PROPOSED_BY_IR: &str = "SELECT count(DISTINCT n.event_id) FROM nominations n
    JOIN registrations r ON r.id = n.registration_id
    JOIN quotas q ON q.event_id = n.event_id AND q.country = n.country
    WHERE n.country = 'IR' AND r.state = 'submitted' AND r.consent_version = ''";

fn on(database: &TestDatabase, now: Timestamp) -> Services {
    let address = PublicAddress::parse("http://127.0.0.1:3000").unwrap();
    let clock = Arc::new(TravelClock::stopped(now));
    let random = Arc::new(SeededRandom::new(7));
    let issuing = Issuing::in_memory(&address, [7; 32]).unwrap();
    let settings = Settings::new(address);
    Services::new(database.database.clone(), clock, random, settings).with_certificates(issuing)
}

async fn counted(services: &Services, sql: &'static str) -> i64 {
    let mut tx = services.database().read().await.unwrap();
    count(&mut tx, sql).await.unwrap()
}

async fn texts(services: &Services, sql: &'static str) -> Vec<String> {
    let mut tx = services.database().read().await.unwrap();
    maktab_store::testing::texts(&mut tx, sql).await.unwrap()
}

#[tokio::test]
async fn reference_data_can_be_put_in_again() {
    for database in TestDatabase::each().await {
        let services = on(&database, NOW);
        assert_eq!(services.unsigned_organisations().await.unwrap(), None);
        services.seed_reference().await.unwrap();
        services
            .name_signatory("eco", " R. Yusupov ")
            .await
            .unwrap();
        services.seed_reference().await.unwrap();
        let unsigned = services.unsigned_organisations().await.unwrap();
        assert_eq!(unsigned, Some(vec!["iom".to_owned()]), "who signs stays");
        for (sql, rows) in [
            ("SELECT count(*) FROM organisations", 2),
            ("SELECT count(*) FROM countries", 10),
            ("SELECT count(*) FROM areas", 10),
        ] {
            assert_eq!(counted(&services, sql).await, rows, "{sql}");
        }
        let nobody = services.name_signatory("un", "A. B.").await;
        assert!(matches!(nobody, Err(Error::NotFound)));
        let empty = services.name_signatory("eco", " ").await;
        assert!(matches!(empty, Err(Error::Refused(_))));
        assert!(!services.holds_demonstration().await.unwrap());
    }
}

#[tokio::test]
async fn a_demonstration_is_whole_and_fits_the_rules() {
    for database in TestDatabase::each().await {
        let services = on(&database, NOW);
        let seeded = services.seed_demonstration().await.unwrap();
        assert!(seeded.people >= 400 && seeded.courses >= 12 && seeded.events >= 40);
        assert!(services.holds_demonstration().await.unwrap());
        for (sql, rows) in [
            ("SELECT count(*) FROM people", seeded.people),
            ("SELECT count(*) FROM registrations", seeded.registrations),
            ("SELECT count(*) FROM attendance", seeded.attendance),
            ("SELECT count(*) FROM certificates", seeded.certificates),
        ] {
            assert_eq!(counted(&services, sql).await, i64::try_from(rows).unwrap());
        }
        for nothing in [
            // Seats are counted as registering would have counted them.
            "SELECT count(*) FROM events e WHERE taken <> (SELECT count(*) FROM registrations r
               WHERE r.event_id = e.id AND (state IN ('confirmed', 'offered')
               OR (state = 'pending' AND NOT without_seat)))",
            "SELECT count(*) FROM quotas q WHERE taken <> (SELECT count(*) FROM registrations r
               WHERE r.event_id = q.event_id AND r.country = q.country
               AND r.state IN ('confirmed', 'offered'))",
            // A focal point proposes people of the own country, each at a place of its own.
            "SELECT count(*) FROM nominations n JOIN registrations r ON r.id = n.registration_id
               WHERE n.event_id <> r.event_id OR n.country <> r.country",
            "SELECT count(*) FROM nominations n JOIN nominations o ON o.event_id = n.event_id
               AND o.country = n.country AND o.place = n.place
               WHERE o.registration_id <> n.registration_id",
            // Attendance is of sessions in which it is taken, and of the same event.
            "SELECT count(*) FROM attendance a JOIN sessions s ON s.id = a.session_id
               JOIN registrations r ON r.id = a.registration_id
               WHERE r.event_id <> s.event_id OR s.tracked = false OR a.recorded_at < s.starts_at",
            // What took the place of a record is there.
            "SELECT count(*) FROM attendance f WHERE superseded_at IS NOT NULL AND NOT EXISTS (
               SELECT 1 FROM attendance a WHERE a.registration_id = f.registration_id
               AND a.session_id = f.session_id AND a.recorded_at = f.superseded_at)",
            "SELECT count(*) FROM events e WHERE NOT EXISTS (
               SELECT 1 FROM event_texts t WHERE t.event_id = e.id AND t.language = 'en')",
            "SELECT count(*) FROM events WHERE id NOT IN (
               SELECT event_id FROM event_search WHERE folded <> '')",
            "SELECT count(*) FROM registrations WHERE registered_at > 1799834400000",
            "SELECT count(*) FROM events WHERE state <> 'draft' AND id NOT IN (
               SELECT event_id FROM event_organisers)",
        ] {
            assert_eq!(counted(&services, nothing).await, 0, "{nothing}");
        }
        assert!(seeded.certificates > 300, "{seeded:?}");
        let revoked = "SELECT count(*) FROM certificates WHERE revoked_at IS NOT NULL";
        assert!(counted(&services, revoked).await > 0);
        told_accounts_are_there(&services).await;
        for proposed in [PROPOSED_BY_TJ, PROPOSED_BY_IR] {
            assert!(counted(&services, proposed).await >= 2, "{proposed}");
        }
        for state in [
            "SELECT count(*) FROM invitations WHERE uses > 0",
            "SELECT count(*) FROM invitations WHERE declined_at IS NOT NULL",
            "SELECT count(*) FROM invitations WHERE uses = 0 AND declined_at IS NULL",
        ] {
            assert!(counted(&services, state).await > 0, "{state}");
        }
        let former = "SELECT count(*) FROM attendance WHERE superseded_at IS NOT NULL";
        assert!(counted(&services, former).await > 50, "a history");
    }
}

#[tokio::test]
async fn a_demonstration_goes_only_into_an_empty_database() {
    let database = TestDatabase::sqlite().await;
    let services = on(&database, NOW);
    services.seed_reference().await.unwrap();
    let details = Details {
        name_latin: "Aziza Karimova".to_owned(),
        name_native: None,
        name_native_language: None,
        country: "UZ".to_owned(),
        institution: "State Border Service".to_owned(),
        job_title: "Officer".to_owned(),
        language: "ru".to_owned(),
    };
    let mut tx = services.database().write().await.unwrap();
    let id = PersonId("0193b2f0-0000-7000-8000-000000000001".parse().unwrap());
    let added = people::insert(&mut tx, id, "aziza@example.org", None, &details, NOW).await;
    assert!(added.unwrap());
    tx.commit().await.unwrap();
    let refused = services.seed_demonstration().await;
    assert!(matches!(refused, Err(Error::NotNow(_))), "{refused:?}");
    assert_eq!(counted(&services, "SELECT count(*) FROM people").await, 1);
}

#[tokio::test]
async fn one_day_gives_one_demonstration() {
    let (one, other) = (TestDatabase::sqlite().await, TestDatabase::sqlite().await);
    let morning = on(&one, NOW);
    let evening = on(&other, NOW + Span::hours(9));
    morning.seed_demonstration().await.unwrap();
    evening.seed_demonstration().await.unwrap();
    for sql in [
        "SELECT hex(id) || code || names || signatory_name FROM organisations ORDER BY 1",
        "SELECT hex(id) || email || name_latin || coalesce(name_native, '') FROM people ORDER BY 1",
        "SELECT hex(id) || hex(person_id) || password_hash FROM accounts ORDER BY 1",
        "SELECT hex(id) || hex(account_id) || role FROM role_grants ORDER BY 1",
        "SELECT hex(id) || slug FROM courses ORDER BY 1",
        "SELECT hex(id) || slug || state || starts_at || taken FROM events ORDER BY 1",
        "SELECT hex(id) || titles || starts_at FROM sessions ORDER BY 1",
        "SELECT hex(id) || hex(person_id) || state FROM registrations ORDER BY 1",
        "SELECT hex(id) || hex(registration_id) || status || recorded_at FROM attendance ORDER BY 1",
        "SELECT hex(id) || number || facts || status_index FROM certificates ORDER BY 1",
    ] {
        let (one, other) = (texts(&morning, sql).await, texts(&evening, sql).await);
        assert!(!one.is_empty(), "{sql}");
        assert!(one == other, "{sql}");
    }
}

/// The accounts that are told of are the ones that are there.
async fn told_accounts_are_there(services: &Services) {
    let told = demonstration_accounts(NOW).unwrap();
    let accounts = counted(services, "SELECT count(*) FROM accounts").await;
    assert_eq!(accounts, i64::try_from(told.len()).unwrap());
    let mut tx = services.database().read().await.unwrap();
    for account in told {
        let person = people::by_email(&mut tx, &account.address).await;
        let person = person.unwrap().unwrap();
        assert_eq!(person.details.name_latin, account.name);
        assert!(person.email_verified_at.is_some(), "{}", account.address);
    }
}
