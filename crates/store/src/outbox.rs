//! The outbox: mails that a committed change owes the world.

pub mod administer;

use crate::{Result, Tx};
use maktab_domain::{OutboxId, Timestamp};

/// A mail to be added.
#[derive(Debug, Clone)]
pub struct NewMail<'a> {
    /// The id, which is also the mail's Message-ID.
    pub id: OutboxId,
    /// What kind of mail it is, by a stable code.
    pub kind: &'a str,
    /// The address.
    pub recipient: &'a str,
    /// Tag of its language.
    pub language: &'a str,
    /// Its subject, one line.
    pub subject: &'a str,
    /// Its text.
    pub body: &'a str,
    /// What is attached for calendars (RFC 5545).
    pub calendar: Option<&'a str>,
    /// Now.
    pub now: Timestamp,
    /// When it may leave.
    pub due: Timestamp,
    /// Until when the links in its text are good, where they are secret.
    pub secret_until: Option<Timestamp>,
}

/// A mail as it is kept.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct MailRow {
    /// The id.
    pub id: OutboxId,
    /// What kind of mail it is.
    pub kind: String,
    /// The address.
    pub recipient: String,
    /// Tag of its language.
    pub language: String,
    /// Its subject.
    pub subject: String,
    /// Its text; empty once it was sent and held a secret.
    pub body: String,
    /// What is attached for calendars.
    pub calendar: Option<String>,
    /// When the change that owes it was made.
    pub created_at: Timestamp,
    /// How many times it was tried, the present one included.
    pub attempts: i64,
    /// When it was handed on.
    pub sent_at: Option<Timestamp>,
    /// When it was given up.
    pub dead_at: Option<Timestamp>,
    /// What the last attempt failed with.
    pub last_error: Option<String>,
    /// Until when the links in its text are good, where they are secret.
    pub secret_until: Option<Timestamp>,
}

/// Adds a mail.
///
/// # Errors
/// The database failed.
pub async fn insert(tx: &mut Tx, mail: &NewMail<'_>) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO outbox (id, kind, recipient, language, subject, body, calendar, created_at, due_at,
            secret_until)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        mail.id,
        mail.kind,
        mail.recipient,
        mail.language,
        mail.subject,
        mail.body,
        mail.calendar,
        mail.now,
        mail.due,
        mail.secret_until
    )?;
    Ok(())
}

/// Adds mails.
///
/// # Errors
/// The database failed.
pub async fn insert_many(tx: &mut Tx, mails: &[NewMail<'_>]) -> Result<()> {
    insert_all!(
        tx,
        "outbox (id, kind, recipient, language, subject, body, calendar, created_at, due_at,
            secret_until)",
        mails,
        mail => mail.id, mail.kind, mail.recipient, mail.language, mail.subject, mail.body,
            mail.calendar, mail.now, mail.due, mail.secret_until;
        ""
    )
}

/// Takes up to `most` due mails on lease until `until`; nobody else gets them before that.
///
/// # Errors
/// The database failed.
pub async fn lease(
    tx: &mut Tx,
    now: Timestamp,
    until: Timestamp,
    most: i64,
) -> Result<Vec<MailRow>> {
    // The conditions stand twice: PostgreSQL looks at the outer ones again after
    // it has waited for another transaction that leased the same row.
    rows!(
        tx,
        MailRow,
        "UPDATE outbox SET leased_until = $2, attempts = attempts + 1
         WHERE id IN (
            SELECT id FROM outbox
            WHERE sent_at IS NULL AND dead_at IS NULL AND due_at <= $1
              AND (leased_until IS NULL OR leased_until <= $1)
            ORDER BY due_at, id LIMIT $3)
           AND sent_at IS NULL AND dead_at IS NULL
           AND (leased_until IS NULL OR leased_until <= $1)
         RETURNING *",
        now,
        until,
        most
    )
}

/// Whether nobody has tried to send a mail yet.
///
/// # Errors
/// The database failed.
pub async fn is_waiting(tx: &mut Tx, id: OutboxId) -> Result<bool> {
    let (waiting,) = one!(
        tx,
        (i64,),
        "SELECT count(*) FROM outbox WHERE id = $1 AND attempts = 0 AND sent_at IS NULL",
        id
    )?;
    Ok(waiting == 1)
}

/// Takes a mail back that nobody has tried to send yet; `false` where somebody has.
///
/// # Errors
/// The database failed.
pub async fn take_back(tx: &mut Tx, id: OutboxId) -> Result<bool> {
    let gone = execute!(
        tx,
        "DELETE FROM outbox WHERE id = $1 AND attempts = 0 AND sent_at IS NULL",
        id
    )?;
    Ok(gone == 1)
}

/// Notes that a mail was handed on; `blank` empties its text.
///
/// # Errors
/// The database failed.
pub async fn sent(tx: &mut Tx, id: OutboxId, now: Timestamp, blank: bool) -> Result<()> {
    execute!(
        tx,
        "UPDATE outbox SET sent_at = $2, leased_until = NULL, last_error = NULL,
            body = CASE WHEN $3 THEN '' ELSE body END
         WHERE id = $1 AND sent_at IS NULL",
        id,
        now,
        blank
    )?;
    Ok(())
}

/// Gives a mail back that was taken on lease until `until` and not tried; `false` where somebody
/// else has it by now.
///
/// # Errors
/// The database failed.
pub async fn give_back(tx: &mut Tx, id: OutboxId, until: Timestamp) -> Result<bool> {
    let given = execute!(
        tx,
        "UPDATE outbox SET leased_until = NULL, attempts = attempts - 1
         WHERE id = $1 AND leased_until = $2 AND sent_at IS NULL AND dead_at IS NULL",
        id,
        until
    )?;
    Ok(given == 1)
}

/// Notes a failed attempt of whoever has a mail on lease until `until`, and when to try again;
/// nothing where somebody else has it by now.
///
/// # Errors
/// The database failed.
pub async fn failed(
    tx: &mut Tx,
    (id, until): (OutboxId, Timestamp),
    due_at: Timestamp,
    error: &str,
) -> Result<()> {
    execute!(
        tx,
        "UPDATE outbox SET due_at = $3, leased_until = NULL, last_error = $4
         WHERE id = $1 AND leased_until = $2 AND sent_at IS NULL",
        id,
        until,
        due_at,
        error
    )?;
    Ok(())
}

/// Gives a mail up that is on lease until `until`; nothing where somebody else has it by now.
/// `blank` empties its text.
///
/// # Errors
/// The database failed.
pub async fn dead(
    tx: &mut Tx,
    (id, until): (OutboxId, Timestamp),
    now: Timestamp,
    error: &str,
    blank: bool,
) -> Result<()> {
    execute!(
        tx,
        "UPDATE outbox SET dead_at = $3, leased_until = NULL, last_error = $4,
            body = CASE WHEN $5 THEN '' ELSE body END,
            secret_until = CASE WHEN $5 THEN NULL ELSE secret_until END
         WHERE id = $1 AND leased_until = $2 AND sent_at IS NULL",
        id,
        until,
        now,
        error,
        blank
    )?;
    Ok(())
}

/// When the next mail becomes due, or its lease runs out.
///
/// # Errors
/// The database failed.
pub async fn next_due(tx: &mut Tx) -> Result<Option<Timestamp>> {
    let (next,) = one!(
        tx,
        (Option<Timestamp>,),
        "SELECT min(CASE WHEN leased_until IS NULL OR leased_until < due_at THEN due_at
                         ELSE leased_until END)
         FROM outbox WHERE sent_at IS NULL AND dead_at IS NULL"
    )?;
    Ok(next)
}

/// The latest mails, to this address where one is given, the newest first.
///
/// # Errors
/// The database failed.
pub async fn latest(
    tx: &mut Tx,
    recipient: Option<&str>,
    most: i64,
    skip: i64,
) -> Result<Vec<MailRow>> {
    match recipient {
        Some(recipient) => rows!(
            tx,
            MailRow,
            "SELECT * FROM outbox WHERE recipient = $1
             ORDER BY created_at DESC, id DESC LIMIT $2 OFFSET $3",
            recipient,
            most,
            skip
        ),
        None => rows!(
            tx,
            MailRow,
            "SELECT * FROM outbox ORDER BY created_at DESC, id DESC LIMIT $1 OFFSET $2",
            most,
            skip
        ),
    }
}

/// How many mails there are, to this address where one is given.
///
/// # Errors
/// The database failed.
pub async fn count(tx: &mut Tx, recipient: Option<&str>) -> Result<i64> {
    let (count,) = match recipient {
        Some(recipient) => one!(
            tx,
            (i64,),
            "SELECT count(*) FROM outbox WHERE recipient = $1",
            recipient
        )?,
        None => one!(tx, (i64,), "SELECT count(*) FROM outbox")?,
    };
    Ok(count)
}

/// One mail.
///
/// # Errors
/// The database failed.
pub async fn by_id(tx: &mut Tx, id: OutboxId) -> Result<Option<MailRow>> {
    optional!(tx, MailRow, "SELECT * FROM outbox WHERE id = $1", id)
}
