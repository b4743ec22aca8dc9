//! The audit log: who did what, when, to what. It is only ever added to.

use crate::{Result, Tx};
use maktab_domain::{AccountId, Timestamp};
use uuid::Uuid;

/// One entry.
#[derive(Debug, Clone)]
pub struct Entry<'a> {
    /// The id of the entry.
    pub id: Uuid,
    /// When it happened.
    pub at: Timestamp,
    /// Who did it; `None` for the program itself, or for somebody without an account.
    pub account: Option<AccountId>,
    /// What was done, as `registration.cancelled`.
    pub action: &'a str,
    /// To what: the id of a registration, an event, an account, a certificate.
    pub subject: Option<Uuid>,
    /// What else there is to say. No secrets.
    pub detail: &'a serde_json::Value,
}

/// Adds an entry.
///
/// # Errors
/// The database failed.
pub async fn record(tx: &mut Tx, entry: &Entry<'_>) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO audit_log (id, at, account_id, action, subject, detail)
         VALUES ($1, $2, $3, $4, $5, $6)",
        entry.id,
        entry.at,
        entry.account,
        entry.action,
        entry.subject,
        sqlx::types::Json(entry.detail)
    )?;
    Ok(())
}

/// Adds entries.
///
/// # Errors
/// The database failed.
pub async fn record_many(tx: &mut Tx, entries: &[Entry<'_>]) -> Result<()> {
    insert_all!(
        tx,
        "audit_log (id, at, account_id, action, subject, detail)",
        entries,
        entry => entry.id, entry.at, entry.account, entry.action, entry.subject,
            sqlx::types::Json(entry.detail);
        ""
    )
}

/// What was done to a subject, as the actions' names, the oldest first.
///
/// # Errors
/// The database failed.
pub async fn actions_on(tx: &mut Tx, subject: Uuid) -> Result<Vec<String>> {
    let found = rows!(
        tx,
        (String,),
        "SELECT action FROM audit_log WHERE subject = $1 ORDER BY at, id",
        subject
    )?;
    Ok(found.into_iter().map(|(action,)| action).collect())
}

/// When the newest entry was made.
///
/// # Errors
/// The database failed.
pub async fn newest(tx: &mut Tx) -> Result<Option<Timestamp>> {
    one!(tx, (Option<Timestamp>,), "SELECT max(at) FROM audit_log").map(|(newest,)| newest)
}
