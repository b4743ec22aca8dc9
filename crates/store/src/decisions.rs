//! Decisions of coordinators, kept so that they can be undone until their mail has left.

use crate::{Result, Tx};
use maktab_domain::{
    AccountId, DecisionId, EventId, OutboxId, RegistrationId, RegistrationState, Timestamp,
};
use uuid::Uuid;

/// A decision to be kept.
#[derive(Debug, Clone, Copy)]
pub struct NewDecision<'a> {
    /// The id.
    pub id: DecisionId,
    /// Of which registration.
    pub registration: RegistrationId,
    /// What was decided together has the same.
    pub batch: Uuid,
    /// Where the registration stood.
    pub from: RegistrationState,
    /// Where it went.
    pub to: RegistrationState,
    /// Why.
    pub reason: Option<&'a str>,
    /// Who decided.
    pub by: AccountId,
    /// When.
    pub at: Timestamp,
    /// The mail that tells it.
    pub mail: Option<OutboxId>,
}

/// Keeps a decision.
///
/// # Errors
/// The database failed.
pub async fn insert(tx: &mut Tx, new: &NewDecision<'_>) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO decisions (id, registration_id, batch_id, from_state, to_state, reason,
            decided_by, decided_at, outbox_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        new.id,
        new.registration,
        new.batch,
        new.from.code(),
        new.to.code(),
        new.reason,
        new.by,
        new.at,
        new.mail
    )?;
    Ok(())
}

/// A decision that can perhaps be undone.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct DecisionRow {
    /// The decision.
    pub id: DecisionId,
    /// Of which registration.
    pub registration_id: RegistrationId,
    /// Where the registration stood.
    #[sqlx(try_from = "String")]
    pub from_state: RegistrationState,
    /// Where it went.
    #[sqlx(try_from = "String")]
    pub to_state: RegistrationState,
    /// When it was taken.
    pub decided_at: Timestamp,
    /// The mail that tells it.
    pub outbox_id: Option<OutboxId>,
}

/// The decisions of a batch on registrations of this event that are not undone yet.
///
/// # Errors
/// The database failed.
pub async fn of_batch(tx: &mut Tx, event: EventId, batch: Uuid) -> Result<Vec<DecisionRow>> {
    rows!(
        tx,
        DecisionRow,
        "SELECT d.id, d.registration_id, d.from_state, d.to_state, d.decided_at, d.outbox_id
         FROM decisions d JOIN registrations r ON r.id = d.registration_id
         WHERE d.batch_id = $2 AND r.event_id = $1 AND d.undone_at IS NULL ORDER BY d.id",
        event,
        batch
    )
}

/// A decision on this registration that is not undone yet.
///
/// # Errors
/// The database failed.
pub async fn of_registration(
    tx: &mut Tx,
    registration: RegistrationId,
    decision: DecisionId,
) -> Result<Option<DecisionRow>> {
    optional!(
        tx,
        DecisionRow,
        "SELECT d.id, d.registration_id, d.from_state, d.to_state, d.decided_at, d.outbox_id
         FROM decisions d WHERE d.id = $2 AND d.registration_id = $1 AND d.undone_at IS NULL",
        registration,
        decision
    )
}

/// Decisions that were taken together and can still be undone.
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub struct BatchRow {
    /// What they have in common.
    pub batch_id: Uuid,
    /// Where they put the people; where approving gave places to some and offers to others, one
    /// of both.
    #[sqlx(try_from = "String")]
    pub to_state: RegistrationState,
    /// On how many people.
    pub people: i64,
    /// When they were taken.
    pub decided_at: Timestamp,
    /// When the first of their mails leaves.
    pub leaves_at: Timestamp,
}

/// The decisions of an event that can still be undone, by batch, the latest first: their mails
/// have not left, and the people stand where they put them.
///
/// # Errors
/// The database failed.
pub async fn undoable(tx: &mut Tx, event: EventId) -> Result<Vec<BatchRow>> {
    rows!(
        tx,
        BatchRow,
        "SELECT d.batch_id, min(d.to_state) AS to_state, count(*) AS people, max(d.decided_at) AS decided_at,
                min(o.due_at) AS leaves_at
         FROM decisions d JOIN registrations r ON r.id = d.registration_id AND r.state = d.to_state
         JOIN outbox o ON o.id = d.outbox_id
         WHERE r.event_id = $1 AND d.undone_at IS NULL AND o.sent_at IS NULL
           AND o.attempts = 0
         GROUP BY d.batch_id ORDER BY max(d.decided_at) DESC, d.batch_id DESC",
        event
    )
}

/// The latest decision on a registration, where it can still be undone, and when its mail leaves.
///
/// # Errors
/// The database failed.
pub async fn undoable_of(
    tx: &mut Tx,
    registration: RegistrationId,
) -> Result<Option<(DecisionId, Timestamp)>> {
    optional!(
        tx,
        (DecisionId, Timestamp),
        "SELECT d.id, o.due_at
         FROM decisions d JOIN registrations r ON r.id = d.registration_id AND r.state = d.to_state
         JOIN outbox o ON o.id = d.outbox_id
         WHERE r.id = $1 AND d.undone_at IS NULL AND o.sent_at IS NULL AND o.attempts = 0
         ORDER BY d.decided_at DESC, d.id DESC LIMIT 1",
        registration
    )
}

/// Notes that a decision was undone; `false` where it was before.
///
/// # Errors
/// The database failed.
pub async fn undo(tx: &mut Tx, id: DecisionId, now: Timestamp) -> Result<bool> {
    let changed = execute!(
        tx,
        "UPDATE decisions SET undone_at = $2 WHERE id = $1 AND undone_at IS NULL",
        id,
        now
    )?;
    Ok(changed == 1)
}

/// Takes back the mails of decisions on a registration, and of the import that made it, which
/// nobody has tried to send yet: what they tell is no longer true. Gives their number.
///
/// # Errors
/// The database failed.
pub async fn take_mails_back(tx: &mut Tx, registration: RegistrationId) -> Result<u64> {
    execute!(
        tx,
        "DELETE FROM outbox WHERE attempts = 0 AND sent_at IS NULL
           AND id IN (SELECT outbox_id FROM decisions
                      WHERE registration_id = $1 AND outbox_id IS NOT NULL
                      UNION SELECT outbox_id FROM import_rows WHERE registration_id = $1)",
        registration
    )
}
