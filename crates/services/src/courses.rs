//! Courses: what is taught, for whom, and when it runs next.

use crate::catalogue::{Listed, Wanted, given, split};
use crate::reference::sort_languages;
use crate::{Error, Result, Services};
use maktab_domain::{Slug, Texts};
use maktab_locale::Locale;
use maktab_store::courses as store;

/// One course of the list.
#[derive(Debug, Clone)]
pub struct ListedCourse {
    /// Its name in addresses.
    pub slug: String,
    /// Its title, in the language in which it is shown.
    pub title: Texts,
    /// Its summary, likewise.
    pub summary: Texts,
    /// Its hours.
    pub hours: i64,
    /// Codes of its areas, in their order.
    pub areas: Vec<String>,
    /// Tags of its languages, in their order.
    pub languages: Vec<String>,
    /// How many of its runs are to come or under way.
    pub runs: i64,
}

/// One course in full.
#[derive(Debug, Clone)]
pub struct Course {
    /// Its name in addresses.
    pub slug: String,
    /// Title by language.
    pub title: Texts,
    /// Summary by language.
    pub summary: Texts,
    /// What a participant can do afterwards, one to a line, by language.
    pub objectives: Texts,
    /// For whom it is, by language.
    pub audience: Texts,
    /// What participants bring along, by language.
    pub prerequisites: Texts,
    /// Its hours.
    pub hours: i64,
    /// Codes of its areas, in their order.
    pub areas: Vec<String>,
    /// Tags of its languages, in their order.
    pub languages: Vec<String>,
    /// Its runs that are to come or under way.
    pub runs: Vec<Listed>,
}

impl Services {
    /// All courses by title.
    ///
    /// # Errors
    /// The database failed.
    pub async fn courses(&self, locale: Locale) -> Result<Vec<ListedCourse>> {
        let reference = self.reference().await?;
        let mut tx = self.database().read().await?;
        let rows = store::list(&mut tx, locale.tag(), self.now()).await?;
        let listed = |row: store::ListedCourseRow| {
            let mut areas = split(row.areas.as_deref());
            reference.sort_areas(&mut areas);
            let mut languages = split(row.languages.as_deref());
            sort_languages(&mut languages);
            ListedCourse {
                slug: row.slug,
                title: Texts::new([(row.language.clone(), row.title)]),
                summary: Texts::new([(row.language, row.summary)]),
                hours: row.hours,
                areas,
                languages,
                runs: row.runs,
            }
        };
        Ok(rows.into_iter().map(listed).collect())
    }

    /// The course of this name with its next runs.
    ///
    /// # Errors
    /// [`Error::NotFound`], or the database failed.
    pub async fn course(&self, locale: Locale, slug: &str) -> Result<Course> {
        let slug = Slug::parse(slug).map_err(|_| Error::NotFound)?;
        let reference = self.reference().await?;
        let mut tx = self.database().read().await?;
        let Some(row) = store::by_slug(&mut tx, slug.as_str()).await? else {
            return Err(Error::NotFound);
        };
        let texts = store::texts(&mut tx, row.id).await?;
        let mut areas = store::areas(&mut tx, row.id).await?;
        reference.sort_areas(&mut areas);
        let mut languages = store::languages(&mut tx, row.id).await?;
        sort_languages(&mut languages);
        // The connection goes back before the next one is asked for.
        drop(tx);
        let wanted = Wanted {
            course: Some(row.id),
            ..Wanted::default()
        };
        Ok(Course {
            slug: row.slug,
            title: given(texts.iter().map(|t| (&*t.language, &*t.title))),
            summary: given(texts.iter().map(|t| (&*t.language, &*t.summary))),
            objectives: given(texts.iter().map(|t| (&*t.language, &*t.objectives))),
            audience: given(texts.iter().map(|t| (&*t.language, &*t.audience))),
            prerequisites: given(texts.iter().map(|t| (&*t.language, &*t.prerequisites))),
            hours: row.hours,
            areas,
            languages,
            runs: self.all_listed(locale, &wanted).await?,
        })
    }
}
