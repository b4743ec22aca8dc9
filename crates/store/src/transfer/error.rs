//! Why rows could not be carried over.

use crate::SchemaState;
use std::fmt::Write as _;

/// Why rows could not be carried from one place to another.
#[derive(Debug, thiserror::Error)]
pub enum TransferError {
    /// A database failed.
    #[error(transparent)]
    Store(#[from] crate::Error),
    /// A type of the database that has no counterpart in the other engine.
    #[error("{column} has the type {found}, which cannot be carried from one engine to the other")]
    Kind {
        /// The table and column.
        column: String,
        /// What the database calls the type.
        found: String,
    },
    /// Without a key there is no order in which two databases could be compared.
    #[error("the table {0} has no primary key")]
    NoKey(String),
    /// The two sides do not have the same tables or columns.
    #[error("the two sides do not have the same shape: {0}")]
    Shape(String),
    /// The schema is not what copying or backing up needs.
    #[error("{}", of_schema(.place, *.state))]
    Schema {
        /// Which side.
        place: &'static str,
        /// What it is like.
        state: SchemaState,
    },
    /// There are rows where there must be none.
    #[error("the target is not empty: it has rows in {}", listed(.0))]
    NotEmpty(Vec<(String, u64)>),
    /// PostgreSQL keeps no text with a NUL character.
    #[error("{column} of a row holds a NUL character, which PostgreSQL cannot keep (row {row})")]
    Nul {
        /// The table and column.
        column: String,
        /// The place of the row in the order of the key, from 1.
        row: u64,
    },
    /// The target refused rows.
    #[error("the rows of {table} cannot be stored")]
    Rows {
        /// Of this table.
        table: String,
        /// Why.
        #[source]
        source: crate::Error,
    },
    /// Rows could not be written to where they were to go.
    #[error("the rows cannot be written")]
    Write(#[from] std::io::Error),
    /// The engine found its own file damaged.
    #[error("the database is damaged: {0}")]
    Damaged(String),
}

impl From<sqlx::Error> for TransferError {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error.into())
    }
}

impl From<sqlx::migrate::MigrateError> for TransferError {
    fn from(error: sqlx::migrate::MigrateError) -> Self {
        Self::Store(error.into())
    }
}

fn of_schema(place: &str, state: SchemaState) -> String {
    match state {
        SchemaState::Empty => format!("the {place} has no tables: there is nothing to take"),
        SchemaState::Behind(missing) => {
            format!("the {place} lacks {missing} migrations: run `maktab migrate` on it first")
        }
        SchemaState::Foreign => format!(
            "the {place} was changed by a newer version of this program, or by hand: update the \
             program"
        ),
        SchemaState::Current => format!("the {place} is up to date"),
    }
}

/// `people (12), events (3) and 4 further tables`: the fullest tables first.
pub(crate) fn listed(rows: &[(String, u64)]) -> String {
    const SHOWN: usize = 5;
    let mut rows: Vec<_> = rows.iter().collect();
    rows.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let mut text = String::new();
    for (place, (table, count)) in rows.iter().take(SHOWN).enumerate() {
        let comma = if place > 0 { ", " } else { "" };
        let _ = write!(text, "{comma}{table} ({count})");
    }
    if rows.len() > SHOWN {
        let _ = write!(text, " and {} further tables", rows.len() - SHOWN);
    }
    text
}
