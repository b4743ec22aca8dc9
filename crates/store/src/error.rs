//! What can go wrong between us and the database.

use std::sync::Arc;

/// The result of every function of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A failure of the database, or a rule that it upheld.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A unique index refused a second one; what the engine says of which.
    #[error("there is one already ({0})")]
    Duplicate(String),
    /// A check or a foreign key refused the change.
    #[error("a rule of the database refused the change ({0})")]
    Refused(String),
    /// No connection, or not the turn to write, could be had in time: too many want the same.
    #[error("the database is too busy")]
    Busy,
    /// The request that asks for the change was carried out before; see [`crate::requests`].
    #[error("this request was carried out already")]
    Repeated,
    /// What was stored cannot be read back as what it should be.
    #[error("unreadable: {0}")]
    Unreadable(String),
    /// The address of the database names no engine that we know.
    #[error("a database address starts with sqlite: or postgres://")]
    Address,
    /// A setting that we rely on does not hold.
    #[error("the database does not keep {0}")]
    Setting(&'static str),
    /// The schema could not be brought up to date.
    #[error("migration failed")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// The commit failed that this change shared with others.
    #[error("a commit of several changes failed")]
    Shared(#[source] Arc<Error>),
    /// Anything else that the engine says.
    #[error("the database failed")]
    Database(#[source] sqlx::Error),
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        use sqlx::error::ErrorKind;
        if matches!(error, sqlx::Error::PoolTimedOut) {
            return Self::Busy;
        }
        if let sqlx::Error::ColumnDecode { index, source } = &error {
            return Self::Unreadable(format!("{index}: {source}"));
        }
        let Some(database) = error.as_database_error() else {
            return Self::Database(error);
        };
        // SQLite names the columns in its message, PostgreSQL the constraint.
        let name = database
            .constraint()
            .unwrap_or_else(|| database.message())
            .to_owned();
        match database.kind() {
            ErrorKind::UniqueViolation => Self::Duplicate(name),
            ErrorKind::ForeignKeyViolation
            | ErrorKind::CheckViolation
            | ErrorKind::NotNullViolation => Self::Refused(name),
            _ => Self::Database(error),
        }
    }
}
