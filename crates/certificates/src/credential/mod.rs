//! The credential: a certificate in the signed form that machines verify, Open
//! Badges 3.0 (<https://www.imsglobal.org/spec/ob/v3p0/>) on Verifiable
//! Credentials 2.0 (<https://www.w3.org/TR/vc-data-model-2.0/>).

mod issue;
mod types;
mod verify;

pub use issue::{EmailAddress, Issuance, issue};
pub(crate) use types::constant;
pub use types::{Achievement, Evidence, Identity, OpenBadge, Profile, StatusEntry, Subject};
pub use verify::{Standing, Verified, verify};

#[cfg(test)]
mod tests;
