//! Events that have been over for a while are completed: their attendance is closed.

use super::{Next, Run};
use crate::{Result, Services};
use maktab_domain::{EventState, Span};
use maktab_store::lifecycle;

/// How long after its end an event is completed. Until then trainers record what is still
/// missing of the attendance; coordinators complete it earlier, or open it again.
pub(crate) const AFTER_THE_END: Span = Span::days(7);
/// How many at once.
const BATCH: i64 = 50;

impl Services {
    /// Completes the events that ended a week ago. One that a coordinator has opened again stays
    /// open, unless it is put off and ends a second time.
    pub(super) async fn complete_events(&self, run: &mut Run<'_>) -> Result<Next> {
        while run.goes_on().await? {
            let now = self.now();
            let mut tx = self.database().write().await?;
            let completed = lifecycle::complete(&mut tx, now - AFTER_THE_END, now, BATCH).await?;
            for &event in &completed {
                let (from, to) = (EventState::Published, EventState::Completed);
                let detail = serde_json::json!({ "from": from, "to": to, "reason": "clock" });
                self.record(&mut tx, None, "event.state", event.0, &detail)
                    .await?;
            }
            tx.commit().await?;
            run.done += u64::try_from(completed.len()).unwrap_or_default();
            if completed.is_empty() {
                break;
            }
        }
        Ok(None)
    }
}
