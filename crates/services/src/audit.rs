//! The audit log: every use case that changes something on somebody's behalf adds to it.

use crate::{Result, Services};
use maktab_domain::AccountId;
use maktab_store::{Tx, audit};
use uuid::Uuid;

impl Services {
    /// Adds an entry in the transaction of the change: who (`None` for the program itself, or
    /// somebody without an account), what (`registration.cancelled`), to what, and what else
    /// there is to say. No secrets, and no more of a person than needed.
    pub(crate) async fn record(
        &self,
        tx: &mut Tx,
        account: Option<AccountId>,
        action: &str,
        subject: Uuid,
        detail: &serde_json::Value,
    ) -> Result<()> {
        let entry = audit::Entry {
            id: self.new_id(|id| id),
            at: self.now(),
            account,
            action,
            subject: Some(subject),
            detail,
        };
        Ok(audit::record(tx, &entry).await?)
    }

    /// Adds an entry of the same action by nobody who has an account for each subject.
    pub(crate) async fn record_many(
        &self,
        tx: &mut Tx,
        action: &str,
        subjects: &[(Uuid, serde_json::Value)],
    ) -> Result<()> {
        let entries: Vec<_> = subjects
            .iter()
            .map(|(subject, detail)| audit::Entry {
                id: self.new_id(|id| id),
                at: self.now(),
                account: None,
                action,
                subject: Some(*subject),
                detail,
            })
            .collect();
        Ok(audit::record_many(tx, &entries).await?)
    }
}
