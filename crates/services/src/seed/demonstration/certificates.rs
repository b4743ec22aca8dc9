//! The certificates that were issued and revoked.

use super::{Plan, time};
use crate::issuing::{PastCertificate, PastRevocation};
use crate::{Result, Services};
use maktab_demo::Certificate;
use maktab_domain::{AccountId, RegistrationId};
use maktab_store::{Tx, seeding as store};

/// Issues the certificates of the data set and answers how many there are.
pub(super) async fn issue(
    services: &Services,
    tx: &mut Tx,
    plan: &Plan<'_>,
    events: &[store::Event],
    registrations: &[store::Registration],
) -> Result<usize> {
    let mut issued = 0;
    let mut places = registrations.iter();
    for (event, stored) in plan.dataset.events.iter().zip(events) {
        let by = plan.coordinator(event)?;
        let mut past = Vec::new();
        for (registration, place) in event.registrations.iter().zip(&mut places) {
            if let Some(certificate) = &registration.certificate {
                past.push(as_of_then(certificate, place.id, by));
            }
        }
        if !past.is_empty() {
            let numbers = services.issue_past_certificates(tx, stored.id, &past);
            issued += numbers.await?.len();
        }
    }
    Ok(issued)
}

fn as_of_then(
    certificate: &Certificate,
    registration: RegistrationId,
    by: AccountId,
) -> PastCertificate {
    let revoked = certificate.revoked.as_ref();
    PastCertificate {
        registration,
        issued_at: time(certificate.issued_at),
        issued_by: by,
        revoked: revoked.map(|(at, reason)| PastRevocation {
            at: time(*at),
            by,
            reason: reason.clone(),
        }),
    }
}
