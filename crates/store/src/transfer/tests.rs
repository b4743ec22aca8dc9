//! Rows travel between engines and arrive as they were, or not at all.

use super::value::Value;
use super::{Copied, Loader, Schema, TransferError, awkward, copy, rows, schema};
use crate::testing::{TestDatabase, change, count, texts};
use crate::{Database, Engine, Error, SchemaState};

/// An empty database of each engine that can be had.
async fn targets() -> Vec<TestDatabase> {
    TestDatabase::each().await
}

async fn filled() -> TestDatabase {
    let test = TestDatabase::sqlite().await;
    awkward::fill(&test.database, 24).await;
    test
}

/// The name, number of rows and checksum of each table, by name.
async fn tallies(database: &Database) -> Vec<(String, u64, String)> {
    let mut tx = database.read().await.unwrap();
    let mut all = Vec::new();
    for table in Schema::of(&mut tx).await.unwrap().tables {
        let tally = rows::tally(&mut tx, &table).await.unwrap();
        all.push((table.name, tally.rows, tally.sha256));
    }
    all.sort();
    all
}

fn assert_equal(copied: &Copied) {
    let differing = copied.tables.iter().filter(|table| !table.is_equal());
    assert_eq!(
        differing.collect::<Vec<_>>(),
        Vec::<&super::Compared>::new()
    );
}

async fn run(database: &Database, statement: &'static str) {
    let mut tx = database.write().await.unwrap();
    change(&mut tx, statement).await.unwrap();
    tx.commit().await.unwrap();
}

async fn number(database: &Database, query: &'static str) -> i64 {
    let mut tx = database.read().await.unwrap();
    count(&mut tx, query).await.unwrap()
}

#[tokio::test]
async fn every_table_arrives_as_it_was_on_every_engine_and_back() {
    let source = filled().await;
    let original = tallies(&source.database).await;
    assert!(original.len() > 20, "{original:?}");
    for (table, rows, _) in &original {
        assert!(*rows > 0, "{table} is not covered");
    }
    for there in targets().await {
        let copied = copy(&source.database, &there.database).await.unwrap();
        assert_equal(&copied);
        assert_eq!(copied.tables.len(), original.len());
        assert!(copied.left_out.is_empty(), "{:?}", copied.left_out);
        assert_eq!(tallies(&there.database).await, original);
        for back in targets().await {
            assert_equal(&copy(&there.database, &back.database).await.unwrap());
            assert_eq!(tallies(&back.database).await, original);
        }
    }
}

/// `filled` is what it says: otherwise the test above would prove little.
#[tokio::test]
async fn the_rows_that_travel_are_awkward() {
    let source = filled().await;
    let mut tx = source.database.read().await.unwrap();
    let mut seen = std::collections::BTreeSet::new();
    for table in Schema::of(&mut tx).await.unwrap().tables {
        let sort = |value: &Value| match value {
            Value::Null => "nothing",
            Value::Integer(..=-1) => "a negative number",
            Value::Integer(_) | Value::Real(_) => "a number",
            Value::Text(text) if text.is_empty() => "an empty text",
            Value::Text(text) if text.len() > 100_000 => "a long text",
            Value::Text(text) if text.contains('\u{200c}') => "a Persian text",
            Value::Text(text) if text.contains('\n') => "a text of two lines",
            Value::Text(_) => "a text",
            Value::Bytes(bytes) if bytes.len() == 16 => "an id",
            Value::Bytes(_) => "bytes",
        };
        rows::each(&mut tx, &table, async |row| {
            seen.extend(row.iter().map(sort));
            Ok(())
        })
        .await
        .unwrap();
    }
    assert_eq!(seen.len(), 10, "{seen:?}");
}

#[tokio::test]
async fn both_engines_describe_the_same_schema() {
    let mut described = Vec::new();
    for there in targets().await {
        let mut tx = there.database.read().await.unwrap();
        let schema = Schema::of(&mut tx).await.unwrap();
        assert_eq!(schema.strangers, Vec::<String>::new());
        let tables = schema.tables.into_iter().map(|table| {
            let columns = table.columns.into_iter().map(|c| (c.name, c.kind));
            let columns: Vec<(String, schema::Kind)> = columns.collect();
            (table.name, columns, table.key, table.references)
        });
        described.push(tables.collect::<Vec<_>>());
    }
    for one in &described {
        assert_eq!(one, &described[0]);
    }
}

/// What the schema holds rows to: columns that are never empty, what is unique, and the indexes,
/// in words that both engines have in common.
async fn rules(database: &Database) -> Vec<String> {
    let (never_empty, unique, indexes) = match database.engine() {
        Engine::Sqlite => (
            "SELECT t.name || ' ' || c.name FROM pragma_table_list t
             JOIN pragma_table_xinfo(t.name) c
             WHERE t.schema = 'main' AND t.type = 'table' AND c.\"notnull\" = 1
               AND substr(t.name, 1, 7) <> 'sqlite_' AND t.name <> '_sqlx_migrations'",
            "SELECT t.name || ' ' || (SELECT group_concat(name, ' ') FROM
                 (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno))
             FROM pragma_table_list t JOIN pragma_index_list(t.name) i
             WHERE t.schema = 'main' AND i.origin = 'u'",
            "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
        ),
        Engine::Postgres => (
            "SELECT c.relname || ' ' || a.attname FROM pg_class c
             JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
             WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
               AND a.attnotnull AND c.relname <> '_sqlx_migrations'",
            "SELECT c.relname || ' ' ||
                 (SELECT string_agg(a.attname, ' ' ORDER BY array_position(k.conkey, a.attnum))
                  FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = ANY (k.conkey))
             FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
             WHERE k.contype = 'u' AND c.relnamespace = current_schema()::regnamespace",
            "SELECT pg_get_indexdef(i.indexrelid, 0, true) FROM pg_index i
             JOIN pg_class c ON c.oid = i.indrelid
             WHERE c.relnamespace = current_schema()::regnamespace
               AND c.relname <> '_sqlx_migrations'
               AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid
                               AND k.contype IN ('p', 'u'))",
        ),
    };
    // PostgreSQL writes a list of texts in its own way, and names the kind of the index.
    const ITS_OWN: [&str; 6] = ["using", "btree", "any", "array", "text", "in"];
    let words = |text: &String| {
        let words = text.split(|c: char| !c.is_alphanumeric() && !"_-<>".contains(c));
        let words = words.map(str::to_lowercase);
        let words = words.filter(|word| !word.is_empty() && !ITS_OWN.contains(&word.as_str()));
        words.collect::<Vec<String>>().join(" ")
    };
    let mut tx = database.read().await.unwrap();
    let mut all = Vec::new();
    for (what, query) in [
        ("not null", never_empty),
        ("unique", unique),
        ("index", indexes),
    ] {
        let found = texts(&mut tx, query).await.unwrap();
        assert!(found.len() > 5, "{what}: {found:?}");
        all.extend(found.iter().map(|text| format!("{what}: {}", words(text))));
    }
    all.sort();
    all
}

#[tokio::test]
async fn both_engines_hold_rows_to_the_same_rules() {
    let mut all = Vec::new();
    for there in targets().await {
        all.push(rules(&there.database).await);
    }
    let partial = "index: create index registrations_held on registrations hold_until where state \
        pending offered";
    assert!(all[0].iter().any(|rule| rule == partial), "{:?}", all[0]);
    for one in &all {
        assert_eq!(one, &all[0]);
    }
}

#[tokio::test]
async fn many_rows_travel_in_many_batches() {
    let source = TestDatabase::sqlite().await;
    let mut tx = source.database.write().await.unwrap();
    let tables = Schema::of(&mut tx).await.unwrap().tables;
    let attempts = super::find(&tables, "attempts").unwrap();
    let mut loader = Loader::of(&mut tx, attempts);
    for place in 0..1_501_u16 {
        let bucket = Value::Bytes(place.to_be_bytes().repeat(usize::from(place % 7)));
        let bucket = match bucket {
            Value::Bytes(bytes) if bytes.is_empty() => Value::Bytes(vec![0; place.into()]),
            other => other,
        };
        let row = vec![Value::Integer(place.into()), bucket, Value::Integer(-1)];
        loader.push(row).await.unwrap();
    }
    loader.finish().await.unwrap();
    tx.commit().await.unwrap();
    for there in targets().await {
        assert_equal(&copy(&source.database, &there.database).await.unwrap());
        let found = number(&there.database, "SELECT count(*) FROM attempts").await;
        assert_eq!(found, 1_501);
    }
}

/// A certificate points to the one that replaced it, which stands in a later batch.
#[tokio::test]
async fn rows_that_point_at_each_other_across_batches_arrive() {
    let source = filled().await;
    let ring = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200)
        INSERT INTO certificates (id, number, registration_id, event_id, person_id, kind, facts,
            credential, qr_text, issued_at, issued_by, replaced_by, status_list, status_index)
        SELECT CAST(printf('%016d', i) AS BLOB), 'ring ' || i, c.registration_id, c.event_id,
            c.person_id, c.kind, '', '', '', 0, c.issued_by,
            CAST(printf('%016d', i % 1200 + 1) AS BLOB), 1000000, i
        FROM n, (SELECT * FROM certificates LIMIT 1) c";
    run(&source.database, ring).await;
    for there in targets().await {
        assert_equal(&copy(&source.database, &there.database).await.unwrap());
        let linked = "SELECT count(*) FROM certificates WHERE status_list = 1000000";
        assert_eq!(number(&there.database, linked).await, 1_200);
    }
}

#[tokio::test]
async fn a_target_that_holds_rows_is_refused_and_left_alone() {
    let source = filled().await;
    for there in targets().await {
        run(
            &there.database,
            "INSERT INTO countries (code, position) VALUES ('UZ', 1)",
        )
        .await;
        let before = tallies(&there.database).await;
        let refused = copy(&source.database, &there.database).await.unwrap_err();
        assert_eq!(
            refused.to_string(),
            "the target is not empty: it has rows in countries (1)"
        );
        assert_eq!(tallies(&there.database).await, before);
    }
}

#[tokio::test]
async fn a_source_that_was_never_migrated_is_refused() {
    let folder = std::env::temp_dir().join(format!("maktab-copy-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let address = format!("sqlite:{}", folder.join("new.db").display());
    let source = Database::open(&address).await.unwrap();
    for there in targets().await {
        let refused = copy(&source, &there.database).await.unwrap_err();
        assert!(refused.to_string().contains("no tables"), "{refused}");
        // The other way round, the target is migrated first.
        assert_equal(&copy(&there.database, &source).await.unwrap());
        assert_eq!(source.schema().await.unwrap(), SchemaState::Current);
        run_out_of_tables(&source).await;
    }
    source.close().await;
    std::fs::remove_dir_all(&folder).unwrap();
}

async fn run_out_of_tables(database: &Database) {
    let mut tx = database.write().await.unwrap();
    for table in Schema::of(&mut tx).await.unwrap().tables.iter().rev() {
        let drop = sqlx::AssertSqlSafe(format!("DROP TABLE {}", table.name));
        execute!(&mut tx, drop).unwrap();
    }
    execute!(&mut tx, "DROP TABLE _sqlx_migrations").unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_row_that_changes_on_its_way_is_noticed_and_nothing_stays() {
    let source = filled().await;
    for there in targets().await {
        // What the loader cannot switch off: a trigger of this very connection, a rule.
        let spoil = match there.database.engine() {
            Engine::Sqlite => {
                "CREATE TEMP TRIGGER spoil AFTER INSERT ON people
                 BEGIN UPDATE people SET job_title = job_title || ' ' WHERE id = NEW.id; END"
            }
            Engine::Postgres => {
                "CREATE RULE spoil AS ON INSERT TO people
                 DO ALSO UPDATE people SET job_title = job_title || ' '"
            }
        };
        run(&there.database, spoil).await;
        let copied = copy(&source.database, &there.database).await.unwrap();
        assert!(!copied.is_equal());
        let differing = copied.tables.iter().filter(|table| !table.is_equal());
        let names: Vec<&str> = differing.map(|table| table.table.as_str()).collect();
        assert_eq!(names, ["people"]);
        for table in [
            "SELECT count(*) FROM people",
            "SELECT count(*) FROM countries",
        ] {
            assert_eq!(number(&there.database, table).await, 0);
        }
    }
}

#[tokio::test]
async fn a_trigger_of_the_target_is_silent_while_rows_arrive_and_back_afterwards() {
    let source = filled().await;
    let original = tallies(&source.database).await;
    for there in targets().await {
        match there.database.engine() {
            Engine::Sqlite => {
                run(
                    &there.database,
                    "CREATE TRIGGER moved AFTER INSERT ON countries
                     BEGIN UPDATE countries SET position = 77 WHERE code = NEW.code; END",
                )
                .await;
            }
            Engine::Postgres => {
                run(
                    &there.database,
                    "CREATE FUNCTION moved() RETURNS trigger LANGUAGE plpgsql AS
                     $$ BEGIN NEW.position = 77; RETURN NEW; END $$",
                )
                .await;
                run(
                    &there.database,
                    "CREATE TRIGGER moved BEFORE INSERT ON countries
                     FOR EACH ROW EXECUTE FUNCTION moved()",
                )
                .await;
            }
        }
        assert_equal(&copy(&source.database, &there.database).await.unwrap());
        assert_eq!(tallies(&there.database).await, original);
        run(
            &there.database,
            "INSERT INTO countries (code, position) VALUES ('qq', 1)",
        )
        .await;
        let place = number(
            &there.database,
            "SELECT position FROM countries WHERE code = 'qq'",
        );
        assert_eq!(place.await, 77);
    }
}

#[tokio::test]
async fn rules_of_the_target_hold_again_afterwards() {
    let source = filled().await;
    for there in targets().await {
        copy(&source.database, &there.database).await.unwrap();
        let mut tx = there.database.write().await.unwrap();
        let refused = change(&mut tx, "UPDATE audit_log SET at = 0").await;
        let said = format!("{:?}", refused.unwrap_err());
        assert!(said.contains("append only"), "{said}");
        drop(tx);
        let mut tx = there.database.write().await.unwrap();
        let broken = "UPDATE certificates SET replaced_by = registration_id";
        let refused = change(&mut tx, broken).await;
        assert!(matches!(refused, Err(Error::Refused(_))), "{refused:?}");
    }
}

#[tokio::test]
async fn a_row_that_points_nowhere_is_refused() {
    let source = filled().await;
    let Database::Sqlite { writer, .. } = &source.database else {
        panic!("it is SQLite");
    };
    sqlx::raw_sql("PRAGMA foreign_keys = OFF; DELETE FROM accounts; PRAGMA foreign_keys = ON")
        .execute(writer)
        .await
        .unwrap();
    for there in targets().await {
        let refused = copy(&source.database, &there.database).await.unwrap_err();
        if there.database.engine() == Engine::Sqlite {
            assert!(
                refused.to_string().contains("that is not there"),
                "{refused}"
            );
        }
        assert_eq!(
            number(&there.database, "SELECT count(*) FROM people").await,
            0
        );
    }
}

#[tokio::test]
async fn a_nul_character_is_named_where_the_target_cannot_keep_it() {
    let source = TestDatabase::sqlite().await;
    let odd = "INSERT INTO areas (code, names, short_names, position)
        VALUES ('a', '{}', '{}', 1), ('b' || char(0), '{}', '{}', 2)";
    run(&source.database, odd).await;
    for there in targets().await {
        let copied = copy(&source.database, &there.database).await;
        match there.database.engine() {
            Engine::Sqlite => assert_equal(&copied.unwrap()),
            Engine::Postgres => {
                let refused = copied.unwrap_err();
                assert!(
                    matches!(refused, TransferError::Nul { row: 2, .. }),
                    "{refused}"
                );
                assert!(refused.to_string().contains("areas.code"), "{refused}");
            }
        }
    }
}

#[tokio::test]
async fn tables_of_others_are_left_where_they_are_and_named() {
    for source in targets().await {
        run(
            &source.database,
            "CREATE TABLE ledger (id BIGINT PRIMARY KEY, odd NUMERIC)",
        )
        .await;
        for there in targets().await {
            let copied = copy(&source.database, &there.database).await.unwrap();
            assert_eq!(copied.left_out, ["ledger"]);
        }
    }
}

#[tokio::test]
async fn the_order_of_a_key_is_that_of_its_bytes_on_both_engines() {
    for there in targets().await {
        for statement in [
            "INSERT INTO countries (code, position) VALUES ('zz', 1), ('Zz', 2), ('aé', 3)",
            "INSERT INTO countries (code, position) VALUES ('ae', 4), ('İi', 5), ('AA', 6)",
        ] {
            run(&there.database, statement).await;
        }
        let mut tx = there.database.read().await.unwrap();
        let tables = Schema::of(&mut tx).await.unwrap().tables;
        let countries = super::find(&tables, "countries").unwrap();
        let mut codes = Vec::new();
        rows::each(&mut tx, countries, async |row| {
            codes.push(row[0].clone());
            Ok(())
        })
        .await
        .unwrap();
        let mut sorted = texts(&mut tx, "SELECT code FROM countries").await.unwrap();
        sorted.sort();
        let sorted: Vec<Value> = sorted.into_iter().map(Value::Text).collect();
        assert_eq!(codes, sorted);
    }
}
