//! What issuing certificates reads, and the runs that issue many.

mod reading;
mod runs;

pub use reading::{
    EventRow, MarkRow, OrganiserRow, ParticipantRow, event_by_id, event_by_slug, hold_registration,
    marks, organisation_codes, organisers, participants, titles, tracked_sessions,
};
pub use runs::{
    ClaimedRun, NewRun, RunRow, claim_run, finish_run, insert_run, keep_run, latest_run,
    next_lease_end, note_failure, note_issued, open_run, return_run, run_by_id,
};
