//! The shape of a database is known: new, behind, as it should be, or changed by another.

use maktab_store::testing::TestDatabase;
use maktab_store::{Database, SchemaState};

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
