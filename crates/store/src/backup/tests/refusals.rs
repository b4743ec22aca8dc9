//! Restoring that fails half way leaves everything; backing up that fails leaves nothing.

use super::*;
use crate::backup::BackupError;
use std::os::unix::fs::symlink;
use std::time::Duration;

#[tokio::test]
async fn a_restoring_that_fails_leaves_everything_as_it_was() {
    let source = Place::filled().await;
    source.back_up().await;
    for there in Place::each().await {
        let other = Place::filled().await;
        other.run("UPDATE people SET job_title = 'other'").await;
        other.put("keys/issuer.pem", b"SECRET two");
        other.back_up().await;
        there.restore(&other.archive(), false).await.unwrap();
        // A table of others that points to a row which is not in the backup.
        for statement in [
            "INSERT INTO countries (code, position) VALUES ('qq', 1)",
            "CREATE TABLE ledger (code TEXT PRIMARY KEY REFERENCES countries (code))",
            "INSERT INTO ledger (code) VALUES ('qq')",
        ] {
            there.run(statement).await;
        }
        let before = there.everything().await;
        there.restore(&source.archive(), true).await.unwrap_err();
        assert_eq!(there.everything().await, before);
        assert_eq!(there.names(), ["files", "keys"]);
    }
}

#[tokio::test]
async fn folders_put_in_place_can_be_put_back_and_nobody_begins_meanwhile() {
    let source = Place::filled().await;
    source.back_up().await;
    for there in Place::each().await {
        let other = Place::filled().await;
        other.run("UPDATE people SET job_title = 'other'").await;
        other.back_up().await;
        there.restore(&other.archive(), false).await.unwrap();
        let before = there.everything().await;
        let mut archive = Archive::open(&source.archive()).unwrap();
        // As where the commit, which is the last step, fails.
        let stage = crate::backup::folders::Stage::new(&there.data, vec!["files", "keys"]);
        let mut stage = stage.unwrap();
        fs::write(stage.new_folder().join("files/new"), b"new").unwrap();
        stage.swap().unwrap();
        assert!(there.data.join("files/new").exists());
        // While it is there, nobody else begins.
        let refused = restore(&mut archive, there.database(), &there.data, true).await;
        assert!(
            matches!(refused, Err(BackupError::Interrupted(_))),
            "{refused:?}"
        );
        stage.undo().unwrap();
        drop(stage);
        assert_eq!(there.everything().await, before);
        assert_eq!(there.names(), ["files", "keys"]);
    }
}

#[tokio::test]
async fn what_a_killed_restoring_left_is_swept_away() {
    let source = Place::filled().await;
    source.back_up().await;
    let there = Place::sqlite().await;
    there.put(".restoring/new/keys/issuer.pem", b"half");
    there.restore(&source.archive(), false).await.unwrap();
    assert_eq!(there.everything().await, source.everything().await);
    assert_eq!(there.names(), ["files", "keys"]);
}

#[tokio::test]
async fn a_database_of_a_newer_version_is_not_half_replaced() {
    let source = Place::filled().await;
    source.back_up().await;
    for there in Place::each().await {
        there
            .run("UPDATE _sqlx_migrations SET version = 9999 WHERE version = 2")
            .await;
        there
            .run("CREATE TABLE payments (id BIGINT PRIMARY KEY)")
            .await;
        let refused = there.restore(&source.archive(), true).await.unwrap_err();
        assert!(refused.to_string().contains("payments"), "{refused}");
        let refused = write(there.database(), &there.data, ORIGIN, &there.archive()).await;
        let text = refused.unwrap_err().to_string();
        assert!(text.contains("newer version"), "{text}");
        there.run("DROP TABLE payments").await;
        there.restore(&source.archive(), true).await.unwrap();
        assert_eq!(there.everything().await, source.everything().await);
    }
}

#[tokio::test]
async fn a_backup_writes_over_nothing_and_leaves_no_draft() {
    let source = Place::filled().await;
    source.back_up().await;
    let before = fs::read(source.archive()).unwrap();
    let refused = write(source.database(), &source.data, ORIGIN, &source.archive()).await;
    assert!(
        matches!(refused, Err(BackupError::Exists(_))),
        "{refused:?}"
    );
    assert_eq!(fs::read(source.archive()).unwrap(), before);
    fs::remove_file(source.archive()).unwrap();
    let away = source.data.join("no-such-folder").join("backup.zip");
    assert!(
        write(source.database(), &source.data, ORIGIN, &away)
            .await
            .is_err()
    );
    // A link could lead anywhere, and a pipe would never end.
    symlink("/etc/hostname", source.data.join("files/link")).unwrap();
    let refused = write(source.database(), &source.data, ORIGIN, &source.archive()).await;
    assert!(matches!(refused, Err(BackupError::Odd(_))), "{refused:?}");
    assert_eq!(source.names(), ["files", "keys"]);
}

#[tokio::test]
async fn a_backup_does_not_hold_itself() {
    let source = Place::filled().await;
    for place in [
        "files/backup.zip",
        "files/certificates/backup.zip",
        "keys/../files/backup.zip",
    ] {
        let to = source.data.join(place);
        let refused = write(source.database(), &source.data, ORIGIN, &to).await;
        assert!(
            matches!(refused, Err(BackupError::Within(_))),
            "{place}: {refused:?}"
        );
    }
}

#[tokio::test]
async fn a_backup_that_is_given_up_leaves_no_draft() {
    let source = Place::filled().await;
    let draft = || {
        source
            .names()
            .into_iter()
            .any(|name| name.contains(".part-"))
    };
    let archive = source.archive();
    let mut writing = Box::pin(write(source.database(), &source.data, ORIGIN, &archive));
    while !draft() {
        let moment = tokio::time::timeout(Duration::from_micros(100), &mut writing).await;
        assert!(moment.is_err(), "it was given up in time");
    }
    drop(writing);
    assert_eq!(source.names(), ["files", "keys"]);
}

#[tokio::test]
async fn a_file_that_is_still_being_written_is_passed_over() {
    let source = Place::filled().await;
    source.put("files/certificates/A-3.pdf#7", b"half");
    let written = source.back_up().await;
    assert_eq!(written.manifest.files.len(), 5);
}

#[tokio::test]
async fn a_damaged_database_is_not_backed_up_as_if_it_were_whole() {
    let source = Place::filled().await;
    let Database::Sqlite { writer, .. } = source.database() else {
        panic!("it is SQLite");
    };
    // The index that reading would go by loses a row of the table.
    let lose = "PRAGMA writable_schema = ON;
        CREATE INDEX partial ON people (email);
        UPDATE sqlite_schema SET sql = 'CREATE INDEX partial ON people (job_title)'
        WHERE name = 'partial';
        PRAGMA writable_schema = RESET;";
    sqlx::raw_sql(lose).execute(writer).await.unwrap();
    let refused = write(source.database(), &source.data, ORIGIN, &source.archive()).await;
    let text = refused.unwrap_err().to_string();
    assert!(text.contains("damaged"), "{text}");
    assert_eq!(source.names(), ["files", "keys"]);
}
