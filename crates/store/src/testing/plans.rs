//! How a statement finds its rows: which tables it reads from one end to the other.

use crate::{Database, Result, Tx};
use sqlx::{AssertSqlSafe, Row};
use std::collections::{BTreeSet, HashMap};

/// The tables that a statement reads whole on this engine, whatever its parameters are; what is
/// found by an index over some rows only does not count. Nothing is executed.
///
/// # Errors
/// The database failed, or does not understand the statement.
pub async fn read_whole(database: &Database, statement: &str) -> Result<BTreeSet<String>> {
    match database {
        Database::Sqlite { .. } => on_sqlite(database, statement).await,
        Database::Postgres(_) => on_postgres(database, statement).await,
    }
}

async fn on_sqlite(database: &Database, statement: &str) -> Result<BTreeSet<String>> {
    let mut tx = database.read().await?;
    let known = rows!(
        &mut tx,
        (String, String, String),
        "SELECT type, name, coalesce(sql, '') FROM sqlite_master"
    )?;
    let partial: BTreeSet<&str> = known
        .iter()
        .filter(|(kind, _, sql)| kind == "index" && sql.contains("WHERE"))
        .map(|(_, name, _)| name.as_str())
        .collect();
    let tables = known.iter().filter(|(kind, ..)| kind == "table");
    let tables: BTreeSet<&str> = tables.map(|(_, name, _)| name.as_str()).collect();
    let steps = explained(
        &mut tx,
        &format!("EXPLAIN QUERY PLAN {statement}"),
        "detail",
    )
    .await?;
    let aliases = aliases(statement, &tables);
    let mut found = BTreeSet::new();
    for step in &steps {
        let words: Vec<&str> = step.split_whitespace().collect();
        let whole = match words.as_slice() {
            ["SCAN", _, "USING", rest @ ..] => {
                !rest.last().is_some_and(|index| partial.contains(index))
            }
            ["SCAN", ..] => true,
            ["SEARCH", ..] => words.contains(&"AUTOMATIC"),
            _ => false,
        };
        let Some(name) = words.get(1).filter(|_| whole) else {
            continue;
        };
        if let Some(tables) = aliases.get(*name) {
            found.extend(tables.iter().map(|&table| table.to_owned()));
        }
    }
    Ok(found)
}

/// Which tables the names in a statement stand for.
fn aliases<'a>(statement: &'a str, tables: &BTreeSet<&'a str>) -> HashMap<&'a str, Vec<&'a str>> {
    let separators = |c: char| !(c.is_alphanumeric() || c == '_');
    let words: Vec<&str> = statement
        .split(separators)
        .filter(|word| !word.is_empty())
        .collect();
    let mut names: HashMap<&str, Vec<&str>> = HashMap::new();
    for (place, word) in words.iter().enumerate() {
        let Some(&table) = tables.get(word) else {
            continue;
        };
        names.entry(table).or_default().push(table);
        let next = words.get(place + 1).copied();
        let next = match next {
            Some("AS" | "as") => words.get(place + 2).copied(),
            next => next,
        };
        if let Some(alias) = next {
            names.entry(alias).or_default().push(table);
        }
    }
    names
}

/// What a parameter may be whose type PostgreSQL cannot tell from its place.
const TYPES: [&str; 5] = ["unknown", "bigint", "text", "uuid", "boolean"];

async fn on_postgres(database: &Database, statement: &str) -> Result<BTreeSet<String>> {
    let statement = numbered(statement);
    let count = (1..100).rev().find(|n| mentions(&statement, *n));
    let mut types = vec![0; count.unwrap_or(0)];
    let mut last = None;
    loop {
        let tried = planned(database, &statement, &types).await;
        let steps = match tried {
            Ok(steps) => steps,
            Err(error) => {
                let text = format!("{error:?}");
                let unclear = (1..=types.len()).rev().find(|n| {
                    text.contains("could not determine data type") && mentions(&text, *n)
                });
                // Otherwise the type that was tried last was the wrong one.
                last = unclear.map(|n| n - 1).or(last);
                match last.map(|place| &mut types[place]) {
                    Some(kind) if *kind + 1 < TYPES.len() => *kind += 1,
                    _ => return Err(error),
                }
                continue;
            }
        };
        let mut tx = database.read().await?;
        let partial = rows!(
            &mut tx,
            (String,),
            "SELECT indexname::text FROM pg_indexes
             WHERE schemaname = current_schema() AND indexdef LIKE '% WHERE %'"
        )?;
        let partial = partial.into_iter().map(|(name,)| name).collect();
        return Ok(scanned(&steps, &partial));
    }
}

/// The plan for any parameters of these types.
async fn planned(database: &Database, statement: &str, types: &[usize]) -> Result<Vec<String>> {
    let mut tx = database.write().await?;
    // So that whatever can be found by an index is, also in tables that are empty.
    for setting in [
        "SET LOCAL plan_cache_mode = force_generic_plan",
        "SET LOCAL enable_seqscan = off",
        "SET LOCAL enable_hashjoin = off",
        "SET LOCAL enable_mergejoin = off",
        "SET LOCAL enable_bitmapscan = off",
    ] {
        run(&mut tx, setting).await?;
    }
    let list = |words: Vec<&str>| match words.is_empty() {
        true => String::new(),
        false => format!("({})", words.join(", ")),
    };
    let kinds = list(types.iter().map(|&kind| TYPES[kind]).collect());
    run(&mut tx, &format!("PREPARE looked_at{kinds} AS {statement}")).await?;
    let nothing = list(types.iter().map(|_| "NULL").collect());
    let explain = format!("EXPLAIN EXECUTE looked_at{nothing}");
    let steps = explained(&mut tx, &explain, "QUERY PLAN").await?;
    // It would outlive the transaction.
    run(&mut tx, "DEALLOCATE looked_at").await?;
    Ok(steps)
}

fn scanned(steps: &[String], partial: &BTreeSet<String>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (place, step) in steps.iter().enumerate() {
        let words: Vec<&str> = step.split_whitespace().collect();
        // What a part of the statement has found is no table.
        if !words.contains(&"Scan") || words.contains(&"Subquery") {
            continue;
        }
        let on = words.iter().position(|word| *word == "on");
        let Some(table) = on.and_then(|on| words.get(on + 1)) else {
            continue;
        };
        let using = words.iter().position(|word| *word == "using");
        let index = using.and_then(|using| words.get(using + 1));
        let whole = match index {
            None => true,
            Some(index) => {
                let next = steps.get(place + 1).map_or("", String::as_str);
                !next.trim_start().starts_with("Index Cond") && !partial.contains(*index)
            }
        };
        if whole {
            found.insert((*table).to_owned());
        }
    }
    found
}

/// The statement with numbered parameters, as PostgreSQL writes them.
fn numbered(statement: &str) -> String {
    let mut text = String::new();
    let mut count = 0;
    for c in statement.chars() {
        if c == '?' {
            count += 1;
            text += &format!("${count}");
        } else {
            text.push(c);
        }
    }
    text
}

fn mentions(statement: &str, number: usize) -> bool {
    let mark = format!("${number}");
    let mut rests = statement.match_indices(&mark);
    rests.any(|(at, _)| {
        let next = statement[at + mark.len()..].chars().next();
        !next.is_some_and(|c| c.is_ascii_digit())
    })
}

async fn run(tx: &mut Tx, statement: &str) -> Result<()> {
    let statement = AssertSqlSafe(statement);
    Ok(on!(tx, conn => sqlx::raw_sql(statement).execute(conn).await.map(drop))?)
}

async fn explained(tx: &mut Tx, statement: &str, column: &str) -> Result<Vec<String>> {
    let statement = AssertSqlSafe(statement);
    Ok(on!(tx, conn => {
        let steps = sqlx::raw_sql(statement).fetch_all(conn).await;
        steps.and_then(|steps| {
            let steps = steps.iter().map(|step| step.try_get::<String, _>(column));
            steps.collect::<Result<Vec<_>, _>>()
        })
    })?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::TestDatabase;

    #[test]
    fn parameters_are_numbered_and_counted() {
        assert_eq!(numbered("a = ? AND b = ?"), "a = $1 AND b = $2");
        assert!(mentions("a = $10", 10) && mentions("a = $1", 1));
        assert!(!mentions("a = $10", 1));
    }

    #[tokio::test]
    async fn what_no_index_finds_is_named_on_either_engine() {
        for there in TestDatabase::each().await {
            for (statement, whole) in [
                (
                    "SELECT * FROM people p WHERE p.job_title = $1",
                    vec!["people"],
                ),
                (
                    "SELECT * FROM people AS p WHERE p.job_title = ?",
                    vec!["people"],
                ),
                ("SELECT count(*) FROM registrations", vec!["registrations"]),
                ("SELECT * FROM people WHERE email = $1", vec![]),
                (
                    "SELECT r.id FROM registrations r JOIN people p ON p.id = r.person_id
                     WHERE r.event_id = $1 AND p.name_latin > $2 ORDER BY p.name_latin LIMIT $3",
                    vec![],
                ),
                (
                    "SELECT count(*) FROM outbox WHERE dead_at IS NOT NULL",
                    vec![],
                ),
                (
                    "UPDATE people SET job_title = '' WHERE institution = $1",
                    vec!["people"],
                ),
            ] {
                let found = read_whole(&there.database, statement).await.unwrap();
                let found: Vec<&str> = found.iter().map(String::as_str).collect();
                assert_eq!(found, whole, "{:?}: {statement}", there.database.engine());
            }
        }
    }
}
