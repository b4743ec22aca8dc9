//! What tests stand on: databases of either engine that vanish afterwards, and
//! the rows that no use case writes.

#![expect(
    clippy::expect_used,
    clippy::print_stderr,
    reason = "a test that cannot begin has failed"
)]

pub mod books;
pub mod load;
pub mod plans;

pub use crate::statements::executed;

use crate::{Database, Result, Tx};
use maktab_domain::{CourseId, EventId, OrganisationId, SessionId, Texts, Timestamp};
use sqlx::types::Json;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

static MADE: AtomicU32 = AtomicU32::new(0);

/// A migrated, empty database. A SQLite file is deleted when it is dropped; a
/// PostgreSQL schema ends with the server, which each run of `cargo xtask test` makes anew.
#[derive(Debug)]
pub struct TestDatabase {
    /// The database.
    pub database: Database,
    address: String,
    folder: Option<PathBuf>,
}

impl TestDatabase {
    /// On SQLite, in a folder of its own.
    pub async fn sqlite() -> Self {
        let folder = std::env::temp_dir().join(format!("maktab-test-{}", unique()));
        std::fs::create_dir_all(&folder).expect("a folder for temporary files");
        let address = format!("sqlite:{}", folder.join("maktab.db").display());
        let database = Database::open(&address).await.expect("SQLite opens");
        database.migrate().await.expect("the schema");
        Self {
            database,
            address,
            folder: Some(folder),
        }
    }

    /// On PostgreSQL, in a schema of its own, where `MAKTAB_TEST_POSTGRES` holds an address.
    pub async fn postgres() -> Option<Self> {
        let address = std::env::var("MAKTAB_TEST_POSTGRES").ok()?;
        let own = own_schema(&address, &format!("maktab_test_{}", unique())).await;
        let database = Database::open(&own).await.expect("PostgreSQL answers");
        database.migrate().await.expect("the schema");
        Some(Self {
            database,
            address: own,
            folder: None,
        })
    }

    /// The same database with connections of its own, as another server has them.
    pub async fn another(&self) -> Database {
        Database::open(&self.address).await.expect("it opens again")
    }

    /// On every engine that can be had.
    pub async fn each() -> Vec<Self> {
        let mut all = vec![Self::sqlite().await];
        match Self::postgres().await {
            Some(postgres) => all.push(postgres),
            None => eprintln!("MAKTAB_TEST_POSTGRES is not set: SQLite only"),
        }
        all
    }
}

/// Makes a schema on the PostgreSQL at this address; answers the address of an empty database there.
pub async fn own_schema(address: &str, schema: &str) -> String {
    let admin = Database::open(address).await.expect("PostgreSQL answers");
    let mut tx = admin.write().await.expect("a transaction");
    let create = sqlx::AssertSqlSafe(format!("CREATE SCHEMA {schema}"));
    if let Tx::Postgres(tx) = &mut tx {
        sqlx::query(create)
            .execute(&mut **tx)
            .await
            .expect("a schema");
    }
    tx.commit().await.expect("a commit");
    admin.close().await;
    let sign = if address.contains('?') { '&' } else { '?' };
    format!("{address}{sign}options=-c%20search_path%3D{schema}")
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        if let Some(folder) = &self.folder {
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}

fn unique() -> String {
    let place = MADE.fetch_add(1, Ordering::Relaxed);
    let random = uuid::Uuid::from_u128(u128::from(std::process::id()) << 32 | u128::from(place));
    // The process id alone comes again: the address of a fresh allocation tells runs apart.
    let apart = std::ptr::from_ref(&*Box::new(0_u8)).addr();
    format!("{}_{apart:x}", random.simple())
}

/// The only column of a query, as text.
///
/// # Errors
/// The database failed.
pub async fn texts(tx: &mut Tx, sql: &'static str) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = rows!(tx, (String,), sql)?;
    Ok(rows.into_iter().map(|(text,)| text).collect())
}

/// Adds an organisation.
///
/// # Errors
/// The database failed.
pub async fn organisation(
    tx: &mut Tx,
    id: OrganisationId,
    code: &str,
    names: &Texts,
) -> Result<u64> {
    execute!(
        tx,
        "INSERT INTO organisations (id, code, names, signatory_name, signatory_office, position)
         VALUES ($1, $2, $3, 'A. Signatory', $3, 1)",
        id,
        code,
        Json(names)
    )
}

/// Adds a country.
///
/// # Errors
/// The database failed.
pub async fn country(tx: &mut Tx, code: &str, position: i64) -> Result<u64> {
    execute!(
        tx,
        "INSERT INTO countries (code, position) VALUES ($1, $2)",
        code,
        position
    )
}

/// Adds an area.
///
/// # Errors
/// The database failed.
pub async fn area(tx: &mut Tx, code: &str, names: &Texts, position: i64) -> Result<u64> {
    execute!(
        tx,
        "INSERT INTO areas (code, names, short_names, position) VALUES ($1, $2, $2, $3)",
        code,
        Json(names),
        position
    )
}

/// An event to be added.
#[derive(Debug, Clone)]
pub struct PlannedEvent {
    /// Its part of the address.
    pub slug: String,
    /// Its titles.
    pub titles: Texts,
    /// Where it stands, by code.
    pub state: String,
    /// How people come to it, by code.
    pub registration_mode: String,
    /// How many seats there are.
    pub capacity: i64,
    /// When registration opens.
    pub opens: Timestamp,
    /// When it closes.
    pub closes: Timestamp,
    /// Its start.
    pub starts: Timestamp,
    /// Its end.
    pub ends: Timestamp,
    /// Name of its time zone.
    pub time_zone: String,
    /// Who organises it.
    pub organisers: Vec<OrganisationId>,
    /// The least share of sessions for a certificate, in percent.
    pub min_percent: i64,
}

/// Adds an event in Tashkent, in area `ii`, in English and Persian.
///
/// # Errors
/// The database failed.
pub async fn event(tx: &mut Tx, id: EventId, plan: &PlannedEvent, now: Timestamp) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO events (id, slug, kind, mode, state, time_zone, country, city, venue,
            capacity, registration_mode, registration_opens, registration_closes, starts_at,
            ends_at, hours, certificate_kind, min_percent, excused_absence, created_at, updated_at)
         VALUES ($1, $2, 'workshop', 'in-person', $3, $4, 'UZ', $13, $14,
            $5, $6, $7, $8, $9, $10, 18, 'completion', $11, 'leaves-count', $12, $12)",
        id,
        &plan.slug,
        &plan.state,
        &plan.time_zone,
        plan.capacity,
        &plan.registration_mode,
        plan.opens,
        plan.closes,
        plan.starts,
        plan.ends,
        plan.min_percent,
        now,
        Json(Texts::new([("en", "Tashkent"), ("fa", "تاشکند")])),
        Json(Texts::new([("en", "Training Centre")]))
    )?;
    for (language, title) in plan.titles.iter() {
        execute!(
            tx,
            "INSERT INTO event_texts (event_id, language, title, summary) VALUES ($1, $2, $3, $3)",
            id,
            language,
            title
        )?;
    }
    for organiser in &plan.organisers {
        execute!(
            tx,
            "INSERT INTO event_organisers (event_id, organisation_id) VALUES ($1, $2)",
            id,
            organiser
        )?;
    }
    for language in ["en", "fa"] {
        execute!(
            tx,
            "INSERT INTO event_languages (event_id, language) VALUES ($1, $2)",
            id,
            language
        )?;
    }
    execute!(
        tx,
        "INSERT INTO event_areas (event_id, area) VALUES ($1, 'ii')",
        id
    )?;
    execute!(
        tx,
        "INSERT INTO event_search (event_id, folded) VALUES ($1, $2)",
        id,
        plan.titles.best("en").1.to_lowercase()
    )?;
    Ok(())
}

/// Adds a tracked session.
///
/// # Errors
/// The database failed.
pub async fn session(
    tx: &mut Tx,
    id: SessionId,
    event: EventId,
    titles: &Texts,
    starts: Timestamp,
    ends: Timestamp,
) -> Result<u64> {
    execute!(
        tx,
        "INSERT INTO sessions (id, event_id, starts_at, ends_at, room, titles, tracked)
         VALUES ($1, $2, $3, $4, 'Room 1', $5, $6)",
        id,
        event,
        starts,
        ends,
        Json(titles),
        true
    )
}

/// Makes a person a trainer of a session.
///
/// # Errors
/// The database failed.
pub async fn trainer(
    tx: &mut Tx,
    session: SessionId,
    person: maktab_domain::PersonId,
) -> Result<u64> {
    execute!(
        tx,
        "INSERT INTO session_trainers (session_id, person_id) VALUES ($1, $2)",
        session,
        person
    )
}

/// The number of rows that a query counts, as `SELECT count(*) FROM registrations`.
///
/// # Errors
/// The database failed.
pub async fn count(tx: &mut Tx, sql: &'static str) -> Result<i64> {
    one!(tx, (i64,), sql).map(|(count,)| count)
}

/// Adds a course of 18 hours in area `ii`, in English, whose texts all begin with its title.
///
/// # Errors
/// The database failed.
pub async fn course(tx: &mut Tx, id: CourseId, slug: &str, title: &str) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO courses (id, slug, hours, agenda, created_at, updated_at)
         VALUES ($1, $2, 18, '[]', 0, 0)",
        id,
        slug
    )?;
    execute!(
        tx,
        "INSERT INTO course_texts (course_id, language, title, summary, objectives, audience,
            prerequisites, criteria)
         VALUES ($1, 'en', $2, $3, $4, $5, $6, '')",
        id,
        title,
        format!("{title}: the summary"),
        format!("{title}: the first objective\n{title}: the second objective"),
        format!("{title}: the audience"),
        format!("{title}: the prerequisites")
    )?;
    execute!(
        tx,
        "INSERT INTO course_areas (course_id, area) VALUES ($1, 'ii')",
        id
    )?;
    execute!(
        tx,
        "INSERT INTO course_languages (course_id, language) VALUES ($1, 'en')",
        id
    )?;
    Ok(())
}

/// Makes an event a run of a course.
///
/// # Errors
/// The database failed.
pub async fn run_of(tx: &mut Tx, event: EventId, course: CourseId) -> Result<u64> {
    execute!(
        tx,
        "UPDATE events SET course_id = $1 WHERE id = $2",
        course,
        event
    )
}

/// Changes rows as a statement says, as `UPDATE events SET kind = 'seminar'`; the number of rows.
///
/// # Errors
/// The database failed.
pub async fn change(tx: &mut Tx, sql: &'static str) -> Result<u64> {
    execute!(tx, sql)
}
