//! An import asks the database as often for few rows as for many. Only storing what was read, the
//! letters and their links takes a statement for every so many hundred.

use maktab_domain::Role;
use maktab_locale::Locale;
use maktab_services::importing::{ImportConfirmed, Uploaded};
use maktab_services::testing::Fixture;
use maktab_store::testing::executed;

/// A list of so many people.
fn list(people: usize) -> String {
    let rows = (0..people).map(|n| {
        format!("Person No{n};p{n}-of-{people}@example.org;Uzbekistan;Border Service;Inspector\n")
    });
    let heading = "Name;E-mail;Country;Institution;Job title\n".to_owned();
    [heading].into_iter().chain(rows).collect()
}

#[tokio::test]
async fn the_preview_of_an_import_asks_as_often_for_three_rows_as_for_a_thousand() {
    let fixture = Fixture::new().await;
    fixture.add_event(&fixture.open_event("borders")).await;
    let eco = fixture
        .actor_with(Role::Coordinator, Some(fixture.eco))
        .await;
    let services = &fixture.services;
    services.reference().await.unwrap();
    let asked = async |people: usize| {
        let mut file = services.begin_import(&eco, "borders").await.unwrap();
        file.push(list(people).as_bytes()).unwrap();
        let uploaded = services.upload_import(&eco, "borders", "a.csv", file).await;
        let Uploaded::Kept(id) = uploaded.unwrap() else {
            unreachable!("the list can be read")
        };
        let columns = services.import_columns(&eco, "borders", id, Locale::En);
        let form = columns.await.unwrap().form;
        let mut marks = vec![executed()];
        let chosen = services.choose_import(&eco, "borders", id, &form).await;
        chosen.unwrap();
        marks.push(executed());
        let preview = services.import_preview(&eco, "borders", id, 1).await;
        assert_eq!(preview.unwrap().to_add, i64::try_from(people).unwrap());
        marks.push(executed());
        services.imports(&eco, "borders").await.unwrap();
        marks.push(executed());
        let pairs = marks.windows(2).map(|pair| pair[1] - pair[0]);
        pairs.collect::<Vec<_>>()
    };
    let few = asked(3).await;
    assert!(few.iter().all(|&count| count > 0), "nothing was counted");
    assert_eq!(asked(1_000).await, few);
}

#[tokio::test]
async fn carrying_an_import_out_asks_as_often_for_four_letters_as_for_five_hundred() {
    for fixture in Fixture::each().await {
        let mut plan = fixture.open_event("borders");
        plan.capacity = 1_000;
        fixture.add_event(&plan).await;
        let eco = fixture
            .actor_with(Role::Coordinator, Some(fixture.eco))
            .await;
        let services = &fixture.services;
        let asked = async |people: usize| {
            let mut file = services.begin_import(&eco, "borders").await.unwrap();
            file.push(list(people).as_bytes()).unwrap();
            let uploaded = services.upload_import(&eco, "borders", "a.csv", file).await;
            let Uploaded::Kept(id) = uploaded.unwrap() else {
                unreachable!("the list can be read")
            };
            let columns = services.import_columns(&eco, "borders", id, Locale::En);
            let form = columns.await.unwrap().form;
            let chosen = services.choose_import(&eco, "borders", id, &form).await;
            chosen.unwrap();
            let preview = services.import_preview(&eco, "borders", id, 1).await;
            let revision = preview.unwrap().import.revision;
            let before = executed();
            let confirmed = services.confirm_import(&eco, "borders", id, revision).await;
            let added = ImportConfirmed::Added(i64::try_from(people).unwrap());
            assert_eq!(confirmed.unwrap(), added);
            executed() - before
        };
        let few = asked(4).await;
        assert_eq!(asked(512).await, few);
        for what in [
            "SELECT count(*) FROM one_time_links WHERE purpose = 'answer-offer'",
            "SELECT count(*) FROM outbox WHERE kind = 'offered'",
        ] {
            assert_eq!(fixture.count(what).await, 516, "{what}");
        }
    }
}
