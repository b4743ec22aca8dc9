//! The two parties, and the national institutions that people work for.

use serde::{Deserialize, Serialize};

use crate::{DataError, Texts, data};

/// What an organisation does; decides which events its people are drawn to and
/// which positions they hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OrganisationKind {
    /// An intergovernmental organisation that organises events.
    Intergovernmental,
    /// A border service or border police.
    Border,
    /// A ministry of the interior, or a migration service.
    Migration,
    /// A ministry or agency of labour and employment.
    Labour,
    /// A ministry of foreign affairs.
    ForeignAffairs,
    /// A ministry or institute of health.
    Health,
    /// A university or research institute.
    University,
    /// A non-governmental organisation.
    Civil,
}

impl OrganisationKind {
    /// The areas of cooperation (codes `i` to `x`) its people work in.
    pub(crate) fn areas(self) -> &'static [&'static str] {
        match self {
            Self::Intergovernmental => &[],
            Self::Border => &["ii", "viii", "vi"],
            Self::Migration => &["v", "vi", "vii", "viii", "ii"],
            Self::Labour => &["i", "iii", "v"],
            Self::ForeignAffairs => &["i", "viii", "v"],
            Self::Health => &["iv"],
            Self::University => &["ix", "x", "i"],
            Self::Civil => &["vi", "vii", "iv"],
        }
    }
}

/// An organisation: one of the parties that organise events, or a national
/// institution that people work for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Stable key: `eco`, `iom`, or country and kind as in `tj-border`.
    pub key: String,
    /// What it does.
    pub kind: OrganisationKind,
    /// ISO 3166-1 alpha-2 code; nothing for an intergovernmental organisation.
    pub country: Option<String>,
    /// Short name: `ECO`, `IOM`; for a national institution its English name.
    pub short_name: String,
    /// Full name in English and in the languages it works in.
    pub names: Texts,
    /// Domain of its mail addresses; always a name reserved by RFC 2606.
    pub domain: String,
}

/// One line of `institutions.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Institution {
    key: String,
    kind: OrganisationKind,
    names: Texts,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    party: Vec<Organisation>,
    institution: Vec<Institution>,
}

impl From<Institution> for Organisation {
    fn from(line: Institution) -> Self {
        let country = line.key.get(..2).map(str::to_ascii_uppercase);
        Self {
            country,
            kind: line.kind,
            short_name: line.names.english().to_owned(),
            domain: format!("{}.example", line.key),
            names: line.names,
            key: line.key,
        }
    }
}

/// ECO and IOM first, then the national institutions.
pub(crate) fn load() -> Result<Vec<Organisation>, DataError> {
    let file: File = data::parse("institutions", include_str!("../data/institutions.toml"))?;
    let national = file.institution.into_iter().map(Organisation::from);
    Ok(file.party.into_iter().chain(national).collect())
}
