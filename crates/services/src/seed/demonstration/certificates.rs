//! The certificates that were issued and revoked.

use super::{Plan, time};
use crate::issuing::{PastCertificate, PastRevocation};
use crate::{Result, Services};
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
    let mut rows = registrations.iter();
    for (event, stored) in plan.dataset.events.iter().zip(events) {
        let mut past = Vec::new();
        // Every registration of the data set has its row, in the same order.
        for (registration, row) in event.registrations.iter().zip(&mut rows) {
            let Some(certificate) = &registration.certificate else {
                continue;
            };
            let by = plan.coordinator(event)?;
            let revoked = certificate.revoked.as_ref();
            past.push(PastCertificate {
                registration: row.id,
                issued_at: time(certificate.issued_at),
                issued_by: by,
                revoked: revoked.map(|(at, reason)| PastRevocation {
                    at: time(*at),
                    by,
                    reason: reason.clone(),
                }),
            });
        }
        if !past.is_empty() {
            let numbers = services
                .issue_past_certificates(tx, &plan.random, stored.id, &past)
                .await?;
            issued += numbers.len();
        }
    }
    Ok(issued)
}
