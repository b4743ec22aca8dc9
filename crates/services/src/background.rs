//! Work that goes on by itself: mail, deadlines, issuing.
