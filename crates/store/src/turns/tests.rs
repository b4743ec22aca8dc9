//! The rounds of writers: who shares a commit, and what a failure undoes.

use super::{Pace, Turns};
use crate::testing::{TestDatabase, change, count, country};
use crate::{Database, Error, Result, SqliteTx, Tx};
use std::pin::{Pin, pin};
use std::time::Duration;
use tokio::time::timeout;

/// Long enough for whatever does not have to wait.
const MOMENT: Duration = Duration::from_millis(100);
/// Long enough for a busy machine.
const LONG: Duration = Duration::from_secs(30);

/// A database on SQLite, and turns at its writer that wait for others as long as there are any.
async fn sqlite(patience: Duration) -> (TestDatabase, Turns) {
    let test = TestDatabase::sqlite().await;
    let Database::Sqlite { writer, .. } = &test.database else {
        panic!("it is SQLite");
    };
    let pace = Pace {
        patience,
        longest: LONG,
    };
    let turns = Turns::at(writer.clone(), pace);
    (test, turns)
}

async fn countries(test: &TestDatabase) -> i64 {
    let mut tx = test.database.read().await.unwrap();
    count(&mut tx, "SELECT count(*) FROM countries")
        .await
        .unwrap()
}

async fn turn(turns: &Turns, alone: bool) -> Tx {
    Tx::Sqlite(SqliteTx::writing(turns.next(alone).await.unwrap()))
}

/// Begins a transaction and adds a country in it.
async fn adding(turns: &Turns, code: &str) -> Tx {
    let mut tx = turn(turns, false).await;
    country(&mut tx, code, 1).await.unwrap();
    tx
}

/// A commit that waits for the others of its group: whoever asks for the next turn must have
/// asked before, or the group would have ended without it.
async fn waits(commit: &mut Pin<&mut impl Future<Output = Result<()>>>) -> bool {
    timeout(MOMENT, commit).await.is_err()
}

/// One who has committed and one whose turn it is now, in one group.
macro_rules! group {
    ($turns:expr, $first:ident, $second:ident) => {
        let held = adding($turns, "AA").await;
        let next = tokio::spawn({
            let turns = $turns.clone();
            async move { adding(&turns, "BB").await }
        });
        // The second has asked before the first ends.
        tokio::task::yield_now().await;
        let mut $first = pin!(held.commit());
        let $second = tokio::select! {
            done = &mut $first => panic!("committed before the second had its turn: {done:?}"),
            second = next => second.unwrap(),
        };
    };
}

#[tokio::test]
async fn a_commit_is_answered_only_when_that_of_the_group_is_done() {
    let (test, turns) = sqlite(LONG).await;
    group!(&turns, first, second);
    assert!(
        waits(&mut first).await,
        "answered before it was on the disk"
    );
    assert_eq!(countries(&test).await, 0, "seen too early");
    second.commit().await.unwrap();
    first.await.unwrap();
    assert_eq!(countries(&test).await, 2);
}

#[tokio::test]
async fn who_is_dropped_takes_nothing_of_others_along() {
    let (test, turns) = sqlite(LONG).await;
    group!(&turns, first, second);
    assert!(waits(&mut first).await);
    drop(second);
    first.await.unwrap();
    assert_eq!(countries(&test).await, 1);
    adding(&turns, "CC").await.commit().await.unwrap();
    assert_eq!(countries(&test).await, 2);
}

#[tokio::test]
async fn who_fails_takes_nothing_of_others_along_and_cannot_commit() {
    let (test, turns) = sqlite(LONG).await;
    group!(&turns, first, second);
    let mut second = second;
    let refused = country(&mut second, "AA", 1).await;
    assert!(matches!(refused, Err(Error::Duplicate(_))), "{refused:?}");
    let after = country(&mut second, "CC", 1).await;
    assert!(matches!(after, Err(Error::Database(_))), "{after:?}");
    second.commit().await.unwrap_err();
    first.await.unwrap();
    assert_eq!(countries(&test).await, 1);
}

#[tokio::test]
async fn a_failed_transaction_cannot_be_committed_on_either_engine() {
    for test in TestDatabase::each().await {
        let mut tx = test.database.write().await.unwrap();
        country(&mut tx, "AA", 1).await.unwrap();
        country(&mut tx, "AA", 1).await.unwrap_err();
        tx.commit().await.unwrap_err();
        assert_eq!(countries(&test).await, 0);
    }
}

#[tokio::test]
async fn a_commit_that_fails_fails_for_everybody() {
    let (test, turns) = sqlite(LONG).await;
    group!(&turns, first, second);
    let mut second = second;
    // What points nowhere is found out by the commit.
    change(&mut second, "PRAGMA defer_foreign_keys = ON")
        .await
        .unwrap();
    change(
        &mut second,
        "INSERT INTO course_areas (course_id, area) VALUES (X'00', 'none')",
    )
    .await
    .unwrap();
    let (first, second) = tokio::join!(first, second.commit());
    for outcome in [first, second] {
        let Err(Error::Shared(cause)) = outcome else {
            panic!("{outcome:?}");
        };
        assert!(matches!(*cause, Error::Refused(_)), "{cause:?}");
    }
    assert_eq!(countries(&test).await, 0);
    adding(&turns, "CC").await.commit().await.unwrap();
    assert_eq!(countries(&test).await, 1);
}

#[tokio::test]
async fn what_sqlite_gives_up_by_itself_is_acknowledged_to_nobody() {
    let (test, turns) = sqlite(LONG).await;
    group!(&turns, first, second);
    let mut second = second;
    // This conflict ends the whole transaction, not only the statement.
    let ended = change(
        &mut second,
        "INSERT OR ROLLBACK INTO countries VALUES ('AA', 1)",
    )
    .await;
    ended.unwrap_err();
    // It would be on its own, and stay.
    country(&mut second, "CC", 1).await.unwrap_err();
    let (first, second) = tokio::join!(first, second.commit());
    assert!(first.is_err() && second.is_err(), "{first:?} {second:?}");
    assert_eq!(countries(&test).await, 0);
    adding(&turns, "DD").await.commit().await.unwrap();
    assert_eq!(countries(&test).await, 1);
}

#[tokio::test]
async fn who_never_ends_stops_the_others_only_for_a_while() {
    let (test, turns) = sqlite(MOMENT * 2).await;
    let mut first = turn(&turns, false).await;
    country(&mut first, "AA", 1).await.unwrap();
    let (first, mut endless) = tokio::join!(first.commit(), async {
        let mut endless = turn(&turns, false).await;
        country(&mut endless, "BB", 1).await.unwrap();
        endless
    });
    first.unwrap();
    let late = country(&mut endless, "CC", 1).await;
    assert!(late.is_err(), "its turn was over");
    endless.commit().await.unwrap_err();
    let mut next = turn(&turns, false).await;
    country(&mut next, "DD", 1).await.unwrap();
    next.commit().await.unwrap();
    assert_eq!(countries(&test).await, 2);
}

#[tokio::test]
async fn who_takes_long_keeps_the_turn_while_nobody_waits() {
    let (test, turns) = sqlite(MOMENT * 2).await;
    let mut long = turn(&turns, false).await;
    tokio::time::sleep(MOMENT * 4).await;
    country(&mut long, "AA", 1).await.unwrap();
    long.commit().await.unwrap();
    assert_eq!(countries(&test).await, 1);
}

#[tokio::test]
async fn nobody_waits_for_a_commit_together_with_one_who_writes_alone() {
    let (test, turns) = sqlite(LONG).await;
    let first = adding(&turns, "AA").await;
    let long = tokio::spawn({
        let turns = turns.clone();
        async move { turn(&turns, true).await }
    });
    tokio::task::yield_now().await;
    // It does not wait for the long one, which waits behind it.
    timeout(LONG / 2, first.commit()).await.unwrap().unwrap();
    let mut long = long.await.unwrap();
    assert_eq!(countries(&test).await, 1);
    country(&mut long, "BB", 1).await.unwrap();
    let next = tokio::spawn({
        let turns = turns.clone();
        async move { adding(&turns, "CC").await }
    });
    tokio::task::yield_now().await;
    timeout(LONG / 2, long.commit()).await.unwrap().unwrap();
    next.await.unwrap().commit().await.unwrap();
    assert_eq!(countries(&test).await, 3);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_at_once_each_keep_or_lose_what_is_their_own() {
    for test in TestDatabase::each().await {
        let writers: Vec<_> = (0..200_u8)
            .map(|number| {
                let database = test.database.clone();
                tokio::spawn(async move {
                    let code = [b'A' + number / 20, b'A' + number % 20];
                    let code = String::from_utf8(code.to_vec()).unwrap();
                    let mut tx = database.write().await.unwrap();
                    country(&mut tx, &code, 1).await.unwrap();
                    match number % 4 {
                        0 => drop(tx),
                        1 => drop(country(&mut tx, &code, 1).await.unwrap_err()),
                        _ => tx.commit().await.unwrap(),
                    }
                })
            })
            .collect();
        for writer in writers {
            writer.await.unwrap();
        }
        assert_eq!(countries(&test).await, 100);
    }
}
