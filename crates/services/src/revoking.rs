//! Revoking a certificate: it stays, and whoever verifies it learns when and why it was
//! taken back.

use crate::eligible::EventFile;
use crate::issuing::{Revoked, revoked};
use crate::{Actor, Error, FieldErrors, Result, Services};
use maktab_certificates::CertificateNumber;
use maktab_domain::{CertificateKind, Line, Texts, Timestamp};
use maktab_store::certificates::{self as store, CertificateRow};
use maktab_store::{Tx, issuing};

/// A certificate that may be revoked, as the page that asks for the reason shows it.
#[derive(Debug, Clone)]
pub struct Revocable {
    /// Its number.
    pub number: String,
    /// What it certifies.
    pub kind: CertificateKind,
    /// The holder's name in Latin script.
    pub name: String,
    /// Name of the event in addresses.
    pub event_slug: String,
    /// The event's titles.
    pub titles: Texts,
    /// IANA name of the event's time zone.
    pub time_zone: String,
    /// When it was issued.
    pub issued_at: Timestamp,
    /// When it was revoked, if it was.
    pub revoked_at: Option<Timestamp>,
}

impl Services {
    /// A certificate that the person may revoke.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown number; [`Error::Forbidden`] for anybody but the
    /// event's coordinators.
    pub async fn revocable_certificate(&self, actor: &Actor, number: &str) -> Result<Revocable> {
        let mut tx = self.database().read().await?;
        let (row, file) = coordinated(&mut tx, actor, number).await?;
        let person = file.people.first().ok_or(Error::NotFound)?;
        let issued = file
            .issued
            .iter()
            .find(|issued| issued.number == row.number);
        Ok(Revocable {
            kind: issued.map_or(file.event.certificate_kind, |issued| issued.kind),
            name: person.name_latin.clone(),
            event_slug: row.event_slug,
            titles: file.titles,
            time_zone: row.time_zone,
            issued_at: row.issued_at,
            revoked_at: row.revoked_at,
            number: row.number,
        })
    }

    /// Revokes a certificate for a reason that everybody will read who verifies it. The holder
    /// is told by mail. The name of the event in addresses.
    ///
    /// # Errors
    /// As [`Services::revocable_certificate`]; [`Error::Refused`] for `reason`;
    /// [`Error::NotNow`] where it is revoked already.
    pub async fn revoke_certificate(
        &self,
        actor: &Actor,
        number: &str,
        reason: &str,
    ) -> Result<String> {
        let now = self.now();
        let mut tx = self.database().write().await?;
        let (row, file) = coordinated(&mut tx, actor, number).await?;
        let mut errors = FieldErrors::new();
        let Some(reason) = errors.take("reason", Line::parse(reason)) else {
            return Err(errors.into());
        };
        if !store::revoke(&mut tx, row.id, actor.account, reason.as_str(), now).await? {
            return Err(Error::NotNow("certificate-revoked-already"));
        }
        let detail = serde_json::json!({ "number": row.number, "reason": reason.as_str() });
        self.record(
            &mut tx,
            Some(actor.account),
            "certificate.revoked",
            row.id.0,
            &detail,
        )
        .await?;
        let person = file.people.first().ok_or(Error::NotFound)?;
        let told = Revoked {
            email: &person.email,
            language: &person.language,
            name: &person.name_latin,
            titles: &file.titles,
            number: &row.number,
            reason: reason.as_str(),
        };
        let letter = revoked(&told, &self.settings().public_address)?;
        self.post(&mut tx, &letter).await?;
        tx.commit().await?;
        self.wake_background();
        Ok(row.event_slug)
    }
}

/// A certificate with its event, for somebody who coordinates it.
async fn coordinated(
    tx: &mut Tx,
    actor: &Actor,
    number: &str,
) -> Result<(CertificateRow, EventFile)> {
    let number: CertificateNumber = number.parse().map_err(|_| Error::NotFound)?;
    let row = store::by_number(tx, number.as_str()).await?;
    let row = row.ok_or(Error::NotFound)?;
    let event = issuing::event_by_id(tx, row.event_id).await?;
    let event = event.ok_or(Error::NotFound)?;
    let file = EventFile::load(tx, event, Some(row.registration_id)).await?;
    file.must_be_coordinated_by(actor)?;
    Ok((row, file))
}
