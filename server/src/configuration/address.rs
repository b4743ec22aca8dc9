//! Addresses among the settings: of the database, of the installation.

use maktab_services::PublicAddress;
use serde::{Deserialize, Deserializer, de};
use std::net::IpAddr;
use std::path::{Path, PathBuf};

/// The address of a database. Shown, it holds no password.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct DatabaseUrl(String);

impl DatabaseUrl {
    /// Reads `sqlite:PATH` or `postgres://…`.
    ///
    /// # Errors
    /// Any other scheme; the text is not repeated, since it may hold a password.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        let known = ["sqlite:", "postgres://", "postgresql://"];
        if known.iter().any(|scheme| text.starts_with(scheme)) {
            Ok(Self(text.to_owned()))
        } else {
            Err("a database is sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME")
        }
    }

    /// The database in this file.
    pub fn sqlite(path: &Path) -> Self {
        Self(format!("sqlite:{}", file_address(path)))
    }

    /// The file of a SQLite database; `None` for one in memory or on a server.
    pub fn file(&self) -> Option<PathBuf> {
        let path = self.0.strip_prefix("sqlite:")?;
        let path = path.strip_prefix("//").unwrap_or(path);
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let path = path
            .replace("%3F", "?")
            .replace("%23", "#")
            .replace("%25", "%");
        (path != ":memory:" && !path.is_empty()).then(|| PathBuf::from(path))
    }

    /// The whole address, password included.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// The address for people: without user, password and options.
    pub fn shown(&self) -> String {
        let plain = self.0.split(['?', '#']).next().unwrap_or_default();
        match plain.split_once("://") {
            // A password may hold an @ that was not encoded: the last one counts.
            Some((scheme, rest)) => {
                let place = rest.rsplit_once('@').map_or(rest, |(_, place)| place);
                format!("{scheme}://{place}")
            }
            None => plain.to_owned(),
        }
    }
}

impl TryFrom<String> for DatabaseUrl {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl std::fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "DatabaseUrl({})", self.shown())
    }
}

/// A path as it may stand in a `sqlite:` address, where `?` begins the options and `%` a code.
fn file_address(path: &Path) -> String {
    let text = path.to_string_lossy();
    text.replace('%', "%25")
        .replace('?', "%3F")
        .replace('#', "%23")
}

/// Reads an optional public address.
pub(super) fn public<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<PublicAddress>, D::Error> {
    let text = Option::<String>::deserialize(deserializer)?;
    let parsed = text.map(|text| PublicAddress::parse(&text));
    parsed.transpose().map_err(de::Error::custom)
}

/// Reads addresses: a list of them, or one text with commas between, as a variable holds it.
pub(super) fn list<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<IpAddr>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        List(Vec<String>),
        Text(String),
    }
    let named = match Written::deserialize(deserializer)? {
        Written::List(list) => list,
        Written::Text(text) => text.split(',').map(|one| one.trim().to_owned()).collect(),
    };
    let parse = |one: String| {
        let wrong = |_| de::Error::custom(format!("{one:?} is no address such as 10.0.0.1"));
        one.parse()
            .map(|ip: IpAddr| ip.to_canonical())
            .map_err(wrong)
    };
    named
        .into_iter()
        .filter(|one| !one.is_empty())
        .map(parse)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_database_is_shown_without_its_secrets() {
        for (whole, shown) in [
            ("postgres://u:p@h:5432/d", "postgres://h:5432/d"),
            ("postgres://u:p@ss@h/d?password=x", "postgres://h/d"),
            ("sqlite:data/maktab.db", "sqlite:data/maktab.db"),
        ] {
            assert_eq!(DatabaseUrl::parse(whole).unwrap().shown(), shown);
        }
        assert!(DatabaseUrl::parse("mysql://u:p@h/d").is_err());
    }

    #[test]
    fn an_odd_folder_is_still_a_folder() {
        let url = DatabaseUrl::sqlite(Path::new("/srv/100% sure?/maktab.db"));
        assert_eq!(url.reveal(), "sqlite:/srv/100%25 sure%3F/maktab.db");
        let file = url.file().unwrap();
        assert_eq!(file, Path::new("/srv/100% sure?/maktab.db"));
        for (url, file) in [
            ("sqlite://data/a.db?mode=rw", Some("data/a.db")),
            ("sqlite::memory:", None),
            ("postgres://h/d", None),
        ] {
            let parsed = DatabaseUrl::parse(url).unwrap().file();
            assert_eq!(parsed.as_deref(), file.map(Path::new), "{url}");
        }
    }
}
