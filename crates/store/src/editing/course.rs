//! What an event takes over from a course.

use crate::{Result, Tx};
use maktab_domain::CourseId;

/// A course with its agenda template, as stored.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct CourseAgendaRow {
    /// The course.
    pub id: CourseId,
    /// Its hours.
    pub hours: i64,
    /// The template: JSON, read by the use case.
    #[sqlx(json)]
    pub agenda: serde_json::Value,
}

/// The course with this slug and its agenda template.
///
/// # Errors
/// The database failed.
pub async fn course_agenda(tx: &mut Tx, slug: &str) -> Result<Option<CourseAgendaRow>> {
    optional!(
        tx,
        CourseAgendaRow,
        "SELECT id, hours, agenda FROM courses WHERE slug = $1",
        slug
    )
}

/// Slug and title of every course, in `language` where there is one, by title.
///
/// # Errors
/// The database failed.
pub async fn course_choices(tx: &mut Tx, language: &str) -> Result<Vec<(String, String)>> {
    rows!(
        tx,
        (String, String),
        "SELECT c.slug, t.title FROM courses c
         JOIN course_texts t ON t.course_id = c.id AND t.language = (
             SELECT x.language FROM course_texts x WHERE x.course_id = c.id
             ORDER BY CASE x.language WHEN $1 THEN 0 WHEN 'en' THEN 1 ELSE 2 END, x.language
             LIMIT 1)
         ORDER BY t.title, c.slug",
        language
    )
}
