//! What changes seldom and stands on every page: organisations, countries, areas, languages.
//!
//! Kept in memory for a minute, so that a page does not ask the database for it.

use crate::{Result, Services};
use maktab_domain::{CountryCode, OrganisationId, Span, Texts, Timestamp};
use maktab_locale::Language;
use maktab_store::reference as store;
use std::sync::{Arc, PoisonError, RwLock};

/// An organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// The organisation.
    pub id: OrganisationId,
    /// Its acronym, as in `ECO`.
    pub code: String,
    /// Its full name by language.
    pub names: Texts,
    /// Who signs its certificates.
    pub signatory_name: String,
    /// The office in which they sign, by language.
    pub signatory_office: Texts,
}

/// An area of cooperation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// Its code, as in `ii`.
    pub code: String,
    /// Its name by language.
    pub names: Texts,
    /// The same, short enough for a label.
    pub short_names: Texts,
}

/// Organisations, countries, areas and languages, each in the order in which they are shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reference {
    /// The organisations.
    pub organisations: Vec<Organisation>,
    /// The countries that take part.
    pub countries: Vec<CountryCode>,
    /// The areas of cooperation.
    pub areas: Vec<Area>,
    /// Tags of the languages in which events of the catalogue are held.
    pub languages: Vec<String>,
}

impl Reference {
    /// The organisation with this id.
    #[must_use]
    pub fn organisation(&self, id: OrganisationId) -> Option<&Organisation> {
        self.organisations.iter().find(|found| found.id == id)
    }

    /// The area with this code.
    #[must_use]
    pub fn area(&self, code: &str) -> Option<&Area> {
        self.areas.iter().find(|found| found.code == code)
    }

    /// Brings codes of areas into the order in which areas are shown.
    pub(crate) fn sort_areas(&self, codes: &mut [String]) {
        codes.sort_by_key(|code| self.areas.iter().position(|area| area.code == *code));
    }
}

/// Brings tags of languages into the order in which languages are shown; others stand behind.
pub(crate) fn sort_languages(tags: &mut [String]) {
    let place = |tag: &str| Language::ALL.iter().position(|known| known.tag() == tag);
    tags.sort_by_key(|tag| (place(tag).unwrap_or(usize::MAX), tag.clone()));
}

/// What was read last, and when.
#[derive(Debug, Default)]
pub(crate) struct Cache(RwLock<Option<(Timestamp, Arc<Reference>)>>);

impl Cache {
    /// How long it is good.
    const LIFE: Span = Span::minutes(1);

    fn get(&self, now: Timestamp) -> Option<Arc<Reference>> {
        let kept = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let (at, reference) = kept.as_ref()?;
        // A clock that was set back has not read it yet.
        let is_fresh = now >= *at && now - *at < Self::LIFE;
        is_fresh.then(|| Arc::clone(reference))
    }

    fn put(&self, kept: Option<(Timestamp, Arc<Reference>)>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = kept;
    }
}

impl Services {
    /// Organisations, countries, areas and languages as they were at most a minute ago.
    ///
    /// # Errors
    /// The database failed.
    pub async fn reference(&self) -> Result<Arc<Reference>> {
        let now = self.now();
        if let Some(fresh) = self.inner.reference.get(now) {
            return Ok(fresh);
        }
        let read = Arc::new(self.read_reference().await?);
        // Nothing is kept of a database that is yet to be filled.
        if !read.countries.is_empty() {
            self.inner.reference.put(Some((now, Arc::clone(&read))));
        }
        Ok(read)
    }

    /// The codes of the countries of the programme, in their order.
    pub(crate) async fn countries(&self) -> Result<Vec<String>> {
        let reference = self.reference().await?;
        let codes = reference.countries.iter();
        Ok(codes.map(|country| country.as_str().to_owned()).collect())
    }

    /// Reads them anew at the next call: something of them has changed.
    pub fn forget_reference(&self) {
        self.inner.reference.put(None);
    }

    async fn read_reference(&self) -> Result<Reference> {
        let mut tx = self.database().read().await?;
        let organisations = store::organisations(&mut tx).await?;
        let areas = store::areas(&mut tx).await?;
        let countries = store::countries(&mut tx).await?;
        let mut languages = store::event_languages(&mut tx).await?;
        sort_languages(&mut languages);
        Ok(Reference {
            organisations: organisations.into_iter().map(organisation).collect(),
            countries: countries.into_iter().map(|row| row.code).collect(),
            areas: areas.into_iter().map(area).collect(),
            languages,
        })
    }
}

fn organisation(row: store::OrganisationRow) -> Organisation {
    Organisation {
        id: row.id,
        code: row.code,
        names: row.names,
        signatory_name: row.signatory_name,
        signatory_office: row.signatory_office,
    }
}

fn area(row: store::AreaRow) -> Area {
    Area {
        code: row.code,
        names: row.names,
        short_names: row.short_names,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_is_good_for_a_minute() {
        let cache = Cache::default();
        let reference = Arc::new(Reference::default());
        assert!(cache.get(Timestamp(0)).is_none());
        cache.put(Some((Timestamp(100_000), reference)));
        assert!(cache.get(Timestamp(100_000)).is_some());
        assert!(cache.get(Timestamp(159_999)).is_some());
        assert!(cache.get(Timestamp(160_000)).is_none());
        assert!(cache.get(Timestamp(99_999)).is_none(), "a clock set back");
    }

    #[test]
    fn languages_stand_in_the_order_of_the_interface() {
        let mut tags = ["zu", "tg", "en", "prs", "ar", "ru"].map(str::to_owned);
        sort_languages(&mut tags);
        assert_eq!(tags, ["en", "ru", "prs", "tg", "ar", "zu"]);
    }
}
