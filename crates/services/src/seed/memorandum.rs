//! The parties, countries and areas of the memorandum, from `data/memorandum.toml`.

use crate::{Error, Result};
use maktab_domain::{AreaCode, CountryCode, OrganisationId, Texts};
use maktab_store::{Tx, seeding as store};
use serde::Deserialize;

const TEXT: &str = include_str!("../../data/memorandum.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Memorandum {
    countries: Vec<String>,
    organisation: Vec<Organisation>,
    area: Vec<Area>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Organisation {
    code: String,
    names: Texts,
    signatory_office: Texts,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Area {
    code: String,
    names: Texts,
    short_names: Texts,
}

fn read() -> Result<Memorandum> {
    toml::from_str(TEXT).map_err(|error| Error::Failed(format!("memorandum.toml: {error}")))
}

/// Adds what is missing, under new ids, and brings the rest up to date.
pub(super) async fn put(tx: &mut Tx, new_id: impl Fn() -> OrganisationId) -> Result<()> {
    let refused = |what: &str| Error::Failed(format!("memorandum.toml: {what} is no code"));
    let memorandum = read()?;
    for (position, one) in (1..).zip(&memorandum.organisation) {
        let id = new_id();
        let office = &one.signatory_office;
        store::put_organisation(tx, id, &one.code, &one.names, office, position).await?;
    }
    for (position, code) in (1..).zip(&memorandum.countries) {
        CountryCode::parse(code).map_err(|_| refused(code))?;
        store::put_country(tx, code, position).await?;
    }
    for (position, one) in (1..).zip(&memorandum.area) {
        AreaCode::parse(&one.code).map_err(|_| refused(&one.code))?;
        store::put_area(tx, &one.code, &one.names, &one.short_names, position).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use maktab_locale::Locale;

    #[test]
    fn every_text_is_there_in_every_language() {
        let memorandum = read().unwrap();
        assert_eq!(memorandum.organisation.len(), 2);
        assert_eq!(
            (memorandum.countries.len(), memorandum.area.len()),
            (10, 10)
        );
        let parties = memorandum.organisation.iter();
        let of_parties = parties.flat_map(|one| [&one.names, &one.signatory_office]);
        let areas = memorandum.area.iter();
        let of_areas = areas.flat_map(|one| [&one.names, &one.short_names]);
        for texts in of_parties.chain(of_areas) {
            for locale in Locale::ALL {
                assert!(texts.get(locale.tag()).is_some(), "{locale:?}: {texts:?}");
            }
        }
    }

    #[test]
    fn the_areas_are_called_as_in_the_messages() {
        for area in read().unwrap().area {
            for l in Locale::ALL {
                let (name, short) = (
                    format!("area-{}", area.code),
                    format!("area-short-{}", area.code),
                );
                assert_eq!(area.names.get(l.tag()), Some(l.text(&name).as_str()));
                assert_eq!(area.short_names.get(l.tag()), Some(l.text(&short).as_str()));
            }
        }
    }
}
