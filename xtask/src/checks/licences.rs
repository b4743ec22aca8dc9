//! Which licences may be part of what we ship.

use eyre::{Result, WrapErr};
use serde::Deserialize;
use spdx::{Expression, Licensee, ParseMode};

use super::metadata::Package;

/// The section `licenses` of deny.toml.
#[derive(Deserialize)]
pub struct Licences {
    allow: Vec<String>,
    #[serde(default)]
    exceptions: Vec<Exception>,
}

/// Licences that are allowed for one crate only.
#[derive(Deserialize)]
struct Exception {
    #[serde(rename = "crate")]
    name: String,
    allow: Vec<String>,
}

/// The section, understood.
pub struct Allowed {
    everywhere: Vec<Licensee>,
    exceptions: Vec<(String, Vec<Licensee>)>,
}

impl Licences {
    /// An error names a licence that SPDX does not know.
    pub fn parse(&self) -> Result<Allowed> {
        let exceptions = self
            .exceptions
            .iter()
            .map(|exception| Ok((exception.name.clone(), licensees(&exception.allow)?)))
            .collect::<Result<_>>()?;
        Ok(Allowed {
            everywhere: licensees(&self.allow)?,
            exceptions,
        })
    }
}

fn licensees(names: &[String]) -> Result<Vec<Licensee>> {
    names
        .iter()
        .map(|name| Licensee::parse(name).wrap_err_with(|| name.clone()))
        .collect()
}

impl Allowed {
    /// What is wrong with the package's licence, in words.
    pub fn complaint(&self, package: &Package) -> Option<String> {
        let Some(licence) = &package.license else {
            return Some(format!("{} names no licence", package.name));
        };
        let Ok(expression) = Expression::parse_mode(licence, ParseMode::LAX) else {
            return Some(format!(
                "{} has an unreadable licence: {licence}",
                package.name
            ));
        };
        let special = self
            .exceptions
            .iter()
            .filter(|(name, _)| *name == package.name);
        let extra: Vec<&Licensee> = special.flat_map(|(_, licences)| licences).collect();
        let fine = expression.evaluate(|requirement| {
            self.everywhere
                .iter()
                .chain(extra.iter().copied())
                .any(|allowed| allowed.satisfies(requirement))
        });
        (!fine).then(|| format!("{} is under {licence}", package.name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expression_is_fine_when_an_allowed_choice_is_in_it() {
        let rules = Licences {
            allow: vec!["MIT".to_owned(), "Apache-2.0".to_owned()],
            exceptions: vec![Exception {
                name: "special".to_owned(),
                allow: vec!["MPL-2.0".to_owned()],
            }],
        };
        let allowed = rules.parse().unwrap();
        let cases = [
            ("any", Some("MIT"), true),
            ("any", Some("MIT/Apache-2.0"), true),
            ("any", Some("GPL-3.0-only OR MIT"), true),
            ("any", Some("GPL-3.0-only AND MIT"), false),
            ("any", Some("MPL-2.0"), false),
            ("special", Some("MPL-2.0"), true),
            ("any", None, false),
            ("any", Some("Nobody knows"), false),
        ];
        for (name, licence, fine) in cases {
            let package = Package {
                id: String::new(),
                name: name.to_owned(),
                version: "1.0.0".to_owned(),
                license: licence.map(str::to_owned),
                source: None,
                manifest_path: "Cargo.toml".into(),
                dependencies: Vec::new(),
            };
            assert_eq!(
                allowed.complaint(&package).is_none(),
                fine,
                "{name} under {licence:?}"
            );
        }
    }
}
