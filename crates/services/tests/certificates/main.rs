//! From attendance to a certificate that verifies, and everything that must not happen on
//! the way.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod course;
mod documents;
mod eligibility;
mod issuing;
mod log;
mod past;
mod revoking;
mod runs;
mod verification;
