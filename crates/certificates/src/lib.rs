//! Certificates: what is printed on them, the page itself (PDF), the signed
//! credential (Open Badges 3.0), the compact token in the QR code, the list
//! of revoked ones, and the checking of all of these.
//!
//! Nothing here reads a clock, a random generator, a file or the network:
//! times and random bytes are passed in, fonts and JSON-LD contexts are part
//! of the program. Without the feature `pdf` the crate is the verifying half,
//! which also compiles for wasm32.

// Only its feature is wanted: the browser's generator, for a dependency of a dependency.
#[cfg(target_arch = "wasm32")]
use getrandom_03 as _;

pub mod credential;
pub mod facts;
pub mod issuer;
pub mod key;
pub mod number;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod proof;
mod rdf;
pub mod status;
pub mod texts;
pub mod token;

pub use credential::{Issuance, OpenBadge, Verified, issue, verify};
pub use facts::CertificateFacts;
pub use issuer::{Issuer, KeySet, PublicAddress};
pub use key::{PublicKey, SigningKey};
pub use number::{CertificateNumber, NumberPrefix};
#[cfg(feature = "pdf")]
pub use pdf::Renderer;
pub use status::StatusList;
