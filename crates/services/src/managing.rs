//! Looking after events: lists, registrations, decisions.
