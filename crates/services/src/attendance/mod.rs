//! Running sessions: a trainer's events, the roster, and attendance.
//!
//! Who may: the trainers of any session of the event, and whoever may coordinate it.

mod events;
mod roster;
mod taking;

pub use events::{Phase, TakingGate, TaughtEvent, TaughtSession};
pub use roster::{Roster, RosterPerson};
pub use taking::{Mark, PastMark, Recorded, Sheet, SheetPerson};

use crate::{Actor, Error, Result};
use maktab_domain::EventState;
use maktab_store::{Tx, attendance as store, editing};

/// The event of this slug, for one of its trainers or coordinators. To others
/// a draft is unknown; of a public event they learn that it is not theirs to run.
async fn run_by(tx: &mut Tx, actor: &Actor, slug: &str) -> Result<store::EventHead> {
    let event = store::event_by_slug(tx, slug)
        .await?
        .ok_or(Error::NotFound)?;
    let organisers = editing::organisers_of_event(tx, event.id).await?;
    if actor.coordinates(&organisers) {
        return Ok(event);
    }
    if event.state == EventState::Draft {
        return Err(Error::NotFound);
    }
    if store::trains_in(tx, actor.person, event.id).await? {
        Ok(event)
    } else {
        Err(Error::Forbidden)
    }
}
