//! What has expired is forgotten.

use super::{Next, Run};
use crate::{Result, Services};
use maktab_domain::Span;
use maktab_store::{accounts, attempts, imports, links, outbox, requests};

/// How long a link is known after it expired, so that its page can say what to do next.
const LINK_MEMORY: Span = Span::days(30);
/// How many rows of a kind go at once.
const BATCH: i64 = 1_000;

impl Services {
    /// Deletes expired links, sign-ins, counted attempts and keys of forms, uploaded lists, and the secrets of dead mails.
    pub(super) async fn purge(&self, run: &mut Run<'_>) -> Result<Next> {
        while run.goes_on().await? {
            let now = self.now();
            let mut tx = self.database().write().await?;
            let purged = [
                links::purge(&mut tx, now - LINK_MEMORY, BATCH).await?,
                accounts::purge_sign_ins(&mut tx, now, BATCH).await?,
                attempts::purge(&mut tx, now, BATCH).await?,
                requests::purge(&mut tx, now - crate::requests::MEMORY, BATCH).await?,
                imports::purge(&mut tx, now, BATCH).await?,
                outbox::administer::blank_expired(&mut tx, now, BATCH).await?,
            ];
            tx.commit().await?;
            run.done += purged.iter().sum::<u64>();
            if purged.iter().all(|&count| count < BATCH.unsigned_abs()) {
                break;
            }
        }
        Ok(None)
    }
}
