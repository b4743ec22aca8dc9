//! The courses of the catalogue.

use crate::{Result, Tx};
use maktab_domain::{CourseId, Timestamp};

/// One course of the list.
#[derive(Debug, sqlx::FromRow)]
pub struct ListedCourseRow {
    /// The course.
    pub id: CourseId,
    /// Its name in addresses.
    pub slug: String,
    /// Its hours.
    pub hours: i64,
    /// The language of title and summary: the one asked for, else English, else any.
    pub language: String,
    /// Its title.
    pub title: String,
    /// Its summary.
    pub summary: String,
    /// Codes of its areas, parted by commas.
    pub areas: Option<String>,
    /// Tags of its languages, parted by commas.
    pub languages: Option<String>,
    /// How many of its runs have been announced and are not over.
    pub runs: i64,
}

/// All courses by title, with their texts in `language` where there are, and their
/// runs that have not ended at `now` and will take place.
///
/// # Errors
/// The database failed.
pub async fn list(tx: &mut Tx, language: &str, now: Timestamp) -> Result<Vec<ListedCourseRow>> {
    rows!(
        tx,
        ListedCourseRow,
        "SELECT c.id, c.slug, c.hours, t.language, t.title, t.summary,
                (SELECT string_agg(a.area, ',') FROM course_areas a
                 WHERE a.course_id = c.id) AS areas,
                (SELECT string_agg(l.language, ',') FROM course_languages l
                 WHERE l.course_id = c.id) AS languages,
                (SELECT count(*) FROM events e WHERE e.course_id = c.id
                 AND e.state NOT IN ('draft', 'cancelled') AND e.ends_at > $2) AS runs
         FROM courses c
         JOIN course_texts t ON t.course_id = c.id AND t.language = (
             SELECT x.language FROM course_texts x WHERE x.course_id = c.id
             ORDER BY CASE x.language WHEN $1 THEN 0 WHEN 'en' THEN 1 ELSE 2 END, x.language
             LIMIT 1)
         ORDER BY t.title, c.id",
        language,
        now
    )
}

/// One course.
#[derive(Debug, sqlx::FromRow)]
pub struct CourseRow {
    /// The course.
    pub id: CourseId,
    /// Its name in addresses.
    pub slug: String,
    /// Its hours.
    pub hours: i64,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// The course of this name.
///
/// # Errors
/// The database failed.
pub async fn by_slug(tx: &mut Tx, slug: &str) -> Result<Option<CourseRow>> {
    optional!(
        tx,
        CourseRow,
        "SELECT id, slug, hours, updated_at FROM courses WHERE slug = $1",
        slug
    )
}

/// The course with this id.
///
/// # Errors
/// The database failed.
pub async fn by_id(tx: &mut Tx, course: CourseId) -> Result<Option<CourseRow>> {
    optional!(
        tx,
        CourseRow,
        "SELECT id, slug, hours, updated_at FROM courses WHERE id = $1",
        course
    )
}

/// What a course says of itself in one language; what is not given there is empty.
#[derive(Debug, sqlx::FromRow)]
pub struct CourseTextRow {
    /// Tag of the language.
    pub language: String,
    /// Title.
    pub title: String,
    /// Summary.
    pub summary: String,
    /// What a participant can do afterwards, one to a line.
    pub objectives: String,
    /// For whom it is.
    pub audience: String,
    /// What participants bring along.
    pub prerequisites: String,
}

/// The texts of a course in every language.
///
/// # Errors
/// The database failed.
pub async fn texts(tx: &mut Tx, course: CourseId) -> Result<Vec<CourseTextRow>> {
    rows!(
        tx,
        CourseTextRow,
        "SELECT language, title, summary, objectives, audience, prerequisites
         FROM course_texts WHERE course_id = $1 ORDER BY language",
        course
    )
}

/// The codes of a course's areas.
///
/// # Errors
/// The database failed.
pub async fn areas(tx: &mut Tx, course: CourseId) -> Result<Vec<String>> {
    let codes = rows!(
        tx,
        (String,),
        "SELECT area FROM course_areas WHERE course_id = $1 ORDER BY area",
        course
    )?;
    Ok(codes.into_iter().map(|(code,)| code).collect())
}

/// The tags of the languages in which a course is held.
///
/// # Errors
/// The database failed.
pub async fn languages(tx: &mut Tx, course: CourseId) -> Result<Vec<String>> {
    let tags = rows!(
        tx,
        (String,),
        "SELECT language FROM course_languages WHERE course_id = $1 ORDER BY language",
        course
    )?;
    Ok(tags.into_iter().map(|(tag,)| tag).collect())
}

/// The names in addresses of all courses, with their last change.
///
/// # Errors
/// The database failed.
pub async fn public_addresses(tx: &mut Tx) -> Result<Vec<(String, Timestamp)>> {
    rows!(
        tx,
        (String, Timestamp),
        "SELECT slug, updated_at FROM courses ORDER BY slug"
    )
}
