//! The lists of revoked certificates, each a signed credential that anybody may fetch and
//! keep.

use crate::signing::{Issuing, SignedList};
use crate::{Error, Result, Services};
use maktab_certificates::{StatusList, status};
use maktab_domain::{Span, Timestamp};
use maktab_store::certificates as store;
use std::sync::{Arc, PoisonError};

/// How long a signed list may be relied on.
const LIFE: Span = Span::hours(24);
/// A list is signed anew when it is older than this, so that whoever fetches it can rely on
/// it for some hours.
const FRESH: Span = Span::hours(12);

impl Services {
    /// The signed list of revoked certificates with this number, JSON text. It is signed
    /// again when a certificate was revoked, or when it grows old.
    ///
    /// # Errors
    /// [`Error::NotFound`] where no certificate has a place in such a list.
    pub async fn status_list(&self, list: i64) -> Result<Arc<str>> {
        let mut tx = self.database().read().await?;
        // Lists are begun in order, from 1 on.
        let latest = store::latest_list(&mut tx).await?.unwrap_or_default();
        if !(1..=latest).contains(&list) {
            return Err(Error::NotFound);
        }
        let ended = store::ended_places(&mut tx, list).await?;
        drop(tx);
        let issuing = Arc::clone(self.certificates()?);
        let now = self.now();
        if let Some(json) = kept(&issuing, list, &ended, now) {
            return Ok(json);
        }
        let signing = tokio::task::spawn_blocking(move || sign(&issuing, list, ended, now));
        signing
            .await
            .map_err(|error| Error::Failed(error.to_string()))?
    }
}

/// The list as it was signed last, where nothing has changed and it is fresh. A list signed
/// in the future was signed under another clock.
fn kept(issuing: &Issuing, list: i64, ended: &[i64], now: Timestamp) -> Option<Arc<str>> {
    let lists = issuing.lists.lock().unwrap_or_else(PoisonError::into_inner);
    let signed = lists.get(&list)?;
    let fresh = signed.signed_at <= now && now < signed.signed_at + FRESH;
    (fresh && signed.ended == ended).then(|| Arc::clone(&signed.json))
}

fn sign(issuing: &Issuing, list: i64, ended: Vec<i64>, now: Timestamp) -> Result<Arc<str>> {
    let failed = |error: &dyn std::error::Error| Error::Failed(error.to_string());
    let places = ended.iter().filter_map(|&place| u32::try_from(place).ok());
    let bits = StatusList::with_revoked(places).map_err(|error| failed(&error))?;
    let instant =
        |at: Timestamp| jiff::Timestamp::from_second(at.seconds()).map_err(|error| failed(&error));
    let issuance = status::ListIssuance {
        list: &bits,
        path: &format!("/status/{list}"),
        signed_at: instant(now)?,
        valid_until: instant(now + LIFE)?,
    };
    let json = status::issue(&issuance, &issuing.issuer).map_err(|error| failed(&error))?;
    let json: Arc<str> = json.into();
    let signed = SignedList {
        ended,
        signed_at: now,
        json: Arc::clone(&json),
    };
    let mut lists = issuing.lists.lock().unwrap_or_else(PoisonError::into_inner);
    lists.insert(list, signed);
    Ok(json)
}
