//! Carrying an import out: all of its rows, by statements whose number does not grow with them.

use super::Group;
use crate::registrations::RegistrationRow;
use crate::{Result, Tx};
use maktab_domain::{AccountId, EventId, ImportId, OutboxId, RegistrationState, Timestamp};
use serde_json::Value;

/// Takes an import that was read for carrying out; `false` where somebody else has done so, or
/// it was read anew since revision `revision`.
///
/// # Errors
/// The database failed.
pub async fn begin(
    tx: &mut Tx,
    id: ImportId,
    revision: i64,
    by: AccountId,
    now: Timestamp,
) -> Result<bool> {
    let changed = execute!(
        tx,
        "UPDATE imports SET state = 'done', done_by = $3, done_at = $4, content = NULL
         WHERE id = $1 AND state = 'read' AND revision = $2 AND problem_count = 0",
        id,
        revision,
        by,
        now
    )?;
    Ok(changed == 1)
}

/// Adds the people whose addresses nobody has. The order keeps two imports of the same people
/// from waiting for each other.
///
/// # Errors
/// The database failed.
pub async fn add_people(tx: &mut Tx, id: ImportId, now: Timestamp) -> Result<u64> {
    execute!(
        tx,
        "INSERT INTO people (id, email, name_latin, name_native, name_native_language, country,
            institution, job_title, language, created_at, updated_at)
         SELECT person_id, email, name_latin, name_native, name_native_language, country,
            institution, job_title, language, $2, $2
         FROM import_rows WHERE import_id = $1 ORDER BY email
         ON CONFLICT (email) DO NOTHING",
        id,
        now
    )
}

/// Adds a registration for every person who has no live one for the event. They take no seats:
/// see [`crate::seats::take_several`].
///
/// # Errors
/// The database failed.
pub async fn add_registrations(
    tx: &mut Tx,
    id: ImportId,
    event: EventId,
    state: RegistrationState,
    hold_until: Option<Timestamp>,
    now: Timestamp,
) -> Result<u64> {
    let confirmed_at = (state == RegistrationState::Confirmed).then_some(now);
    // Nobody has consented to anything: that is asked with an offer.
    execute!(
        tx,
        "INSERT INTO registrations (id, event_id, person_id, state, hold_until, name_latin,
            name_native, name_native_language, country, institution, job_title, language,
            consent_version, consented_at, registered_at, confirmed_at, queued_at, without_seat,
            role, organisation_id)
         SELECT i.registration_id, $2, p.id, $3, $4, i.name_latin, i.name_native,
            i.name_native_language, i.country, i.institution, i.job_title, i.language,
            '', $6, coalesce(i.registered_at, $6), $5, $6, FALSE, i.role, i.organisation_id
         FROM import_rows i JOIN people p ON p.email = i.email WHERE i.import_id = $1
         ORDER BY i.number
         ON CONFLICT DO NOTHING",
        id,
        event,
        state.code(),
        hold_until,
        confirmed_at,
        now
    )
}

/// Notes which rows were added.
///
/// # Errors
/// The database failed.
pub async fn mark_added(tx: &mut Tx, id: ImportId) -> Result<()> {
    execute!(
        tx,
        "UPDATE import_rows SET added = EXISTS (
            SELECT 1 FROM registrations r WHERE r.id = import_rows.registration_id)
         WHERE import_id = $1",
        id
    )?;
    Ok(())
}

/// The people who were added, by the seats that they take.
///
/// # Errors
/// The database failed.
pub async fn groups_added(tx: &mut Tx, id: ImportId) -> Result<Vec<Group>> {
    rows!(
        tx,
        Group,
        "SELECT role, country, organisation_id, count(*) AS people FROM import_rows
         WHERE import_id = $1 AND added GROUP BY role, country, organisation_id
         ORDER BY role, country, organisation_id",
        id
    )
}

/// Adds an entry to the audit log for everybody who was added.
///
/// # Errors
/// The database failed.
pub async fn audit_added(
    tx: &mut Tx,
    id: ImportId,
    by: AccountId,
    action: &str,
    detail: &Value,
    now: Timestamp,
) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO audit_log (id, at, account_id, action, subject, detail)
         SELECT id, $2, $3, $4, registration_id, $5 FROM import_rows
         WHERE import_id = $1 AND added",
        id,
        now,
        by,
        action,
        sqlx::types::Json(detail)
    )?;
    Ok(())
}

/// A registration that was added, with the id of the mail to its person.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct LetterRow {
    /// The mail.
    pub outbox_id: OutboxId,
    /// The registration.
    #[sqlx(flatten)]
    pub registration: RegistrationRow,
}

/// The registrations that were added, in the order of the file.
///
/// # Errors
/// The database failed.
pub async fn letters(tx: &mut Tx, id: ImportId) -> Result<Vec<LetterRow>> {
    rows!(
        tx,
        LetterRow,
        "SELECT i.outbox_id, r.*, i.email FROM import_rows i
         JOIN registrations r ON r.id = i.registration_id
         WHERE i.import_id = $1 AND i.added ORDER BY i.number",
        id
    )
}

/// Notes what an import has done, until when it can be taken back, and when its rows are
/// forgotten.
///
/// # Errors
/// The database failed.
pub async fn finish(
    tx: &mut Tx,
    id: ImportId,
    added: i64,
    back_until: Timestamp,
    expires: Timestamp,
) -> Result<()> {
    execute!(
        tx,
        "UPDATE imports SET added = $2, back_until = $3, expires_at = $4 WHERE id = $1",
        id,
        added,
        back_until,
        expires
    )?;
    Ok(())
}
