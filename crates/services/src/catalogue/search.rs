//! The text in which the catalogue's search looks.

use crate::{Error, Result};
use maktab_domain::EventId;
use maktab_locale::{Locale, fold_for_search, t};
use maktab_store::{Tx, catalogue as store, reference};

/// Builds the search text of an event anew from what the transaction has written of it: titles
/// and summaries in all languages, kind, mode, city, venue, and the names of country, areas and
/// organisers. Call it whenever one of them has changed.
///
/// # Errors
/// There is no such event, or the database failed.
pub async fn rebuild_search_text(tx: &mut Tx, event: EventId) -> Result<()> {
    let Some(own) = store::searched(tx, event).await? else {
        return Err(Error::NotFound);
    };
    let mut text = Text::default();
    for row in store::texts(tx, event).await? {
        text.add(&row.title);
        text.add(&row.summary);
    }
    let names = own.city.iter().chain(own.venue.iter());
    names.for_each(|(_, name)| text.add(name));
    for locale in Locale::ALL {
        text.add(&locale.country_name(&own.country));
        text.add(&t!(locale, &format!("kind-{}", own.kind)));
        text.add(&t!(locale, &format!("mode-{}", own.mode)));
    }
    let areas = store::areas(tx, event).await?;
    for area in reference::areas(tx).await? {
        if areas.contains(&area.code) {
            let names = area.names.iter().chain(area.short_names.iter());
            names.for_each(|(_, name)| text.add(name));
        }
    }
    let organisers = store::organisers(tx, event).await?;
    for organisation in reference::organisations(tx).await? {
        if organisers.contains(&organisation.id) {
            text.add(&organisation.code);
            organisation
                .names
                .iter()
                .for_each(|(_, name)| text.add(name));
        }
    }
    store::put_search_text(tx, event, &text.0).await?;
    Ok(())
}

/// Folded words with one space between two, each once.
#[derive(Default)]
struct Text(String);

impl Text {
    fn add(&mut self, text: &str) {
        for word in fold_for_search(text).split_whitespace() {
            let is_known = self.0.split(' ').any(|known| known == word);
            if !is_known {
                if !self.0.is_empty() {
                    self.0.push(' ');
                }
                self.0.push_str(word);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_there_once() {
        let mut text = Text::default();
        text.add("Border management: the border");
        text.add("Управление границами");
        assert_eq!(text.0, "border management the управление границами");
    }
}
