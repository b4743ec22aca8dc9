//! People and their details.

use crate::{Result, Tx};
use maktab_domain::{CertificateKind, EventId, PersonId, Timestamp};
use std::collections::HashMap;

/// What is known of a person besides the address; a registration holds the same
/// as it was typed for one event.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Details {
    /// Name in Latin script.
    pub name_latin: String,
    /// Name in another script.
    pub name_native: Option<String>,
    /// Tag of the language of that name.
    pub name_native_language: Option<String>,
    /// Code of the country.
    pub country: String,
    /// Where the person works.
    pub institution: String,
    /// As what the person works there.
    pub job_title: String,
    /// Tag of the language in which to write to the person.
    pub language: String,
}

/// A person.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct PersonRow {
    /// The person.
    pub id: PersonId,
    /// Email address in its compared form.
    pub email: String,
    /// When the address was proven, if it was.
    pub email_verified_at: Option<Timestamp>,
    /// The details.
    #[sqlx(flatten)]
    pub details: Details,
}

/// The person with this address.
///
/// # Errors
/// The database failed.
pub async fn by_email(tx: &mut Tx, email: &str) -> Result<Option<PersonRow>> {
    optional!(
        tx,
        PersonRow,
        "SELECT * FROM people WHERE email = $1",
        email
    )
}

/// The person with this id.
///
/// # Errors
/// The database failed.
pub async fn by_id(tx: &mut Tx, id: PersonId) -> Result<Option<PersonRow>> {
    optional!(tx, PersonRow, "SELECT * FROM people WHERE id = $1", id)
}

/// Adds a person unless there is one with this address; `false` where there is.
///
/// # Errors
/// The database failed, or there is no such country.
pub async fn insert(
    tx: &mut Tx,
    id: PersonId,
    email: &str,
    email_verified_at: Option<Timestamp>,
    details: &Details,
    now: Timestamp,
) -> Result<bool> {
    let added = execute!(
        tx,
        "INSERT INTO people (id, email, email_verified_at, name_latin, name_native,
            name_native_language, country, institution, job_title, language, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)
         ON CONFLICT (email) DO NOTHING",
        id,
        email,
        email_verified_at,
        &details.name_latin,
        &details.name_native,
        &details.name_native_language,
        &details.country,
        &details.institution,
        &details.job_title,
        &details.language,
        now
    )?;
    Ok(added == 1)
}

/// Adds the people whose addresses are not known: id, address and details.
///
/// # Errors
/// The database failed, or there is no such country.
pub async fn insert_many(
    tx: &mut Tx,
    people: &[(PersonId, &str, &Details)],
    now: Timestamp,
) -> Result<()> {
    insert_all!(
        tx,
        "people (id, email, name_latin, name_native, name_native_language, country, institution,
            job_title, language, created_at, updated_at)",
        people,
        row => row.0, row.1, &row.2.name_latin, &row.2.name_native, &row.2.name_native_language,
            &row.2.country, &row.2.institution, &row.2.job_title, &row.2.language, now, now;
        " ON CONFLICT (email) DO NOTHING"
    )
}

/// The people with these addresses, by address.
///
/// # Errors
/// The database failed.
pub async fn ids(tx: &mut Tx, emails: &[&str]) -> Result<HashMap<String, PersonId>> {
    let found = rows_in!(
        tx,
        (String, PersonId),
        "SELECT email, id FROM people WHERE email IN",
        emails
    )?;
    Ok(found.into_iter().collect())
}

/// Replaces a person's details.
///
/// # Errors
/// The database failed, or there is no such country.
pub async fn update(tx: &mut Tx, id: PersonId, details: &Details, now: Timestamp) -> Result<()> {
    execute!(
        tx,
        "UPDATE people SET name_latin = $2, name_native = $3, name_native_language = $4,
            country = $5, institution = $6, job_title = $7, language = $8, updated_at = $9
         WHERE id = $1",
        id,
        &details.name_latin,
        &details.name_native,
        &details.name_native_language,
        &details.country,
        &details.institution,
        &details.job_title,
        &details.language,
        now
    )?;
    Ok(())
}

/// Notes that the person has proven the address, where that was not known yet.
///
/// # Errors
/// The database failed.
pub async fn verify_email(tx: &mut Tx, id: PersonId, now: Timestamp) -> Result<()> {
    execute!(
        tx,
        "UPDATE people SET email_verified_at = $2, updated_at = $2
         WHERE id = $1 AND email_verified_at IS NULL",
        id,
        now
    )?;
    Ok(())
}

/// A certificate of a person, for the list of one's own.
#[derive(Debug, sqlx::FromRow)]
pub struct OwnCertificateRow {
    /// Its number.
    pub number: String,
    /// What is certified.
    #[sqlx(try_from = "String")]
    pub kind: CertificateKind,
    /// For which event.
    pub event_id: EventId,
    /// When it was issued.
    pub issued_at: Timestamp,
    /// When it expires, if it does.
    pub expires_at: Option<Timestamp>,
    /// When it was revoked, if it was.
    pub revoked_at: Option<Timestamp>,
    /// Whether another one stands in its place.
    pub replaced: bool,
    /// Name of the event's time zone.
    pub time_zone: String,
}

/// The certificates of a person, the latest first.
///
/// # Errors
/// The database failed.
pub async fn certificates(tx: &mut Tx, person: PersonId) -> Result<Vec<OwnCertificateRow>> {
    rows!(
        tx,
        OwnCertificateRow,
        "SELECT c.number, c.kind, c.event_id, c.issued_at, c.expires_at, c.revoked_at,
                c.replaced_by IS NOT NULL AS replaced, e.time_zone
         FROM certificates c JOIN events e ON e.id = c.event_id
         WHERE c.person_id = $1 ORDER BY c.issued_at DESC, c.id DESC",
        person
    )
}
