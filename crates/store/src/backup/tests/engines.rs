//! From either engine to either engine, with files and keys, over nothing, over something, and
//! from an older version.

use super::*;
use crate::backup::restore::clear;
use crate::schema::{POSTGRES, SQLITE};
use crate::{SchemaState, Tx};
use std::os::unix::fs::PermissionsExt;

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[tokio::test]
async fn a_backup_comes_back_on_either_engine_as_it_was() {
    let source = Place::filled().await;
    let written = source.back_up().await;
    let original = source.everything().await;
    assert!(written.manifest.tables.len() > 20);
    assert!(written.manifest.tables.iter().all(|table| table.rows == 4));
    assert_eq!(written.manifest.files.len(), 5);
    assert_eq!(written.bytes, fs::metadata(source.archive()).unwrap().len());
    assert_eq!(mode(&source.archive()), 0o600);
    for there in Place::each().await {
        let restored = there.restore(&source.archive(), false).await.unwrap();
        assert_eq!((restored.files, restored.migrated), (5, 0));
        assert_eq!(restored.kept_keys, None);
        assert_eq!(there.everything().await, original);
        assert_eq!(
            there.database().schema().await.unwrap(),
            SchemaState::Current
        );
        assert_eq!(mode(&there.data.join("keys")), 0o700);
        assert_eq!(mode(&there.data.join("keys/issuer.pem")), 0o600);
        assert_eq!(there.names(), ["files", "keys"]);
        // And from there onwards: the backup says the same of its tables, whatever the engine.
        let again = there.back_up().await;
        let tables = |written: &Written| -> Vec<(String, String)> {
            let tables = written.manifest.tables.iter();
            let tables = tables.filter(|table| lasts(&table.name));
            let mut tables: Vec<_> = tables.map(|t| (t.name.clone(), t.sha256.clone())).collect();
            tables.sort();
            tables
        };
        assert_eq!(tables(&again), tables(&written));
        for back in Place::each().await {
            back.restore(&there.archive(), false).await.unwrap();
            assert_eq!(back.everything().await, original);
        }
    }
}

#[tokio::test]
async fn what_let_somebody_in_when_the_backup_was_made_does_so_no_more() {
    let source = Place::filled().await;
    for statement in [
        "UPDATE one_time_links SET purpose = 'sign-in'",
        "UPDATE one_time_links SET purpose = 'answer-offer'
         WHERE token_hash = (SELECT min(token_hash) FROM one_time_links)",
    ] {
        source.run(statement).await;
    }
    source.back_up().await;
    let links = "SELECT count(*) FROM one_time_links WHERE purpose = 'answer-offer'";
    let kept = source.number(links).await;
    assert_eq!(kept, 1);
    for there in Place::each().await {
        let restored = there.restore(&source.archive(), false).await.unwrap();
        assert_eq!(restored.signed_out, 4);
        assert!(restored.tables.iter().all(|table| table.is_equal()));
        for (rows, left) in [
            ("SELECT count(*) FROM sign_ins", 0),
            ("SELECT count(*) FROM request_keys", 0),
            ("SELECT count(*) FROM one_time_links", kept),
            (links, kept),
            ("SELECT count(*) FROM accounts", 4),
        ] {
            assert_eq!(there.number(rows).await, left, "{rows}");
        }
    }
}

#[tokio::test]
async fn a_living_deployment_is_replaced_only_when_told_so() {
    let source = Place::filled().await;
    source.back_up().await;
    for there in Place::each().await {
        // What is there is another deployment, with rules of its own that must not stand in the way.
        let other = Place::filled().await;
        other.run("UPDATE people SET job_title = 'other'").await;
        other.put("keys/issuer.pem", b"SECRET two");
        other.put("files/certificates/B-1.pdf", b"%PDF other");
        other.back_up().await;
        there.restore(&other.archive(), false).await.unwrap();
        let before = there.everything().await;
        let refused = there.restore(&source.archive(), false).await.unwrap_err();
        let text = refused.to_string();
        for said in [
            "has rows in",
            "further tables",
            "issuer.pem",
            "4 files",
            "--force",
        ] {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert_eq!(there.everything().await, before);

        let restored = there.restore(&source.archive(), true).await.unwrap();
        assert_eq!(there.everything().await, source.everything().await);
        // Only the key that is nowhere else is kept.
        let kept = restored.kept_keys.unwrap();
        assert_eq!(fs::read(kept.join("issuer.pem")).unwrap(), b"SECRET two");
        assert_eq!(there.names(), ["files", "keys", "keys.replaced-1"]);
        let mut tx = there.database().write().await.unwrap();
        let refused = change(&mut tx, "DELETE FROM audit_log").await.unwrap_err();
        assert!(
            format!("{refused:?}").contains("append only"),
            "{refused:?}"
        );
        drop(tx);

        let again = there.restore(&source.archive(), true).await.unwrap();
        assert_eq!(again.kept_keys, None, "the same keys");
        assert_eq!(there.names(), ["files", "keys", "keys.replaced-1"]);
    }
}

#[tokio::test]
async fn files_and_keys_alone_are_not_written_over_either() {
    let source = Place::filled().await;
    source.back_up().await;
    for (path, said) in [
        ("keys/issuer.pem", "keys (issuer.pem)"),
        ("files/a", "1 files"),
    ] {
        let there = Place::sqlite().await;
        there.put(path, b"mine");
        let refused = there.restore(&source.archive(), false).await.unwrap_err();
        assert!(refused.to_string().contains(said), "{refused}");
        assert_eq!(fs::read(there.data.join(path)).unwrap(), b"mine");
    }
}

#[tokio::test]
async fn a_backup_without_keys_leaves_those_that_are_there() {
    let source = Place::sqlite().await;
    let written = source.back_up().await;
    assert!(!written.manifest.has_keys());
    let there = Place::filled().await;
    there.restore(&source.archive(), true).await.unwrap();
    assert_eq!(there.number("SELECT count(*) FROM people").await, 0);
    assert_eq!(
        fs::read(there.data.join("keys/issuer.pem")).unwrap(),
        b"SECRET one"
    );
    assert!(!there.data.join("files/certificates").exists());
}

/// Takes the tables of the newest migrations away.
pub(super) async fn reduce(place: &Place, version: i64) {
    let mut tx = place.database().write().await.unwrap();
    clear(place.database(), &mut tx).await.unwrap();
    match &mut tx {
        Tx::Sqlite(tx) => {
            let mut held = tx.connection().await.unwrap();
            SQLITE.run_to(version, &mut *held).await.unwrap();
        }
        Tx::Postgres(tx) => POSTGRES.run_to(version, &mut **tx).await.unwrap(),
    }
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_backup_of_an_older_version_is_brought_up_to_date() {
    let missing = crate::schema::versions().len() - 1;
    assert!(missing > 0);
    for source in Place::each().await {
        reduce(&source, 1).await;
        let behind = source.database().schema().await.unwrap();
        assert_eq!(behind, SchemaState::Behind(missing));
        source
            .run("INSERT INTO countries (code, position) VALUES ('UZ', 7)")
            .await;
        let written = source.back_up().await;
        assert_eq!(written.manifest.schema, [1]);
        for there in Place::each().await {
            there
                .run("INSERT INTO countries (code, position) VALUES ('TJ', 1)")
                .await;
            let restored = there.restore(&source.archive(), true).await.unwrap();
            assert_eq!(restored.migrated, missing);
            let database = there.database();
            assert_eq!(database.schema().await.unwrap(), SchemaState::Current);
            assert_eq!(there.number("SELECT position FROM countries").await, 7);
            assert_eq!(there.number("SELECT count(*) FROM attempts").await, 0);
        }
    }
}

#[tokio::test]
async fn a_database_of_an_older_version_is_replaced_as_well() {
    let source = Place::filled().await;
    source.back_up().await;
    for there in Place::each().await {
        reduce(&there, 1).await;
        there.restore(&source.archive(), false).await.unwrap();
        assert_eq!(there.everything().await, source.everything().await);
    }
}
