//! Preparing events: creating, changing, publishing, cancelling, the agenda.
