//! What a use case can answer besides success. Texts here are safe to show.

/// The result of a use case.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a use case did not happen.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such thing, or it is not for this person to know of it.
    #[error("not found")]
    NotFound,
    /// Somebody has to sign in first.
    #[error("sign in first")]
    SignInFirst,
    /// The role, or its scope, does not allow it.
    #[error("not allowed")]
    Forbidden,
    /// What is asked for is not possible in the present state; the id of the message that says why.
    #[error("not possible now: {0}")]
    NotNow(&'static str),
    /// What was typed cannot be accepted; nothing was stored.
    #[error("refused input")]
    Refused(crate::FieldErrors),
    /// Too many attempts; how many seconds to wait.
    #[error("too many attempts, try again in {0} s")]
    TooMany(u32),
    /// Too many want the same at once; nothing was changed, and in a moment it will do.
    #[error("too busy")]
    Busy,
    /// The request was carried out before, by another hand; see [`crate::requests`].
    #[error("this request was carried out already")]
    Repeated,
    /// The database failed; logged, not shown.
    #[error("the database failed")]
    Store(#[source] maktab_store::Error),
    /// Something else failed; logged, not shown.
    #[error("failed: {0}")]
    Failed(String),
}

impl From<maktab_store::Error> for Error {
    fn from(error: maktab_store::Error) -> Self {
        match error {
            maktab_store::Error::Repeated => Self::Repeated,
            maktab_store::Error::Busy => Self::Busy,
            other => Self::Store(other),
        }
    }
}

impl From<crate::FieldErrors> for Error {
    fn from(errors: crate::FieldErrors) -> Self {
        Self::Refused(errors)
    }
}
