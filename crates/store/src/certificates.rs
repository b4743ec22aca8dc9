//! Issued certificates. What was issued never changes: only revocation and
//! replacement are ever noted, and nothing is deleted.

use crate::{Result, Tx};
use maktab_domain::{
    AccountId, CertificateId, CertificateKind, EventId, PersonId, RegistrationId, Timestamp,
};

/// A certificate to be added.
#[derive(Debug, Clone, Copy)]
pub struct NewCertificate<'a> {
    /// The id.
    pub id: CertificateId,
    /// Its number.
    pub number: &'a str,
    /// For which registration.
    pub registration: RegistrationId,
    /// Of which event.
    pub event: EventId,
    /// Whose.
    pub person: PersonId,
    /// What is certified.
    pub kind: CertificateKind,
    /// Everything printed, as JSON text.
    pub facts: &'a str,
    /// The signed credential, as JSON text.
    pub credential: &'a str,
    /// What its QR code says.
    pub qr_text: &'a str,
    /// When it was issued.
    pub issued_at: Timestamp,
    /// By whom.
    pub issued_by: AccountId,
    /// First instant at which it is no longer valid, if there is one.
    pub expires_at: Option<Timestamp>,
    /// The list in which its revocation would be noted.
    pub status_list: i64,
    /// Its place in that list.
    pub status_index: i64,
}

/// Adds a certificate; `false` where its number or its place in the list is taken, or
/// where the registration has one of this kind that stands.
///
/// # Errors
/// The database failed, or something it refers to does not exist.
pub async fn insert(tx: &mut Tx, new: &NewCertificate<'_>) -> Result<bool> {
    let added = execute!(
        tx,
        "INSERT INTO certificates (id, number, registration_id, event_id, person_id, kind, facts,
            credential, qr_text, issued_at, issued_by, expires_at, status_list, status_index)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
         ON CONFLICT DO NOTHING",
        new.id,
        new.number,
        new.registration,
        new.event,
        new.person,
        new.kind.code(),
        new.facts,
        new.credential,
        new.qr_text,
        new.issued_at,
        new.issued_by,
        new.expires_at,
        new.status_list,
        new.status_index
    )?;
    Ok(added == 1)
}

/// A certificate with everything that was issued.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct CertificateRow {
    /// The certificate.
    pub id: CertificateId,
    /// Its number.
    pub number: String,
    /// For which registration.
    pub registration_id: RegistrationId,
    /// Of which event.
    pub event_id: EventId,
    /// Name of the event in addresses.
    pub event_slug: String,
    /// IANA name of the event's time zone.
    pub time_zone: String,
    /// Whose.
    pub person_id: PersonId,
    /// Everything printed, as JSON text.
    pub facts: String,
    /// The signed credential, as JSON text.
    pub credential: String,
    /// What its QR code says.
    pub qr_text: String,
    /// When it was issued.
    pub issued_at: Timestamp,
    /// When it was revoked, if it was.
    pub revoked_at: Option<Timestamp>,
    /// Why.
    pub revocation_reason: Option<String>,
    /// The number of the one that stands in its place.
    pub replaced_by: Option<String>,
    /// The list in which its revocation would be noted.
    pub status_list: i64,
    /// Its place in that list.
    pub status_index: i64,
}

/// The certificate with this number.
///
/// # Errors
/// The database failed.
pub async fn by_number(tx: &mut Tx, number: &str) -> Result<Option<CertificateRow>> {
    optional!(
        tx,
        CertificateRow,
        "SELECT c.id, c.number, c.registration_id, c.event_id, e.slug AS event_slug, e.time_zone,
                c.person_id, c.facts, c.credential, c.qr_text, c.issued_at, c.revoked_at,
                c.revocation_reason, n.number AS replaced_by, c.status_list, c.status_index
         FROM certificates c JOIN events e ON e.id = c.event_id
         LEFT JOIN certificates n ON n.id = c.replaced_by
         WHERE c.number = $1",
        number
    )
}

/// A certificate in the list of an event.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct IssuedRow {
    /// Its number.
    pub number: String,
    /// For which registration.
    pub registration_id: RegistrationId,
    /// What is certified.
    #[sqlx(try_from = "String")]
    pub kind: CertificateKind,
    /// The holder's name in Latin script, as registered.
    pub name_latin: String,
    /// When it was issued.
    pub issued_at: Timestamp,
    /// First instant at which it is no longer valid, if there is one.
    pub expires_at: Option<Timestamp>,
    /// When it was revoked, if it was.
    pub revoked_at: Option<Timestamp>,
    /// Why.
    pub revocation_reason: Option<String>,
    /// The number of the one that stands in its place.
    pub replaced_by: Option<String>,
}

/// The certificates of an event, the latest first; of this registration only where one
/// is named.
///
/// # Errors
/// The database failed.
pub async fn of_event(
    tx: &mut Tx,
    event: EventId,
    only: Option<RegistrationId>,
) -> Result<Vec<IssuedRow>> {
    rows!(
        tx,
        IssuedRow,
        "SELECT c.number, c.registration_id, c.kind, r.name_latin, c.issued_at, c.expires_at,
                c.revoked_at, c.revocation_reason, n.number AS replaced_by
         FROM certificates c JOIN registrations r ON r.id = c.registration_id
         LEFT JOIN certificates n ON n.id = c.replaced_by
         WHERE c.event_id = $1 AND ($2 IS NULL OR c.registration_id = $2)
         ORDER BY c.issued_at DESC, lower(r.name_latin), c.id",
        event,
        only
    )
}

/// Whether a number is still free.
///
/// # Errors
/// The database failed.
pub async fn is_number_free(tx: &mut Tx, number: &str) -> Result<bool> {
    let found = optional!(
        tx,
        (CertificateId,),
        "SELECT id FROM certificates WHERE number = $1",
        number
    )?;
    Ok(found.is_none())
}

/// The list in use: the one with the greatest number; `None` before the first certificate.
///
/// # Errors
/// The database failed.
pub async fn latest_list(tx: &mut Tx) -> Result<Option<i64>> {
    let (list,) = one!(
        tx,
        (Option<i64>,),
        "SELECT max(status_list) FROM certificates"
    )?;
    Ok(list)
}

/// Whether a place in a list is still free.
///
/// # Errors
/// The database failed.
pub async fn is_place_free(tx: &mut Tx, list: i64, index: i64) -> Result<bool> {
    let found = optional!(
        tx,
        (CertificateId,),
        "SELECT id FROM certificates WHERE status_list = $1 AND status_index = $2",
        list,
        index
    )?;
    Ok(found.is_none())
}

/// The places in a list whose certificates no longer stand (revoked or replaced), in
/// their order.
///
/// # Errors
/// The database failed.
pub async fn ended_places(tx: &mut Tx, list: i64) -> Result<Vec<i64>> {
    let found = rows!(
        tx,
        (i64,),
        "SELECT status_index FROM certificates
         WHERE status_list = $1 AND (revoked_at IS NOT NULL OR replaced_by IS NOT NULL)
         ORDER BY status_index",
        list
    )?;
    Ok(found.into_iter().map(|(index,)| index).collect())
}

/// Revokes a certificate; `false` where it is revoked already or does not exist.
///
/// # Errors
/// The database failed.
pub async fn revoke(
    tx: &mut Tx,
    id: CertificateId,
    by: AccountId,
    reason: &str,
    now: Timestamp,
) -> Result<bool> {
    let revoked = execute!(
        tx,
        "UPDATE certificates SET revoked_at = $4, revoked_by = $2, revocation_reason = $3
         WHERE id = $1 AND revoked_at IS NULL",
        id,
        by,
        reason,
        now
    )?;
    Ok(revoked == 1)
}

/// What no use case does to a certificate, for tests of how that is found out.
#[cfg(feature = "testing")]
pub mod testing {
    use super::*;

    /// Notes that another certificate stands in the place of this one.
    ///
    /// # Errors
    /// The database failed.
    pub async fn replace(tx: &mut Tx, number: &str, by: &str) -> Result<u64> {
        execute!(
            tx,
            "UPDATE certificates SET replaced_by = (SELECT n.id FROM certificates n WHERE n.number = $2)
             WHERE number = $1",
            number,
            by
        )
    }

    /// Puts the facts of one certificate in the place of another's.
    ///
    /// # Errors
    /// The database failed.
    pub async fn swap(tx: &mut Tx, number: &str, from: &str) -> Result<u64> {
        execute!(
            tx,
            "UPDATE certificates SET facts = (SELECT o.facts FROM certificates o WHERE o.number = $2)
             WHERE number = $1",
            number,
            from
        )
    }

    /// Gives a registration a name in another script.
    ///
    /// # Errors
    /// The database failed.
    pub async fn rename(
        tx: &mut Tx,
        registration: RegistrationId,
        native: &str,
        language: &str,
    ) -> Result<u64> {
        execute!(
            tx,
            "UPDATE registrations SET name_native = $2, name_native_language = $3 WHERE id = $1",
            registration,
            native,
            language
        )
    }

    /// Changes a word in the stored facts.
    ///
    /// # Errors
    /// The database failed.
    pub async fn tamper(tx: &mut Tx, number: &str, from: &str, to: &str) -> Result<u64> {
        execute!(
            tx,
            "UPDATE certificates SET facts = replace(facts, $2, $3) WHERE number = $1",
            number,
            from,
            to
        )
    }

    /// Changes a word in the stored credential.
    ///
    /// # Errors
    /// The database failed.
    pub async fn tamper_credential(tx: &mut Tx, number: &str, from: &str, to: &str) -> Result<u64> {
        execute!(
            tx,
            "UPDATE certificates SET credential = replace(credential, $2, $3) WHERE number = $1",
            number,
            from,
            to
        )
    }
}
