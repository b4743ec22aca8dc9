//! The outbox as an administrator sees it: how much waits, which mails were given up, and what
//! is done with those.

use crate::{Result, Tx};
use maktab_domain::{AccountId, MailState, OutboxId, Timestamp};

/// How many mails stand where.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Nobody has tried them yet.
    pub waiting: i64,
    /// They are being sent.
    pub leased: i64,
    /// They failed and are tried again.
    pub retrying: i64,
    /// They were given up, and nobody has put them aside.
    pub dead: i64,
    /// They were handed on since the time that was asked for.
    pub sent: i64,
    /// Since when the oldest of those has been due that could leave.
    pub overdue_since: Option<Timestamp>,
}

/// Counts the mails; those that were handed on, since `since`.
///
/// # Errors
/// The database failed.
pub async fn counts(tx: &mut Tx, now: Timestamp, since: Timestamp) -> Result<Counts> {
    let (waiting, leased, retrying, overdue_since) = one!(
        tx,
        (i64, i64, i64, Option<Timestamp>),
        "SELECT count(*) FILTER (WHERE attempts = 0 AND (leased_until IS NULL OR leased_until <= $1)),
                count(*) FILTER (WHERE leased_until > $1),
                count(*) FILTER (WHERE attempts > 0 AND (leased_until IS NULL OR leased_until <= $1)),
                min(CASE WHEN due_at <= $1 AND attempts = 0
                          AND (leased_until IS NULL OR leased_until <= $1) THEN due_at END)
         FROM outbox WHERE sent_at IS NULL AND dead_at IS NULL",
        now
    )?;
    let (dead,) = one!(
        tx,
        (i64,),
        "SELECT count(*) FROM outbox WHERE dead_at IS NOT NULL AND discarded_at IS NULL"
    )?;
    let (sent,) = one!(
        tx,
        (i64,),
        "SELECT count(*) FROM outbox WHERE sent_at > $1",
        since
    )?;
    Ok(Counts {
        waiting,
        leased,
        retrying,
        dead,
        sent,
        overdue_since,
    })
}

/// A mail of a list: everything but its text.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ListedRow {
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
    /// When the change that owes it was made.
    pub created_at: Timestamp,
    /// When it may leave.
    pub due_at: Timestamp,
    /// How often it was tried in all.
    pub tried: i64,
    /// When it was handed on.
    pub sent_at: Option<Timestamp>,
    /// When it was given up.
    pub dead_at: Option<Timestamp>,
    /// When it was put aside.
    pub discarded_at: Option<Timestamp>,
    /// Who put it aside.
    pub discarded_by: Option<AccountId>,
    /// Why it was put aside.
    pub note: Option<String>,
    /// What the last attempt failed with.
    pub last_error: Option<String>,
    /// Whether its text is still there.
    pub has_text: bool,
    /// Where it stands.
    #[sqlx(try_from = "String")]
    pub state: MailState,
}

/// Which mails.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Those in this state.
    pub state: Option<MailState>,
    /// Those of this kind; all where it is empty.
    pub kind: String,
    /// Those to addresses that begin like this; all where it is empty.
    pub recipient: String,
}

/// Where a mail stands at the time $1.
macro_rules! state {
    () => {
        "CASE WHEN sent_at IS NOT NULL THEN 'sent' WHEN discarded_at IS NOT NULL THEN 'discarded'
              WHEN dead_at IS NOT NULL THEN 'dead' WHEN leased_until > $1 THEN 'leased'
              WHEN attempts > 0 THEN 'retrying' ELSE 'waiting' END"
    };
}

/// The columns of a list, from the time $1.
macro_rules! listed {
    ($condition:literal) => {
        concat!(
            "SELECT id, kind, recipient, language, subject, created_at, due_at,
                    attempts + tried_before AS tried, sent_at, dead_at, discarded_at, discarded_by,
                    note, last_error, body <> '' AS has_text, ",
            state!(),
            " AS state FROM outbox WHERE ",
            $condition,
            " AND id < $6 AND ($2 = '' OR ",
            state!(),
            " = $2) AND ($3 = '' OR kind = $3)",
            " ORDER BY id DESC LIMIT $4 OFFSET $5"
        )
    };
}

/// The first text that no text with this beginning comes after.
fn end_of(beginning: &str) -> String {
    format!("{beginning}\u{10ffff}")
}

/// Which part of a list.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    /// After which mail; after none where it is `None`.
    pub after: Option<OutboxId>,
    /// How many are passed over then.
    pub skip: i64,
    /// How many it holds at most.
    pub most: i64,
}

/// A part of the mails, the newest first.
///
/// # Errors
/// The database failed.
pub async fn list(
    tx: &mut Tx,
    filter: &Filter,
    now: Timestamp,
    part: Part,
) -> Result<Vec<ListedRow>> {
    let Part { after, skip, most } = part;
    let before = after.unwrap_or(OutboxId(uuid::Uuid::max()));
    let state = filter.state.map_or("", MailState::code);
    let (kind, address) = (filter.kind.as_str(), filter.recipient.as_str());
    // One way for each index: what is looked for most narrowly leads.
    if !address.is_empty() {
        return rows!(
            tx,
            ListedRow,
            listed!("recipient >= $7 AND recipient < $8"),
            now,
            state,
            kind,
            most,
            skip,
            before,
            address,
            end_of(address)
        );
    }
    match filter.state {
        Some(MailState::Waiting | MailState::Leased | MailState::Retrying) => rows!(
            tx,
            ListedRow,
            // Few among very many: by their own index, not by looking at all the others.
            listed!("id IN (SELECT id FROM outbox WHERE sent_at IS NULL AND dead_at IS NULL)"),
            now,
            state,
            kind,
            most,
            skip,
            before
        ),
        Some(MailState::Dead | MailState::Discarded) => rows!(
            tx,
            ListedRow,
            listed!("dead_at IS NOT NULL"),
            now,
            state,
            kind,
            most,
            skip,
            before
        ),
        Some(MailState::Sent) | None if !kind.is_empty() => rows!(
            tx,
            ListedRow,
            listed!("kind = $3"),
            now,
            state,
            kind,
            most,
            skip,
            before
        ),
        Some(MailState::Sent) | None => rows!(
            tx,
            ListedRow,
            listed!("created_at IS NOT NULL"),
            now,
            state,
            kind,
            most,
            skip,
            before
        ),
    }
}

/// One mail with its text.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct WholeRow {
    /// Everything but its text.
    #[sqlx(flatten)]
    pub listed: ListedRow,
    /// Its text; empty where it was blanked.
    pub body: String,
    /// Until when the links in its text are good, where they are secret.
    pub secret_until: Option<Timestamp>,
    /// The name of whoever put it aside.
    pub discarded_by_name: Option<String>,
}

/// One mail.
///
/// # Errors
/// The database failed.
pub async fn whole(tx: &mut Tx, id: OutboxId, now: Timestamp) -> Result<Option<WholeRow>> {
    optional!(
        tx,
        WholeRow,
        concat!(
            "SELECT id, kind, recipient, language, subject, created_at, due_at,
                    attempts + tried_before AS tried, sent_at, dead_at, discarded_at, discarded_by,
                    note, last_error, body <> '' AS has_text, body, secret_until,
                    (SELECT p.name_latin FROM accounts a JOIN people p ON p.id = a.person_id
                     WHERE a.id = discarded_by) AS discarded_by_name, ",
            state!(),
            " AS state FROM outbox WHERE id = $2"
        ),
        now,
        id
    )
}

/// Up to `most` dead mails whose text is still there, that nobody has put aside, the oldest
/// first, after `after`: by kind and beginning of the address where they are not empty.
///
/// # Errors
/// The database failed.
pub async fn dead_with_text(
    tx: &mut Tx,
    filter: &Filter,
    after: OutboxId,
    most: i64,
) -> Result<Vec<OutboxId>> {
    let found = rows!(
        tx,
        (OutboxId,),
        "SELECT id FROM outbox
         WHERE dead_at IS NOT NULL AND discarded_at IS NULL AND body <> '' AND id > $1
           AND ($2 = '' OR kind = $2) AND ($3 = '' OR (recipient >= $3 AND recipient < $4))
         ORDER BY id LIMIT $5",
        after,
        &filter.kind,
        &filter.recipient,
        end_of(&filter.recipient),
        most
    )?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// Lets a dead mail be tried again from the first pause on; `false` where it is not dead, or its
/// text is gone. It stays one that was tried: nothing takes it back unsent.
///
/// # Errors
/// The database failed.
pub async fn resend(tx: &mut Tx, id: OutboxId, now: Timestamp) -> Result<bool> {
    let changed = execute!(
        tx,
        "UPDATE outbox SET dead_at = NULL, discarded_at = NULL, discarded_by = NULL, note = NULL,
            leased_until = NULL, due_at = $2, tried_before = tried_before + attempts - 1,
            attempts = 1
         WHERE id = $1 AND dead_at IS NOT NULL AND body <> ''
           AND (secret_until IS NULL OR secret_until > $2)",
        id,
        now
    )?;
    Ok(changed == 1)
}

/// Puts a dead mail aside; `false` where it is not dead, or was put aside before.
///
/// # Errors
/// The database failed.
pub async fn discard(
    tx: &mut Tx,
    id: OutboxId,
    by: AccountId,
    note: &str,
    now: Timestamp,
) -> Result<bool> {
    let changed = execute!(
        tx,
        "UPDATE outbox SET discarded_at = $2, discarded_by = $3, note = $4
         WHERE id = $1 AND dead_at IS NOT NULL AND discarded_at IS NULL",
        id,
        now,
        by,
        note
    )?;
    Ok(changed == 1)
}

/// Takes a mail back to the dead ones that was put aside; `false` where it was not.
///
/// # Errors
/// The database failed.
pub async fn undiscard(tx: &mut Tx, id: OutboxId) -> Result<bool> {
    let changed = execute!(
        tx,
        "UPDATE outbox SET discarded_at = NULL, discarded_by = NULL, note = NULL
         WHERE id = $1 AND dead_at IS NOT NULL AND discarded_at IS NOT NULL",
        id
    )?;
    Ok(changed == 1)
}

/// Empties the texts of up to `most` dead mails whose secrets have expired.
///
/// # Errors
/// The database failed.
pub async fn blank_expired(tx: &mut Tx, now: Timestamp, most: i64) -> Result<u64> {
    execute!(
        tx,
        "UPDATE outbox SET body = '', secret_until = NULL
         WHERE id IN (SELECT id FROM outbox
                      WHERE dead_at IS NOT NULL AND secret_until IS NOT NULL
                        AND secret_until <= $1
                      ORDER BY secret_until LIMIT $2)
           AND dead_at IS NOT NULL",
        now,
        most
    )
}
