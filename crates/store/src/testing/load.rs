//! What load stands on: databases of programs that run elsewhere, filled in great numbers.

use crate::{Database, Engine, Result};
use maktab_domain::{EventId, Timestamp};
use sqlx::{AssertSqlSafe, PgPool};

/// So many rows are added in one transaction.
const AT_ONCE: i64 = 25_000;

/// Makes an empty database on the PostgreSQL at this address; answers its address.
///
/// # Errors
/// The database failed, or there is one of this name.
pub async fn own_database(address: &str, name: &str) -> Result<String> {
    let pool = PgPool::connect(address).await?;
    let create = AssertSqlSafe(format!("CREATE DATABASE {name}"));
    sqlx::query(create).execute(&pool).await?;
    pool.close().await;
    let (place, options) = match address.split_once('?') {
        Some((place, options)) => (place, format!("?{options}")),
        None => (address, String::new()),
    };
    let server = place.rsplit_once('/').map_or(place, |(server, _)| server);
    Ok(format!("{server}/{name}{options}"))
}

/// The id of an event by its number, as [`fill`] deals registrations out.
#[must_use]
pub fn event_id(number: u32) -> EventId {
    EventId(uuid::Uuid::from_u128(
        0x0190_0009_0000_7000_8000_0000_0000_0000 | u128::from(number),
    ))
}

/// Fills in `count` registrations of past times, each with its person, mail, link and record,
/// dealt out evenly to the events of the numbers below `events`; they hold seats. Their people
/// are `f0@load.example`, `f1@load.example` …
///
/// # Errors
/// The database failed, or an event has too few seats.
pub async fn fill(database: &Database, events: u32, count: i64, now: Timestamp) -> Result<()> {
    let (events, mut done) = (i64::from(events), 0);
    while done < count {
        let most = AT_ONCE.min(count - done);
        let mut tx = database.write().await?;
        for statement in statements(database.engine()) {
            let sql = AssertSqlSafe(statement);
            execute!(&mut tx, sql, done, most, now, events)?;
        }
        tx.commit().await?;
        done += most;
    }
    for number in 0..events {
        let mut tx = database.write().await?;
        execute!(
            &mut tx,
            "UPDATE events SET taken = (SELECT count(*) FROM registrations WHERE event_id = $1)
             WHERE id = $1",
            event_id(u32::try_from(number).unwrap_or_default())
        )?;
        tx.commit().await?;
    }
    settle(database).await
}

/// Lets the engine put in order what it puts off: what was written is in its place, what is known
/// of the tables is new.
///
/// # Errors
/// The database failed.
pub async fn settle(database: &Database) -> Result<()> {
    match database {
        Database::Sqlite { writer, .. } => {
            sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)")
                .execute(writer)
                .await?;
        }
        Database::Postgres(pool) => {
            sqlx::query("VACUUM ANALYZE").execute(pool).await?;
            sqlx::query("CHECKPOINT").execute(pool).await?;
        }
    }
    Ok(())
}

/// The statements that add the rows from number $1 on, $2 of them, of the time $3, in $4 events.
/// How an id is made of a number is all that differs between the engines.
fn statements(engine: Engine) -> Vec<String> {
    let id = |table: u8, number: &str| match engine {
        Engine::Sqlite => {
            format!("unhex('0190000{table}000070008000' || printf('%012x', {number}))")
        }
        Engine::Postgres => {
            format!(
                "CAST('0190000{table}-0000-7000-8000-' || lpad(to_hex({number}), 12, '0') AS UUID)"
            )
        }
    };
    let secret = match engine {
        Engine::Sqlite => "randomblob(32)",
        Engine::Postgres => "sha256(CAST('link' || i AS BYTEA))",
    };
    let (person, registration, mail, record) = (id(1, "i"), id(2, "i"), id(3, "i"), id(4, "i"));
    let event = id(9, "i % $4");
    let inserts = [
        format!(
            "INSERT INTO people (id, email, name_latin, country, institution, job_title, language,
                created_at, updated_at)
             SELECT {person}, 'f' || i || '@load.example', 'Aziza Karimova', 'UZ',
                'Ministry of Transport', 'Officer', 'en', $3, $3"
        ),
        format!(
            "INSERT INTO registrations (id, event_id, person_id, state, name_latin, country,
                institution, job_title, language, consent_version, consented_at, registered_at,
                confirmed_at, queued_at)
             SELECT {registration}, {event}, {person}, 'confirmed', 'Aziza Karimova', 'UZ',
                'Ministry of Transport', 'Officer', 'en', '1', $3, $3, $3, $3"
        ),
        format!(
            "INSERT INTO outbox (id, kind, recipient, language, subject, body, created_at, due_at,
                attempts, sent_at)
             SELECT {mail}, 'confirm-registration', 'f' || i || '@load.example', 'en',
                'Confirm your registration', '', $3, $3, 1, $3"
        ),
        format!(
            "INSERT INTO one_time_links (token_hash, purpose, subject, created_at, expires_at,
                used_at)
             SELECT {secret}, 'confirm-registration', {registration}, $3, $3, $3"
        ),
        format!(
            "INSERT INTO audit_log (id, at, action, subject, detail)
             SELECT {record}, $3, 'registration.made', {registration}, '{{}}'"
        ),
    ];
    let from = "WITH RECURSIVE n (i) AS (SELECT CAST($1 AS BIGINT)
                    UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $1 + $2),
                parameters (a, b) AS (SELECT CAST($3 AS BIGINT), CAST($4 AS BIGINT))";
    inserts
        .map(|insert| {
            let (into, select) = insert.split_once("SELECT").unwrap_or((&insert, ""));
            // Each statement takes all four parameters, whether it needs them or not.
            format!("{into} {from} SELECT {select} FROM n, parameters")
        })
        .into()
}
