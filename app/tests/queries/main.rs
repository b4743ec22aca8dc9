//! A page with a list asks the database as often for three rows as for three hundred, and finds
//! them by an index.

#![cfg(feature = "ssr")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod lists;
mod statements;
mod world;

use lists::SAME;
use maktab_services::testing::Fixture;
use maktab_store::testing::TestDatabase;
use maktab_store::testing::plans::read_whole;
use std::collections::BTreeSet;
use world::World;

#[tokio::test]
async fn a_list_asks_as_often_for_three_rows_as_for_three_hundred() {
    let mut world = World::new(Fixture::new().await).await;
    world.grow(3).await;
    // The first visit fills what is kept in memory.
    world.asked().await;
    let few = world.asked().await;
    assert!(few.iter().all(|(_, count, _)| *count > 0), "{few:?}");
    world.grow(300).await;
    let many = world.asked().await;
    let pairs = || few.iter().zip(&many);
    let differs: Vec<_> = pairs().filter(|(few, many)| few.1 != many.1).collect();
    assert!(differs.is_empty(), "few and many: {differs:#?}");
    // Otherwise it would be equal lists that are compared.
    let same = pairs().filter(|(few, many)| many.2 < few.2 * 3 / 2);
    let same: Vec<&str> = same.map(|(few, _)| few.0.as_str()).collect();
    assert_eq!(same, SAME, "did not grow");
}

/// Tables that may be read whole. There are some hundred events and courses a year, whose lists are
/// looked through by text and by all that can be chosen; the others hardly grow.
const SMALL: [&str; 8] = [
    "areas",
    "countries",
    "course_texts",
    "courses",
    "event_areas",
    "events",
    "jobs",
    "organisations",
];

#[tokio::test]
async fn no_list_is_found_by_reading_a_table_that_grows() {
    statements::note();
    let mut world = World::new(Fixture::new().await).await;
    world.grow(3).await;
    statements::take();
    world.asked().await;
    world.work().await;
    let statements = statements::take();
    assert!(statements.len() > 100, "{}", statements.len());
    let mut wrong = BTreeSet::new();
    for there in TestDatabase::each().await {
        let engine = there.database.engine();
        for statement in &statements {
            let first = statement.split_whitespace().next().unwrap_or_default();
            if !["SELECT", "WITH", "UPDATE", "DELETE"].contains(&first) {
                continue;
            }
            let whole = match read_whole(&there.database, statement).await {
                Ok(whole) => whole,
                Err(error) => unreachable!("{error:?}: {statement}"),
            };
            for table in whole {
                if !SMALL.contains(&table.as_str()) {
                    wrong.insert(format!("{engine:?} {table}: {statement}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
