//! Looking after events: the list, one event at a glance, registrations and decisions.

mod decisions;
mod events;
mod head;
pub(crate) mod letters;
mod overview;
mod registrations;

pub use decisions::Approved;
pub use events::{EventFilter, EventState as ManagedState, ManagedEvent, ManagedEvents, Time};
pub use head::Head;
pub use overview::Overview;
pub use registrations::{
    OneRegistration, Registration, RegistrationFilter, Registrations, Sort,
};

use crate::{Actor, Result, Services};
use maktab_store::{Tx, audit};

impl Services {
    /// Writes into the audit log what somebody did to a subject.
    pub(crate) async fn note(
        &self,
        tx: &mut Tx,
        actor: &Actor,
        action: &str,
        subject: uuid::Uuid,
        detail: &serde_json::Value,
    ) -> Result<()> {
        let entry = audit::Entry {
            id: self.new_id(|id| id),
            at: self.now(),
            account: Some(actor.account),
            action,
            subject: Some(subject),
            detail,
        };
        Ok(audit::record(tx, &entry).await?)
    }
}
