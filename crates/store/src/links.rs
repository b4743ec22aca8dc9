//! One-time links: kept as the hash of their secret.

use crate::{Result, Tx};
use maktab_domain::Timestamp;
use uuid::Uuid;

/// A link as it is kept.
#[derive(Debug, sqlx::FromRow)]
pub struct LinkRow {
    /// The account that signs in, or the registration that is confirmed or offered.
    pub subject: Uuid,
    /// When it was made.
    pub created_at: Timestamp,
    /// First instant at which it is no longer good.
    pub expires_at: Timestamp,
    /// When it was used, if it was.
    pub used_at: Option<Timestamp>,
}

/// What a link is for; the codes of the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Signs an account in.
    SignIn,
    /// Confirms the address of a registration.
    ConfirmRegistration,
    /// Accepts or declines an offered seat.
    AnswerOffer,
}

impl Purpose {
    const fn code(self) -> &'static str {
        match self {
            Self::SignIn => "sign-in",
            Self::ConfirmRegistration => "confirm-registration",
            Self::AnswerOffer => "answer-offer",
        }
    }
}

/// Adds a link.
///
/// # Errors
/// The database failed.
pub async fn insert(
    tx: &mut Tx,
    token_hash: &[u8],
    purpose: Purpose,
    subject: Uuid,
    created_at: Timestamp,
    expires_at: Timestamp,
) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO one_time_links (token_hash, purpose, subject, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5)",
        token_hash,
        purpose.code(),
        subject,
        created_at,
        expires_at
    )?;
    Ok(())
}

/// Adds links of one purpose: hash and subject.
///
/// # Errors
/// The database failed.
pub async fn insert_many(
    tx: &mut Tx,
    links: &[([u8; 32], Uuid)],
    purpose: Purpose,
    created_at: Timestamp,
    expires_at: Timestamp,
) -> Result<()> {
    insert_all!(
        tx,
        "one_time_links (token_hash, purpose, subject, created_at, expires_at)",
        links,
        link => link.0.as_slice(), purpose.code(), link.1, created_at, expires_at;
        ""
    )
}

/// The link with this hash and purpose, used and expired ones too.
///
/// # Errors
/// The database failed.
pub async fn find(tx: &mut Tx, token_hash: &[u8], purpose: Purpose) -> Result<Option<LinkRow>> {
    optional!(
        tx,
        LinkRow,
        "SELECT subject, created_at, expires_at, used_at FROM one_time_links
         WHERE token_hash = $1 AND purpose = $2",
        token_hash,
        purpose.code()
    )
}

/// Uses a link up, once: its subject, or `None` where it was used, has expired or is unknown.
///
/// # Errors
/// The database failed.
pub async fn use_up(
    tx: &mut Tx,
    token_hash: &[u8],
    purpose: Purpose,
    now: Timestamp,
) -> Result<Option<Uuid>> {
    let used = optional!(
        tx,
        (Uuid,),
        "UPDATE one_time_links SET used_at = $3
         WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3
         RETURNING subject",
        token_hash,
        purpose.code(),
        now
    )?;
    Ok(used.map(|(subject,)| subject))
}

/// Makes all unused links of a subject useless.
///
/// # Errors
/// The database failed.
pub async fn use_up_all(
    tx: &mut Tx,
    subject: Uuid,
    purpose: Purpose,
    now: Timestamp,
) -> Result<u64> {
    execute!(
        tx,
        "UPDATE one_time_links SET used_at = $3
         WHERE subject = $1 AND purpose = $2 AND used_at IS NULL",
        subject,
        purpose.code(),
        now
    )
}

/// Deletes up to `most` of the links that expired before `before`.
///
/// # Errors
/// The database failed.
pub async fn purge(tx: &mut Tx, before: Timestamp, most: i64) -> Result<u64> {
    execute!(
        tx,
        "DELETE FROM one_time_links WHERE token_hash IN (
            SELECT token_hash FROM one_time_links WHERE expires_at < $1
            ORDER BY expires_at LIMIT $2)",
        before,
        most
    )
}
