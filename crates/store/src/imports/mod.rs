//! Imports: lists of participants on their way from a file into an event.
//!
//! Every step works on all rows at once, so that the number of statements does not grow with the
//! file; only rows, letters and links are stored by so many hundred.

mod doing;
mod rows;
mod undoing;

pub use doing::{
    LetterRow, add_people, add_registrations, audit_added, begin, finish, groups_added, letters,
    mark_added,
};
pub use rows::{
    Group, NewRow, PreviewRow, Read, Standing, groups_wanted, preview, read, registered, standing,
};
pub use undoing::{
    delete_people, delete_registrations, forget_rows, groups_untouched, take_back, take_links_back,
    take_mails_back,
};

use crate::{Result, Tx};
use maktab_domain::{AccountId, EventId, ImportId, RegistrationState, Timestamp};
use serde_json::Value;

/// A file that has just been uploaded.
#[derive(Debug, Clone)]
pub struct NewImport<'a> {
    /// The id.
    pub id: ImportId,
    /// For which event.
    pub event: EventId,
    /// By whom.
    pub by: AccountId,
    /// What the file is called.
    pub file_name: &'a str,
    /// SHA-256 of the file.
    pub file_hash: &'a [u8],
    /// The file.
    pub content: &'a [u8],
    /// How it is to be read, as far as it is known; JSON of the services.
    pub choices: &'a Value,
    /// Where the registrations are to stand.
    pub outcome: RegistrationState,
    /// Now.
    pub now: Timestamp,
    /// First instant at which it is forgotten.
    pub expires: Timestamp,
}

/// Adds an upload.
///
/// # Errors
/// The database failed.
pub async fn insert(tx: &mut Tx, new: &NewImport<'_>) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO imports (id, event_id, uploaded_by, uploaded_at, expires_at, file_name,
            file_hash, file_size, content, state, choices, outcome, tell, problems)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'uploaded', $10, $11, $12, $13)",
        new.id,
        new.event,
        new.by,
        new.now,
        new.expires,
        new.file_name,
        new.file_hash,
        i64::try_from(new.content.len()).unwrap_or(i64::MAX),
        new.content,
        sqlx::types::Json(new.choices),
        new.outcome.code(),
        true,
        sqlx::types::Json(Value::Array(Vec::new()))
    )?;
    Ok(())
}

/// An import, without the file itself.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ImportRow {
    /// The id.
    pub id: ImportId,
    /// For which event.
    pub event_id: EventId,
    /// Name of the person who uploaded it.
    pub uploaded_by_name: String,
    /// When.
    pub uploaded_at: Timestamp,
    /// First instant at which it is forgotten.
    pub expires_at: Timestamp,
    /// What the file is called.
    pub file_name: String,
    /// SHA-256 of the file.
    pub file_hash: Vec<u8>,
    /// Bytes of the file.
    pub file_size: i64,
    /// `uploaded`, `read`, `done`, `taken-back`.
    pub state: String,
    /// How often it was read.
    pub revision: i64,
    /// How it is read; JSON of the services.
    #[sqlx(json)]
    pub choices: Value,
    /// Where the registrations are to stand.
    #[sqlx(try_from = "String")]
    pub outcome: RegistrationState,
    /// Whether the people are told by mail.
    pub tell: bool,
    /// What is wrong with its rows; JSON of the services.
    #[sqlx(json)]
    pub problems: Value,
    /// How many things are wrong.
    pub problem_count: i64,
    /// How many rows there are, wrong ones included.
    pub row_count: i64,
    /// Name of the person who carried it out.
    pub done_by_name: Option<String>,
    /// When.
    pub done_at: Option<Timestamp>,
    /// How many people were added.
    pub added: i64,
    /// First instant at which it cannot be taken back any more.
    pub back_until: Option<Timestamp>,
    /// When it was taken back.
    pub taken_back_at: Option<Timestamp>,
}

/// The columns of [`ImportRow`].
macro_rules! import {
    ($rest:literal) => {
        concat!(
            "SELECT i.id, i.event_id, u.name_latin AS uploaded_by_name, i.uploaded_at,
                    i.expires_at, i.file_name, i.file_hash, i.file_size, i.state, i.revision,
                    i.choices, i.outcome, i.tell, i.problems, i.problem_count, i.row_count,
                    d.name_latin AS done_by_name, i.done_at, i.added, i.back_until,
                    i.taken_back_at
             FROM imports i JOIN accounts ua ON ua.id = i.uploaded_by
             JOIN people u ON u.id = ua.person_id
             LEFT JOIN accounts da ON da.id = i.done_by LEFT JOIN people d ON d.id = da.person_id ",
            $rest
        )
    };
}

/// An import of this event that is not forgotten yet.
///
/// # Errors
/// The database failed.
pub async fn of_event_by_id(
    tx: &mut Tx,
    event: EventId,
    id: ImportId,
    now: Timestamp,
) -> Result<Option<ImportRow>> {
    optional!(
        tx,
        ImportRow,
        import!(
            "WHERE i.event_id = $1 AND i.id = $2
               AND (i.expires_at > $3 OR i.state IN ('done', 'taken-back'))"
        ),
        event,
        id,
        now
    )
}

/// The latest imports of an event that are not forgotten, the newest first.
///
/// # Errors
/// The database failed.
pub async fn of_event(
    tx: &mut Tx,
    event: EventId,
    now: Timestamp,
    most: i64,
) -> Result<Vec<ImportRow>> {
    rows!(
        tx,
        ImportRow,
        import!(
            "WHERE i.event_id = $1 AND (i.expires_at > $2 OR i.state IN ('done', 'taken-back'))
             ORDER BY i.uploaded_at DESC, i.id DESC LIMIT $3"
        ),
        event,
        now,
        most
    )
}

/// The uploaded file, while it is kept.
///
/// # Errors
/// The database failed.
pub async fn content(tx: &mut Tx, id: ImportId) -> Result<Option<Vec<u8>>> {
    let found = optional!(
        tx,
        (Option<Vec<u8>>,),
        "SELECT content FROM imports WHERE id = $1",
        id
    )?;
    Ok(found.and_then(|(content,)| content))
}

/// Keeps how the file of an import is to be read; `false` where the import is done.
///
/// # Errors
/// The database failed.
pub async fn set_choices(tx: &mut Tx, id: ImportId, choices: &Value) -> Result<bool> {
    let changed = execute!(
        tx,
        "UPDATE imports SET choices = $2, state = 'uploaded', revision = revision + 1
         WHERE id = $1 AND state IN ('uploaded', 'read')",
        id,
        sqlx::types::Json(choices)
    )?;
    Ok(changed == 1)
}

/// Throws an import away that is not carried out; `false` where there is none.
///
/// # Errors
/// The database failed.
pub async fn discard(tx: &mut Tx, event: EventId, id: ImportId) -> Result<bool> {
    execute!(
        tx,
        "DELETE FROM import_rows WHERE import_id IN (
            SELECT id FROM imports
            WHERE event_id = $1 AND id = $2 AND state IN ('uploaded', 'read'))",
        event,
        id
    )?;
    let gone = execute!(
        tx,
        "DELETE FROM imports WHERE event_id = $1 AND id = $2 AND state IN ('uploaded', 'read')",
        event,
        id
    )?;
    Ok(gone == 1)
}

/// The imports that somebody has begun for an event and not carried out, the newest first.
///
/// # Errors
/// The database failed.
pub async fn begun_by(tx: &mut Tx, event: EventId, by: AccountId) -> Result<Vec<ImportId>> {
    let found = rows!(
        tx,
        (ImportId,),
        "SELECT id FROM imports
         WHERE event_id = $1 AND uploaded_by = $2 AND state IN ('uploaded', 'read')
         ORDER BY uploaded_at DESC, id DESC",
        event,
        by
    )?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// Forgets what is too old: up to `most` rows of imports, and files whose rows are gone. What an
/// import has done stays known.
///
/// # Errors
/// The database failed.
pub async fn purge(tx: &mut Tx, now: Timestamp, most: i64) -> Result<u64> {
    let rows = execute!(
        tx,
        "DELETE FROM import_rows WHERE id IN (
            SELECT id FROM import_rows
            WHERE import_id IN (SELECT id FROM imports WHERE expires_at <= $1) LIMIT $2)",
        now,
        most
    )?;
    let files = execute!(
        tx,
        "DELETE FROM imports WHERE id IN (
            SELECT id FROM imports i WHERE expires_at <= $1 AND state IN ('uploaded', 'read')
              AND NOT EXISTS (SELECT 1 FROM import_rows r WHERE r.import_id = i.id) LIMIT $2)",
        now,
        most
    )?;
    Ok(rows + files)
}
