//! Lists that leave as files: it is known who has taken which list of people along.

use crate::{Actor, Error, Result, Services};
use maktab_store::registrations;
use serde_json::json;

impl Services {
    /// Notes that somebody takes a list with people in it along; to be called before it leaves.
    /// `event` is the name of its event, where it is of one; `list` names the list.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is no such event, or the database failed: the list stays
    /// here then.
    pub async fn note_export(&self, actor: &Actor, event: Option<&str>, list: &str) -> Result<()> {
        let mut tx = self.database().write().await?;
        let subject = match event {
            Some(slug) => {
                let event = registrations::event_by_slug(&mut tx, slug).await?;
                event.ok_or(Error::NotFound)?.id.0
            }
            None => actor.account.0,
        };
        let detail = json!({ "list": list });
        let who = Some(actor.account);
        self.record(&mut tx, who, "list.exported", subject, &detail)
            .await?;
        Ok(tx.commit().await?)
    }
}
