//! Writing courses, events and sessions.

mod organisers;

pub use organisers::organisers_of_event;
