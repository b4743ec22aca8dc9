//! Preparing events: creating, changing, publishing, cancelling, the agenda.
//!
//! Who may: whoever coordinates one of the event's organisers.

mod agenda;
mod draft;
mod event;
mod local;
mod overlaps;
mod session;
mod steps;
mod template;
mod typed;

pub use agenda::{Agenda, AgendaSession, Trainer};
pub use event::EditableEvent;
pub use overlaps::Warning;
pub use session::EditableSession;
pub use steps::{Cancellation, Missing, Readiness};
pub use typed::Typed;

pub(crate) use draft::number;
pub(crate) use steps::{facts_for_readiness, readiness, reason};

use crate::{Actor, Error, Result};
use maktab_domain::{EventState, OrganisationId};
use maktab_locale::msg;
use maktab_store::{Tx, editing as store};

/// An event and who organises it.
pub(crate) struct Coordinated {
    pub row: store::EventRow,
    pub organisers: Vec<OrganisationId>,
}

/// The event of this slug for one of its coordinators. Others learn of a public
/// event that it is not theirs, and nothing of a draft.
pub(crate) async fn coordinated(tx: &mut Tx, actor: &Actor, slug: &str) -> Result<Coordinated> {
    if !actor.is_coordinator() {
        return Err(Error::Forbidden);
    }
    let row = store::by_slug(tx, slug).await?.ok_or(Error::NotFound)?;
    let organisers = store::organisers_of_event(tx, row.id).await?;
    if actor.coordinates(&organisers) {
        Ok(Coordinated { row, organisers })
    } else if row.state.is_public() {
        Err(Error::Forbidden)
    } else {
        Err(Error::NotFound)
    }
}

/// The same, while nobody else changes the event until the transaction ends.
pub(crate) async fn coordinated_alone(
    tx: &mut Tx,
    actor: &Actor,
    slug: &str,
) -> Result<Coordinated> {
    if !actor.is_coordinator() {
        return Err(Error::Forbidden);
    }
    store::lock_event(tx, slug).await?;
    coordinated(tx, actor, slug).await
}

/// Refuses changes to an event that is completed, archived or cancelled.
fn must_be_open_to_change(state: EventState) -> Result<()> {
    match state {
        EventState::Draft | EventState::Published => Ok(()),
        EventState::Completed | EventState::Archived | EventState::Cancelled => {
            Err(Error::NotNow(msg!("manage-not-editable")))
        }
    }
}
