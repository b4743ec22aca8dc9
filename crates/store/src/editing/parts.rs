//! What hangs on an event: texts, areas, languages, organisers.

use crate::{Result, Tx};
use maktab_domain::{EventId, OrganisationId};

/// Title and summary in one language.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct TextRow {
    /// Tag of the language.
    pub language: String,
    /// The title; not empty.
    pub title: String,
    /// The summary; may be empty.
    pub summary: String,
}

/// The texts of an event.
///
/// # Errors
/// The database failed.
pub async fn texts(tx: &mut Tx, event: EventId) -> Result<Vec<TextRow>> {
    rows!(
        tx,
        TextRow,
        "SELECT language, title, summary FROM event_texts WHERE event_id = $1 ORDER BY language",
        event
    )
}

/// Replaces the texts of an event.
///
/// # Errors
/// The database failed.
pub async fn replace_texts(tx: &mut Tx, event: EventId, texts: &[TextRow]) -> Result<()> {
    execute!(tx, "DELETE FROM event_texts WHERE event_id = $1", event)?;
    for text in texts {
        execute!(
            tx,
            "INSERT INTO event_texts (event_id, language, title, summary) VALUES ($1, $2, $3, $4)",
            event,
            &text.language,
            &text.title,
            &text.summary
        )?;
    }
    Ok(())
}

/// Codes of the areas of an event.
///
/// # Errors
/// The database failed.
pub async fn areas(tx: &mut Tx, event: EventId) -> Result<Vec<String>> {
    let rows = rows!(
        tx,
        (String,),
        "SELECT e.area FROM event_areas e JOIN areas a ON a.code = e.area
         WHERE e.event_id = $1 ORDER BY a.position",
        event
    )?;
    Ok(rows.into_iter().map(|(area,)| area).collect())
}

/// Replaces the areas of an event.
///
/// # Errors
/// The database failed, or there is no such area.
pub async fn replace_areas(tx: &mut Tx, event: EventId, areas: &[String]) -> Result<()> {
    execute!(tx, "DELETE FROM event_areas WHERE event_id = $1", event)?;
    for area in areas {
        execute!(
            tx,
            "INSERT INTO event_areas (event_id, area) VALUES ($1, $2)",
            event,
            area
        )?;
    }
    Ok(())
}

/// Tags of the languages in which an event is held.
///
/// # Errors
/// The database failed.
pub async fn languages(tx: &mut Tx, event: EventId) -> Result<Vec<String>> {
    let rows = rows!(
        tx,
        (String,),
        "SELECT language FROM event_languages WHERE event_id = $1 ORDER BY language",
        event
    )?;
    Ok(rows.into_iter().map(|(language,)| language).collect())
}

/// Replaces the languages in which an event is held.
///
/// # Errors
/// The database failed.
pub async fn replace_languages(tx: &mut Tx, event: EventId, languages: &[String]) -> Result<()> {
    execute!(tx, "DELETE FROM event_languages WHERE event_id = $1", event)?;
    for language in languages {
        execute!(
            tx,
            "INSERT INTO event_languages (event_id, language) VALUES ($1, $2)",
            event,
            language
        )?;
    }
    Ok(())
}

/// Replaces the organisers of an event.
///
/// # Errors
/// The database failed, or there is no such organisation.
pub async fn replace_organisers(
    tx: &mut Tx,
    event: EventId,
    organisers: &[OrganisationId],
) -> Result<()> {
    execute!(
        tx,
        "DELETE FROM event_organisers WHERE event_id = $1",
        event
    )?;
    for organiser in organisers {
        execute!(
            tx,
            "INSERT INTO event_organisers (event_id, organisation_id) VALUES ($1, $2)",
            event,
            *organiser
        )?;
    }
    Ok(())
}
