//! What stands in the cells of a list instead of a code: names of countries, languages, roles and
//! organisations, in any language of the house.

use crate::reference::Reference;
use maktab_domain::{OrganisationId, ParticipantRole};
use maktab_locale::{Language, Locale, fold_for_search};
use std::collections::HashMap;

/// Former and long names under which countries of the programme come in lists.
const OTHER_NAMES: [(&str, &str); 16] = [
    ("Islamic Republic of Afghanistan", "AF"),
    ("Republic of Azerbaijan", "AZ"),
    ("Islamic Republic of Iran", "IR"),
    ("Iran (Islamic Republic of)", "IR"),
    ("Republic of Kazakhstan", "KZ"),
    ("Kyrgyz Republic", "KG"),
    ("Киргизия", "KG"),
    ("Кыргызская Республика", "KG"),
    ("Islamic Republic of Pakistan", "PK"),
    ("Republic of Tajikistan", "TJ"),
    ("Turkey", "TR"),
    ("Republic of Türkiye", "TR"),
    ("Турецкая Республика", "TR"),
    ("Туркмения", "TM"),
    ("Republic of Uzbekistan", "UZ"),
    ("Республика Узбекистан", "UZ"),
];

/// Words by what they mean. All of them are folded, so that case and diacritics do not matter.
pub(super) struct Words {
    countries: HashMap<String, String>,
    languages: HashMap<String, &'static str>,
    roles: HashMap<String, ParticipantRole>,
    organisations: HashMap<String, OrganisationId>,
}

impl Words {
    pub fn new(reference: &Reference) -> Self {
        let mut countries = HashMap::new();
        for country in &reference.countries {
            let code = country.as_str();
            let names = Locale::ALL.map(|l| l.country_name(code));
            let other = OTHER_NAMES.iter().filter(|(_, of)| *of == code);
            let other = other.map(|(name, _)| (*name).to_owned());
            for name in names.into_iter().chain(other).chain([code.to_owned()]) {
                countries.insert(fold_for_search(&name), code.to_owned());
            }
        }
        let mut languages = HashMap::new();
        for language in Language::ALL {
            let names = Locale::ALL.map(|l| l.language_name(language.tag()));
            let own = [language.autonym().to_owned(), language.tag().to_owned()];
            for name in names.into_iter().chain(own) {
                languages.insert(fold_for_search(&name), language.tag());
            }
        }
        let mut roles = HashMap::new();
        for &role in ParticipantRole::ALL {
            let names = Locale::ALL.map(|l| l.text(&format!("role-in-event-{role}")));
            for name in names.into_iter().chain([role.code().to_owned()]) {
                roles.insert(fold_for_search(&name), role);
            }
        }
        let mut organisations = HashMap::new();
        for organisation in &reference.organisations {
            let names = organisation.names.iter().map(|(_, name)| name.to_owned());
            for name in names.chain([organisation.code.clone()]) {
                organisations.insert(fold_for_search(&name), organisation.id);
            }
        }
        Self {
            countries,
            languages,
            roles,
            organisations,
        }
    }

    /// The code of a country; what stands there where it is none of the programme's.
    pub fn country(&self, cell: &str) -> String {
        let known = self.countries.get(&fold_for_search(cell)).cloned();
        known.unwrap_or_else(|| cell.to_owned())
    }

    /// The tag of a language; what stands there where it is unknown.
    pub fn language(&self, cell: &str) -> String {
        let known = Language::from_tag(cell).map(Language::tag);
        let known = known.or_else(|| self.languages.get(&fold_for_search(cell)).copied());
        known.unwrap_or(cell).to_owned()
    }

    pub fn role(&self, cell: &str) -> Option<ParticipantRole> {
        self.roles.get(&fold_for_search(cell)).copied()
    }

    pub fn organisation(&self, cell: &str) -> Option<OrganisationId> {
        self.organisations.get(&fold_for_search(cell)).copied()
    }
}
