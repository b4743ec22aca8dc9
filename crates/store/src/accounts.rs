//! Accounts, their roles, and signed-in browsers.

use crate::{Result, Tx};
use maktab_domain::{
    AccountId, OrganisationId, PersonId, Role, RoleGrantId, SignInId, Span, Timestamp,
};

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
    /// When the browser was last noted to be in use.
    pub seen_at: Timestamp,
}

/// Who is signed in with the token of this hash and is not disabled, at `now`.
///
/// # Errors
/// The database failed.
pub async fn signed_in(tx: &mut Tx, token_hash: &[u8], now: Timestamp) -> Result<Option<SignedIn>> {
    optional!(
        tx,
        SignedIn,
        "SELECT a.id AS account_id, p.id AS person_id, p.name_latin, p.email, s.seen_at,
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

/// Gives a role to an account.
///
/// # Errors
/// The database failed, or a focal point lacks a country.
pub async fn grant(
    tx: &mut Tx,
    id: RoleGrantId,
    account: AccountId,
    grant: &GrantRow,
    now: Timestamp,
) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO role_grants (id, account_id, role, organisation_id, country, granted_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
        id,
        account,
        grant.role.code(),
        grant.organisation_id,
        &grant.country,
        now
    )?;
    Ok(())
}

/// Takes a role away from an account; how many grants of it there were.
///
/// # Errors
/// The database failed.
pub async fn withdraw(tx: &mut Tx, account: AccountId, grant: &GrantRow) -> Result<u64> {
    execute!(
        tx,
        "DELETE FROM role_grants
         WHERE account_id = $1 AND role = $2
           AND organisation_id IS NOT DISTINCT FROM $3 AND country IS NOT DISTINCT FROM $4",
        account,
        grant.role.code(),
        grant.organisation_id,
        &grant.country
    )
}

/// How many accounts that are not disabled have any of these roles.
///
/// # Errors
/// The database failed.
pub async fn holders(tx: &mut Tx, roles: [Role; 2]) -> Result<i64> {
    let (count,) = one!(
        tx,
        (i64,),
        "SELECT count(DISTINCT g.account_id) FROM role_grants g
         JOIN accounts a ON a.id = g.account_id
         WHERE a.disabled_at IS NULL AND g.role IN ($1, $2)",
        roles[0].code(),
        roles[1].code()
    )?;
    Ok(count)
}

/// An account with what signing in needs.
#[derive(Debug, sqlx::FromRow)]
pub struct AccountRow {
    /// The account.
    pub id: AccountId,
    /// The person.
    pub person_id: PersonId,
    /// The password as a PHC string, where one is set.
    pub password_hash: Option<String>,
    /// When it was disabled, if it was.
    pub disabled_at: Option<Timestamp>,
    /// Name in Latin script.
    pub name_latin: String,
    /// Email address.
    pub email: String,
    /// Tag of the language in which to write to the person.
    pub language: String,
}

/// The account of the person with this address.
///
/// # Errors
/// The database failed.
pub async fn by_email(tx: &mut Tx, email: &str) -> Result<Option<AccountRow>> {
    optional!(
        tx,
        AccountRow,
        "SELECT a.id, a.person_id, a.password_hash, a.disabled_at, p.name_latin, p.email, p.language
         FROM accounts a JOIN people p ON p.id = a.person_id WHERE p.email = $1",
        email
    )
}

/// The account with this id.
///
/// # Errors
/// The database failed.
pub async fn by_id(tx: &mut Tx, id: AccountId) -> Result<Option<AccountRow>> {
    optional!(
        tx,
        AccountRow,
        "SELECT a.id, a.person_id, a.password_hash, a.disabled_at, p.name_latin, p.email, p.language
         FROM accounts a JOIN people p ON p.id = a.person_id WHERE a.id = $1",
        id
    )
}

/// Adds an account unless the person has one; the person's account.
///
/// # Errors
/// The database failed.
pub async fn ensure(
    tx: &mut Tx,
    id: AccountId,
    person: PersonId,
    now: Timestamp,
) -> Result<AccountId> {
    execute!(
        tx,
        "INSERT INTO accounts (id, person_id, created_at) VALUES ($1, $2, $3)
         ON CONFLICT (person_id) DO NOTHING",
        id,
        person,
        now
    )?;
    let (account,) = one!(
        tx,
        (AccountId,),
        "SELECT id FROM accounts WHERE person_id = $1",
        person
    )?;
    Ok(account)
}

/// Sets the password of an account (a PHC string).
///
/// # Errors
/// The database failed.
pub async fn set_password(tx: &mut Tx, account: AccountId, hash: &str) -> Result<()> {
    execute!(
        tx,
        "UPDATE accounts SET password_hash = $2 WHERE id = $1",
        account,
        hash
    )?;
    Ok(())
}

/// Disables an account: from now on it opens nothing, and its browsers are signed out.
///
/// # Errors
/// The database failed.
pub async fn disable(tx: &mut Tx, account: AccountId, now: Timestamp) -> Result<()> {
    execute!(
        tx,
        "UPDATE accounts SET disabled_at = $2 WHERE id = $1 AND disabled_at IS NULL",
        account,
        now
    )?;
    execute!(tx, "DELETE FROM sign_ins WHERE account_id = $1", account)?;
    Ok(())
}

/// Signs a browser in.
///
/// # Errors
/// The database failed.
pub async fn sign_in(
    tx: &mut Tx,
    id: SignInId,
    token_hash: &[u8],
    account: AccountId,
    now: Timestamp,
    expires_at: Timestamp,
    user_agent: &str,
) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO sign_ins (id, token_hash, account_id, created_at, seen_at, expires_at, user_agent)
         VALUES ($1, $2, $3, $4, $4, $5, $6)",
        id,
        token_hash,
        account,
        now,
        expires_at,
        user_agent
    )?;
    Ok(())
}

/// A signed-in browser, for the list of one's own.
#[derive(Debug, sqlx::FromRow)]
pub struct SignInRow {
    /// The id.
    pub id: SignInId,
    /// Hash of its secret.
    pub token_hash: Vec<u8>,
    /// When it was signed in.
    pub created_at: Timestamp,
    /// When it was last noted to be in use.
    pub seen_at: Timestamp,
    /// What the browser said of itself.
    pub user_agent: String,
}

/// The signed-in browsers of an account, the one used last first.
///
/// # Errors
/// The database failed.
pub async fn sign_ins(tx: &mut Tx, account: AccountId, now: Timestamp) -> Result<Vec<SignInRow>> {
    rows!(
        tx,
        SignInRow,
        "SELECT id, token_hash, created_at, seen_at, user_agent FROM sign_ins
         WHERE account_id = $1 AND expires_at > $2 ORDER BY seen_at DESC, id DESC",
        account,
        now
    )
}

/// Notes that a signed-in browser is in use.
///
/// # Errors
/// The database failed.
pub async fn seen(
    tx: &mut Tx,
    token_hash: &[u8],
    now: Timestamp,
    expires_at: Timestamp,
) -> Result<()> {
    execute!(
        tx,
        "UPDATE sign_ins SET seen_at = $2, expires_at = $3 WHERE token_hash = $1",
        token_hash,
        now,
        expires_at
    )?;
    Ok(())
}

/// Gives a signed-in browser another secret; `false` where it is no longer signed in.
///
/// # Errors
/// The database failed.
pub async fn change_secret(tx: &mut Tx, former: &[u8], token_hash: &[u8]) -> Result<bool> {
    let changed = execute!(
        tx,
        "UPDATE sign_ins SET token_hash = $2 WHERE token_hash = $1",
        former,
        token_hash
    )?;
    Ok(changed == 1)
}

/// Signs one browser out.
///
/// # Errors
/// The database failed.
pub async fn sign_out(tx: &mut Tx, token_hash: &[u8]) -> Result<u64> {
    execute!(tx, "DELETE FROM sign_ins WHERE token_hash = $1", token_hash)
}

/// Signs out all browsers of an account but the one with this hash.
///
/// # Errors
/// The database failed.
pub async fn sign_out_others(tx: &mut Tx, account: AccountId, keep: &[u8]) -> Result<u64> {
    execute!(
        tx,
        "DELETE FROM sign_ins WHERE account_id = $1 AND token_hash <> $2",
        account,
        keep
    )
}

/// Deletes up to `most` of the sign-ins that have expired.
///
/// # Errors
/// The database failed.
pub async fn purge_sign_ins(tx: &mut Tx, now: Timestamp, most: i64) -> Result<u64> {
    // The condition stands twice: a sign-in may be prolonged by being used in this very moment.
    execute!(
        tx,
        "DELETE FROM sign_ins WHERE expires_at <= $1 AND id IN (
            SELECT id FROM sign_ins WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2)",
        now,
        most
    )
}

/// Moves all sign-ins in time, so that they survive a journey of the demonstration's clock.
///
/// # Errors
/// The database failed.
pub async fn carry_sign_ins(tx: &mut Tx, span: Span) -> Result<u64> {
    execute!(
        tx,
        "UPDATE sign_ins SET created_at = created_at + $1, seen_at = seen_at + $1,
            expires_at = expires_at + $1",
        span.0
    )
}

/// Whether an account is trusted with more than a trainee's: a role, or a session to train.
///
/// # Errors
/// The database failed.
pub async fn is_staff(tx: &mut Tx, account: AccountId) -> Result<bool> {
    let (staff,) = one!(
        tx,
        (bool,),
        "SELECT EXISTS (SELECT 1 FROM role_grants WHERE account_id = $1)
             OR EXISTS (SELECT 1 FROM session_trainers t JOIN accounts a ON a.person_id = t.person_id
                        WHERE a.id = $1)",
        account
    )?;
    Ok(staff)
}
