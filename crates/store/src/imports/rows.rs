//! The rows of an import as they were read, and what would become of them.

use crate::people::Details;
use crate::{Result, Tx};
use maktab_domain::{
    EventId, ImportId, OrganisationId, OutboxId, ParticipantRole, PersonId, RegistrationId,
    RegistrationState, Timestamp,
};
use serde_json::Value;
use sqlx::QueryBuilder;
use sqlx::types::Json;
use uuid::Uuid;

/// Rows in one statement. SQLite binds at most 32,766 values.
const ROWS: usize = 1_000;

/// Binds rows to an `INSERT`.
macro_rules! push_rows {
    ($query:ident, $import:ident, $rows:ident) => {
        $query.push_values($rows, |mut line, row| {
            line.push_bind(row.id)
                .push_bind($import)
                .push_bind(row.number)
                .push_bind(&row.email)
                .push_bind(&row.details.name_latin)
                .push_bind(&row.details.name_native)
                .push_bind(&row.details.name_native_language)
                .push_bind(&row.details.country)
                .push_bind(&row.details.institution)
                .push_bind(&row.details.job_title)
                .push_bind(&row.details.language)
                .push_bind(row.role.code())
                .push_bind(row.organisation)
                .push_bind(row.registered_at)
                .push_bind(row.person)
                .push_bind(row.registration)
                .push_bind(row.mail);
        })
    };
}
/// A row that was read.
#[derive(Debug, Clone)]
pub struct NewRow {
    /// The id of the row, and of the entry in the audit log.
    pub id: Uuid,
    /// Its number in the file.
    pub number: i64,
    /// The address in its compared form.
    pub email: String,
    /// The person.
    pub details: Details,
    /// As what the person comes.
    pub role: ParticipantRole,
    /// For which organisation.
    pub organisation: Option<OrganisationId>,
    /// When the person has registered, where the file says so.
    pub registered_at: Option<Timestamp>,
    /// The id of the person, where nobody has the address yet.
    pub person: PersonId,
    /// The id of the registration.
    pub registration: RegistrationId,
    /// The id of the mail.
    pub mail: OutboxId,
}

/// What was read of an import, and how.
#[derive(Debug, Clone)]
pub struct Read<'a> {
    /// How the file was read; JSON of the services.
    pub choices: &'a Value,
    /// Where the registrations are to stand.
    pub outcome: RegistrationState,
    /// Whether the people are told by mail.
    pub tell: bool,
    /// What is wrong; JSON of the services.
    pub problems: &'a Value,
    /// How many things are wrong.
    pub problem_count: i64,
    /// How many rows there are, wrong ones included.
    pub row_count: i64,
    /// The rows that are right.
    pub rows: &'a [NewRow],
}

/// Puts what was read in the place of what was read before; `false` where the import is done.
///
/// # Errors
/// The database failed.
pub async fn read(tx: &mut Tx, id: ImportId, read: &Read<'_>) -> Result<bool> {
    let changed = execute!(
        tx,
        "UPDATE imports SET choices = $2, outcome = $3, tell = $4, problems = $5,
            problem_count = $6, row_count = $7, state = 'read', revision = revision + 1
         WHERE id = $1 AND state IN ('uploaded', 'read')",
        id,
        Json(read.choices),
        read.outcome.code(),
        read.tell,
        Json(read.problems),
        read.problem_count,
        read.row_count
    )?;
    if changed == 0 {
        return Ok(false);
    }
    execute!(tx, "DELETE FROM import_rows WHERE import_id = $1", id)?;
    for rows in read.rows.chunks(ROWS) {
        on!(&mut *tx, conn => {
            let mut query = QueryBuilder::new(INSERT);
            push_rows!(query, id, rows);
            query.build().execute(conn).await.map(drop)
        })?;
    }
    Ok(true)
}

const INSERT: &str = "INSERT INTO import_rows (id, import_id, number, email, name_latin,
    name_native, name_native_language, country, institution, job_title, language, role,
    organisation_id, registered_at, person_id, registration_id, outbox_id) ";

/// The rows of import $1 with the person who has the address, and the live registration of that
/// person for event $2.
macro_rules! looked_up {
    ($what:literal, $rest:literal) => {
        concat!(
            "SELECT ",
            $what,
            " FROM import_rows i LEFT JOIN people p ON p.email = i.email
              LEFT JOIN registrations r ON r.event_id = $2 AND r.person_id = p.id
                AND r.state IN ('pending', 'submitted', 'confirmed', 'waitlisted', 'offered')
              WHERE i.import_id = $1 ",
            $rest
        )
    };
}

/// How many of the rows are what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Standing {
    /// All rows that are right.
    pub rows: i64,
    /// Those whose person is registered for the event already.
    pub registered: i64,
    /// Those whose person is known, and not registered for the event.
    pub known: i64,
}

/// How many of the rows are what.
///
/// # Errors
/// The database failed.
pub async fn standing(tx: &mut Tx, id: ImportId, event: EventId) -> Result<Standing> {
    one!(
        tx,
        Standing,
        looked_up!(
            "count(*) AS rows, count(r.id) AS registered,
             count(CASE WHEN r.id IS NULL THEN p.id END) AS known",
            ""
        ),
        id,
        event
    )
}

/// People who are counted by the same seats.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Group {
    /// As what they come.
    #[sqlx(try_from = "String")]
    pub role: ParticipantRole,
    /// Code of their country.
    pub country: String,
    /// For which organisation.
    pub organisation_id: Option<OrganisationId>,
    /// How many they are.
    pub people: i64,
}

/// The people who would be added, by the seats that they would take.
///
/// # Errors
/// The database failed.
pub async fn groups_wanted(tx: &mut Tx, id: ImportId, event: EventId) -> Result<Vec<Group>> {
    rows!(
        tx,
        Group,
        looked_up!(
            "i.role, i.country, i.organisation_id, count(*) AS people",
            "AND r.id IS NULL GROUP BY i.role, i.country, i.organisation_id
             ORDER BY i.role, i.country, i.organisation_id"
        ),
        id,
        event
    )
}

/// A row as the preview shows it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct PreviewRow {
    /// Its number in the file.
    pub number: i64,
    /// The address.
    pub email: String,
    /// The name in Latin script.
    pub name_latin: String,
    /// Code of the country.
    pub country: String,
    /// Where the person works.
    pub institution: String,
    /// As what the person comes.
    #[sqlx(try_from = "String")]
    pub role: ParticipantRole,
    /// For which organisation.
    pub organisation_id: Option<OrganisationId>,
    /// Whether somebody has the address.
    pub known: bool,
    /// Where that person's registration for the event stands, by code.
    pub state: Option<String>,
}

/// A page of the rows that would be added, in the order of the file.
///
/// # Errors
/// The database failed.
pub async fn preview(
    tx: &mut Tx,
    id: ImportId,
    event: EventId,
    most: i64,
    skip: i64,
) -> Result<Vec<PreviewRow>> {
    rows!(
        tx,
        PreviewRow,
        looked_up!(
            "i.number, i.email, i.name_latin, i.country, i.institution, i.role,
             i.organisation_id, p.id IS NOT NULL AS known, r.state",
            "AND r.id IS NULL ORDER BY i.number LIMIT $3 OFFSET $4"
        ),
        id,
        event,
        most,
        skip
    )
}

/// The first rows whose people are registered already, in the order of the file.
///
/// # Errors
/// The database failed.
pub async fn registered(
    tx: &mut Tx,
    id: ImportId,
    event: EventId,
    most: i64,
) -> Result<Vec<PreviewRow>> {
    rows!(
        tx,
        PreviewRow,
        looked_up!(
            "i.number, i.email, i.name_latin, i.country, i.institution, i.role,
             i.organisation_id, p.id IS NOT NULL AS known, r.state",
            "AND r.id IS NOT NULL ORDER BY i.number LIMIT $3"
        ),
        id,
        event,
        most
    )
}
