//! Looking after events: the list, one event at a glance, registrations and decisions.

mod decisions;
mod events;
mod head;
pub(crate) mod letters;
mod organisations;
mod overview;
mod registrations;
mod turns;
mod undoing;

pub use decisions::{Decided, Verdict};
pub use events::{EventFilter, EventState as ManagedState, ManagedEvent, ManagedEvents, Time};
pub use head::Head;
pub use overview::{NextSession, Overview};
pub use registrations::{OneRegistration, Registration, RegistrationFilter, Registrations, Sort};
pub use undoing::{Undoable, UndoableDecision, Undone};
