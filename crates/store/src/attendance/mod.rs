//! Attendance records; a correction supersedes.
//!
//! `events` is what a trainer sees of events and sessions, `records` are the records themselves.

mod events;
mod records;

pub use events::{
    EventHead, RosterRow, SessionRow, event_by_slug, events_of_trainer, roster, sessions_of_event,
    sessions_of_trainer, titles_of_events, trains_in,
};
pub use records::{
    MarkRow, NewRecord, RecordRow, lock_session, marks_of_event, record, records_of_session,
    supersede,
};
