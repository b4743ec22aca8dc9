//! What deny.toml allows: licences, banned libraries, origins.
//!
//! Where cargo-deny is installed, it is asked as well. It is not installed for this purpose: that
//! takes many minutes of compiling; the rules that deny.toml uses are few, and are read here too.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use eyre::{Result, WrapErr};
use serde::Deserialize;

use super::findings;
use super::licences::Licences;
use super::metadata::{Metadata, Package};
use crate::progress::Step;
use crate::project::Project;
use crate::tool;

#[derive(Deserialize)]
struct Rules {
    graph: Graph,
    licenses: Licences,
    bans: Bans,
}

#[derive(Deserialize)]
struct Graph {
    targets: Vec<String>,
}

#[derive(Deserialize)]
struct Bans {
    deny: Vec<Ban>,
}

/// A banned crate, or one of which there may be only one version.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Ban {
    #[serde(rename = "crate")]
    name: String,
    #[serde(default)]
    deny_multiple_versions: bool,
    reason: String,
}

/// The dependencies on every platform follow deny.toml.
pub fn check(project: &Project, step: &mut Step) -> Result<()> {
    let text = fs::read_to_string(project.path("deny.toml")).wrap_err("deny.toml")?;
    let rules: Rules = toml::from_str(&text).wrap_err("deny.toml")?;
    let licences = rules.licenses.parse()?;
    let mut broken = BTreeSet::new();
    let mut seen = BTreeSet::new();
    for target in &rules.graph.targets {
        let metadata = Metadata::of_graph(project, target)?;
        let packages: Vec<&Package> = metadata.resolved().into_values().collect();
        seen.extend(packages.iter().map(|package| package.id.clone()));
        broken.extend(
            packages
                .iter()
                .filter_map(|package| licences.complaint(package)),
        );
        broken.extend(banned(&rules.bans.deny, &packages));
        broken.extend(
            packages
                .iter()
                .filter_map(|package| strange_origin(package)),
        );
        broken.extend(metadata.members().flat_map(wildcards));
    }
    findings(
        "deny.toml does not allow",
        &broken.into_iter().collect::<Vec<_>>(),
    )?;
    step.remark(format!("{} packages", seen.len()));
    if tool::on_path("cargo-deny") {
        let mut cargo = project.cargo();
        cargo.args(["deny", "--offline", "check", "licenses", "bans", "sources"]);
        tool::run(project, step, "deny", &mut cargo)?.require()?;
    }
    Ok(())
}

fn banned(bans: &[Ban], packages: &[&Package]) -> Vec<String> {
    let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for package in packages {
        versions
            .entry(&package.name)
            .or_default()
            .insert(&package.version);
    }
    let found = bans
        .iter()
        .filter_map(|ban| Some((ban, versions.get(ban.name.as_str())?)));
    found
        .filter(|(ban, versions)| !ban.deny_multiple_versions || versions.len() > 1)
        .map(|(ban, versions)| {
            let list = versions.iter().copied().collect::<Vec<_>>().join(", ");
            format!("{} {list}: {}", ban.name, ban.reason)
        })
        .collect()
}

/// Ours have no source; all others come from the one public registry, never from a repository.
fn strange_origin(package: &Package) -> Option<String> {
    const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";
    let source = package.source.as_deref()?;
    (source != REGISTRY).then(|| format!("{} comes from {source}", package.name))
}

fn wildcards(package: &Package) -> Vec<String> {
    let outside = package
        .dependencies
        .iter()
        .filter(|dependency| dependency.path.is_none());
    outside
        .filter(|dependency| dependency.req == "*")
        .map(|dependency| format!("{} takes any version of {}", package.name, dependency.name))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, version: &str, source: Option<&str>) -> Package {
        Package {
            id: format!("{name} {version}"),
            name: name.to_owned(),
            version: version.to_owned(),
            license: None,
            source: source.map(str::to_owned),
            manifest_path: "Cargo.toml".into(),
            dependencies: Vec::new(),
        }
    }

    fn ban(name: &str, deny_multiple_versions: bool) -> Ban {
        Ban {
            name: name.to_owned(),
            deny_multiple_versions,
            reason: "because".to_owned(),
        }
    }

    #[test]
    fn a_banned_crate_is_found() {
        let packages = [package("openssl-sys", "0.9.0", None)];
        let packages: Vec<&Package> = packages.iter().collect();
        assert_eq!(banned(&[ban("openssl-sys", false)], &packages).len(), 1);
        assert!(banned(&[ban("native-tls", false)], &packages).is_empty());
    }

    #[test]
    fn a_second_version_is_found_only_where_one_is_demanded() {
        let packages = [
            package("rustls", "0.23.0", None),
            package("rustls", "0.24.0", None),
        ];
        let both: Vec<&Package> = packages.iter().collect();
        assert_eq!(banned(&[ban("rustls", true)], &both).len(), 1);
        assert!(banned(&[ban("rustls", true)], &both[..1]).is_empty());
    }

    #[test]
    fn a_repository_is_a_strange_origin() {
        let ours = package("maktab", "0.1.0", None);
        let registry = "registry+https://github.com/rust-lang/crates.io-index";
        assert!(strange_origin(&ours).is_none());
        assert!(strange_origin(&package("serde", "1.0.0", Some(registry))).is_none());
        assert!(strange_origin(&package("serde", "1.0.0", Some("git+ssh://somewhere"))).is_some());
    }
}
