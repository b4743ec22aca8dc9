//! Writing courses, events and sessions.
