//! The shape of a database is known: new, behind, as it should be, or changed by another.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use maktab_domain::{OutboxId, Timestamp};
use maktab_store::outbox::{self, NewMail};
use maktab_store::testing::{TestDatabase, change, count};
use maktab_store::{Database, Engine, SchemaState};

#[tokio::test]
async fn a_migrated_database_is_current_on_both_engines() {
    for there in TestDatabase::each().await {
        assert_eq!(there.database.schema().await.unwrap(), SchemaState::Current);
    }
}

#[tokio::test]
async fn a_new_database_is_empty() {
    let folder = std::env::temp_dir().join(format!("maktab-schema-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let address = format!("sqlite:{}", folder.join("new.db").display());
    let database = Database::open(&address).await.unwrap();
    assert_eq!(database.schema().await.unwrap(), SchemaState::Empty);
    database.migrate().await.unwrap();
    assert_eq!(database.schema().await.unwrap(), SchemaState::Current);
    database.close().await;
    std::fs::remove_dir_all(&folder).unwrap();
}

/// A row whose id can stand for any other.
async fn with_a_mail(database: &Database) {
    let mail = NewMail {
        id: OutboxId(uuid::Uuid::from_u128(1)),
        kind: "test",
        recipient: "a@example.org",
        language: "en",
        subject: "Subject",
        body: "Text",
        calendar: None,
        now: Timestamp(0),
        due: Timestamp(0),
        secret_until: None,
    };
    let mut tx = database.write().await.unwrap();
    outbox::insert(&mut tx, &mail).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn what_no_code_knows_is_refused_by_the_database() {
    for there in TestDatabase::each().await {
        with_a_mail(&there.database).await;
        for statement in [
            "UPDATE outbox SET attempts = -1",
            "UPDATE outbox SET tried_before = -1",
            "INSERT INTO decisions (id, registration_id, batch_id, from_state, to_state,
                decided_by, decided_at)
             SELECT id, id, id, 'nowhere', 'confirmed', id, 0 FROM outbox",
            "INSERT INTO decisions (id, registration_id, batch_id, from_state, to_state,
                decided_by, decided_at)
             SELECT id, id, id, 'submitted', 'nowhere', id, 0 FROM outbox",
            "INSERT INTO import_rows (id, import_id, number, email, name_latin, country,
                institution, job_title, language, role, person_id, registration_id, outbox_id)
             SELECT id, id, 1, '', '', 'UZ', '', '', 'en', 'visitor', id, id, id FROM outbox",
        ] {
            let mut tx = there.database.write().await.unwrap();
            let refused = change(&mut tx, statement).await.unwrap_err();
            let refused = format!("{refused:?}").to_lowercase();
            assert!(refused.contains("check"), "{statement}: {refused}");
        }
        let countries = match there.database.engine() {
            Engine::Sqlite => {
                "SELECT count(*) FROM pragma_foreign_key_list('import_rows')
                 WHERE \"table\" = 'countries' AND \"from\" = 'country'"
            }
            Engine::Postgres => {
                "SELECT count(*) FROM pg_constraint
                 WHERE conrelid = 'import_rows'::regclass AND confrelid = 'countries'::regclass"
            }
        };
        let mut tx = there.database.read().await.unwrap();
        assert_eq!(count(&mut tx, countries).await.unwrap(), 1);
    }
}
