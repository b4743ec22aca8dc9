//! Accounts, their roles, and signed-in browsers.

use crate::{Result, Tx};
use maktab_domain::{AccountId, OrganisationId, PersonId, Role, Timestamp};

/// The account and person behind a signed-in browser.
#[derive(Debug, sqlx::FromRow)]
pub struct SignedIn {
    /// The account.
    pub account_id: AccountId,
    /// The person.
    pub person_id: PersonId,
    /// Name in Latin script.
    pub name_latin: String,
    /// Email address.
    pub email: String,
    /// Whether the person is a trainer of any session.
    pub trains: bool,
}

/// Who is signed in with the token of this hash and is not disabled, at `now`.
///
/// # Errors
/// The database failed.
pub async fn signed_in(tx: &mut Tx, token_hash: &[u8], now: Timestamp) -> Result<Option<SignedIn>> {
    optional!(
        tx,
        SignedIn,
        "SELECT a.id AS account_id, p.id AS person_id, p.name_latin, p.email,
                EXISTS (SELECT 1 FROM session_trainers t WHERE t.person_id = p.id) AS trains
         FROM sign_ins s
         JOIN accounts a ON a.id = s.account_id
         JOIN people p ON p.id = a.person_id
         WHERE s.token_hash = $1 AND s.expires_at > $2 AND a.disabled_at IS NULL",
        token_hash,
        now
    )
}

/// One role given to an account.
#[derive(Debug, sqlx::FromRow)]
pub struct GrantRow {
    /// The role.
    #[sqlx(try_from = "String")]
    pub role: Role,
    /// The organisation within which it holds.
    pub organisation_id: Option<OrganisationId>,
    /// The country for which it holds.
    pub country: Option<String>,
}

/// The roles of an account.
///
/// # Errors
/// The database failed.
pub async fn grants(tx: &mut Tx, account: AccountId) -> Result<Vec<GrantRow>> {
    rows!(
        tx,
        GrantRow,
        "SELECT role, organisation_id, country FROM role_grants WHERE account_id = $1 ORDER BY id",
        account
    )
}
