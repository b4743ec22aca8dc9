//! Issuing and revoking certificates.
