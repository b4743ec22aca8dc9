//! Events and registrations as coordinators look after them.

mod events;
mod registrations;

pub use events::{Filter, ManagedRow, StateFilter, events};
pub use registrations::{
    Move, RegistrationRow, counts_by_state, move_registration, put_back, registration,
    registrations, set_organisation,
};
