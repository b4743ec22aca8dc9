//! The text in which the catalogue's search looks.

use crate::{Result, Tx};
use maktab_domain::{EventId, EventKind, EventMode, Texts};

/// What of an event's own columns is searched.
#[derive(Debug, sqlx::FromRow)]
pub struct SearchedRow {
    /// Kind.
    #[sqlx(try_from = "String")]
    pub kind: EventKind,
    /// Mode.
    #[sqlx(try_from = "String")]
    pub mode: EventMode,
    /// Code of the host country.
    pub country: String,
    /// City by language.
    #[sqlx(json)]
    pub city: Texts,
    /// Venue by language.
    #[sqlx(json)]
    pub venue: Texts,
}

/// What of an event's own columns is searched.
///
/// # Errors
/// The database failed.
pub async fn searched(tx: &mut Tx, event: EventId) -> Result<Option<SearchedRow>> {
    optional!(
        tx,
        SearchedRow,
        "SELECT kind, mode, country, city, venue FROM events WHERE id = $1",
        event
    )
}

/// Keeps the folded text of an event: words with one space between two. The search looks for
/// words by their beginnings.
///
/// # Errors
/// The database failed, or there is no such event.
pub async fn put_search_text(tx: &mut Tx, event: EventId, folded: &str) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO event_search (event_id, folded) VALUES ($1, $2)
         ON CONFLICT (event_id) DO UPDATE SET folded = excluded.folded",
        event,
        folded
    )?;
    Ok(())
}
