//! What a certificate certifies, and where it stands.

use crate::code::codes;

codes! {
    /// What is certified.
    CertificateKind, "certificate kind" {
        /// Took part.
        Participation = "participation",
        /// Met the rule of the course.
        Completion = "completion",
        /// Contributed, as a speaker or trainer.
        Appreciation = "appreciation",
    }
}

codes! {
    /// What the verification page answers.
    CertificateStanding, "certificate standing" {
        /// Issued, and nothing has changed since.
        Valid = "valid",
        /// Its time has run out.
        Expired = "expired",
        /// Taken back, with a reason.
        Revoked = "revoked",
        /// Another certificate stands in its place.
        Replaced = "replaced",
    }
}
