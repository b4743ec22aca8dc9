//! The rules of ARCHITECTURE.md about who may depend on whom.

use eyre::Result;

use super::findings;
use super::metadata::{Metadata, Package};
use crate::progress::Step;
use crate::project::Project;
use crate::tool;

/// Each of our crates and those of ours that it may depend on.
const DIRECTION: [(&str, &[&str]); 12] = [
    ("maktab-domain", &[]),
    ("maktab-locale", &[]),
    ("maktab-demo", &[]),
    ("maktab-store", &["maktab-domain"]),
    ("maktab-certificates", &[]),
    ("maktab-tables", &["maktab-locale"]),
    (
        "maktab-services",
        &[
            "maktab-certificates",
            "maktab-demo",
            "maktab-domain",
            "maktab-locale",
            "maktab-store",
            "maktab-tables",
        ],
    ),
    // What goes beyond `domain` must be optional: it belongs to the feature `ssr`.
    (
        "maktab-app",
        &[
            "maktab-domain",
            "maktab-locale?",
            "maktab-services?",
            "maktab-tables?",
        ],
    ),
    ("maktab-frontend", &["maktab-app"]),
    (
        "maktab",
        &[
            "maktab-app",
            "maktab-certificates",
            "maktab-domain",
            "maktab-services",
            "maktab-store",
        ],
    ),
    ("maktab-load", &["maktab-domain", "maktab-store"]),
    ("xtask", &[]),
];

/// Libraries from outside and the only crates of ours that may name them; a `?` means only as an
/// optional dependency.
const PLACEMENT: [(&str, &[&str]); 11] = [
    ("sqlx", &["maktab-store", "maktab-domain?"]),
    ("axum", &["maktab-app?", "maktab"]),
    ("leptos", &["maktab-app", "maktab-frontend"]),
    ("lettre", &["maktab"]),
    (
        "tokio",
        &["maktab-load", "maktab-services", "maktab-store", "maktab"],
    ),
    ("typst", &["maktab-certificates"]),
    ("rand", &["maktab-services", "maktab"]),
    // Files of others are read with limits, in one place.
    ("csv", &["maktab-tables"]),
    ("quick-xml", &["maktab-tables"]),
    ("zip", &["maktab-store", "maktab-tables"]),
    // Times are jiff's.
    ("chrono", &[]),
];

/// What must not reach the browser.
const NOT_IN_BROWSER: [&str; 8] = [
    "sqlx",
    "sqlx-core",
    "tokio",
    "axum",
    "hyper",
    "typst",
    "icu_datetime",
    "fluent-bundle",
];

/// Our crates depend on each other only downwards.
pub fn direction(project: &Project, _: &mut Step) -> Result<()> {
    let metadata = Metadata::of_members(project)?;
    let broken: Vec<String> = metadata.members().flat_map(wrong_directions).collect();
    findings("ARCHITECTURE.md allows no such dependency", &broken)
}

fn wrong_directions(package: &Package) -> Vec<String> {
    let name = &package.name;
    let Some((_, allowed)) = DIRECTION.iter().find(|(known, _)| known == name) else {
        return vec![format!(
            "{name} has no place in the order yet: give it one in xtask"
        )];
    };
    // Tests may look at more than the code does.
    let named = package.dependencies.iter().filter(|dependency| {
        dependency.path.is_some() && dependency.kind.as_deref() != Some("dev")
    });
    named
        .filter(|dependency| !allows(allowed, &dependency.name, dependency.optional))
        .map(|dependency| format!("{name} → {}", dependency.name))
        .collect()
}

/// Whether `name` is in the list; `name?` allows it only as an optional dependency.
fn allows(list: &[&str], name: &str, optional: bool) -> bool {
    list.iter().any(|entry| match entry.strip_suffix('?') {
        Some(entry) => entry == name && optional,
        None => *entry == name,
    })
}

/// Libraries are named only by the crates that are there for them.
pub fn placement(project: &Project, _: &mut Step) -> Result<()> {
    let metadata = Metadata::of_members(project)?;
    let broken: Vec<String> = metadata.members().flat_map(misplaced).collect();
    findings(
        "these libraries belong to other crates (ARCHITECTURE.md)",
        &broken,
    )
}

fn misplaced(package: &Package) -> Vec<String> {
    let ordinary = package
        .dependencies
        .iter()
        .filter(|dependency| dependency.kind.is_none());
    ordinary
        .filter(|dependency| {
            PLACEMENT.iter().any(|(library, owners)| {
                dependency.name == *library && !allows(owners, &package.name, dependency.optional)
            })
        })
        .map(|dependency| format!("{} names {}", package.name, dependency.name))
        .collect()
}

/// The tree of `frontend` for wasm32 is free of what belongs on the server.
pub fn browser_part(project: &Project, _: &mut Step) -> Result<()> {
    let mut cargo = project.cargo();
    cargo.args([
        "tree",
        "--locked",
        "--package",
        "maktab-frontend",
        "--edges",
        "normal",
    ]);
    cargo.args([
        "--target",
        "wasm32-unknown-unknown",
        "--prefix",
        "none",
        "--format",
        "{lib} {p}",
    ]);
    let tree = tool::ask(&mut cargo)?;
    if !tree.contains("maktab-app ") {
        eyre::bail!("the tree of the browser's part does not even hold our pages:\n{tree}");
    }
    findings(
        "the browser would have to load this",
        &forbidden_in_browser(&tree),
    )
}

/// The features that are for tests alone.
const FOR_TESTS: [&str; 2] = ["testing", "fixture"];

/// What is shipped is compiled without what only tests may do.
pub fn shipped_part(project: &Project, _: &mut Step) -> Result<()> {
    let mut cargo = project.cargo();
    // As the server is compiled: all default members together, without their tests.
    cargo.args(["tree", "--locked", "--edges", "normal"]);
    cargo.args(["--prefix", "none", "--format", "{p} features={f}"]);
    let tree = tool::ask(&mut cargo)?;
    if !tree.contains("maktab-store ") {
        eyre::bail!("the tree of the server does not even hold the store:\n{tree}");
    }
    findings("these features are for tests", &features_for_tests(&tree))
}

fn features_for_tests(tree: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in tree.lines().filter(|line| line.starts_with("maktab")) {
        let name = line.split(' ').next().unwrap_or_default();
        let features = line.split("features=").nth(1).unwrap_or_default();
        let features = features.split([',', ' ']);
        found.extend(
            features
                .filter(|feature| FOR_TESTS.contains(feature))
                .map(|feature| format!("{name}: {feature}")),
        );
    }
    found.sort();
    found.dedup();
    found
}

fn forbidden_in_browser(tree: &str) -> Vec<String> {
    let mut found: Vec<String> = tree
        .lines()
        .filter_map(|line| line.split_whitespace().nth(1))
        .filter(|name| NOT_IN_BROWSER.contains(name))
        .map(str::to_owned)
        .collect();
    found.sort();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::metadata::Dependency;

    fn package(name: &str, dependency: &str, optional: bool, kind: Option<&str>) -> Package {
        Package {
            id: name.to_owned(),
            name: name.to_owned(),
            version: "0.1.0".to_owned(),
            license: None,
            source: None,
            manifest_path: "Cargo.toml".into(),
            dependencies: vec![Dependency {
                name: dependency.to_owned(),
                rename: None,
                kind: kind.map(str::to_owned),
                optional,
                req: "*".to_owned(),
                path: dependency.starts_with("maktab").then(|| dependency.into()),
            }],
        }
    }

    #[test]
    fn dependencies_point_downwards() {
        let cases = [
            ("maktab-store", "maktab-domain", false, None, 0),
            ("maktab-domain", "maktab-store", false, None, 1),
            ("maktab-app", "maktab-services", true, None, 0),
            ("maktab-app", "maktab-services", false, None, 1),
            ("maktab-app", "maktab-store", true, None, 1),
            ("maktab-domain", "maktab-demo", false, Some("dev"), 0),
            ("maktab-newcomer", "maktab-domain", false, None, 1),
        ];
        for (name, dependency, optional, kind, broken) in cases {
            let found = wrong_directions(&package(name, dependency, optional, kind));
            assert_eq!(found.len(), broken, "{name} → {dependency}: {found:?}");
        }
    }

    #[test]
    fn only_the_store_names_sqlx() {
        assert!(misplaced(&package("maktab-store", "sqlx", false, None)).is_empty());
        assert!(misplaced(&package("maktab-domain", "sqlx", true, None)).is_empty());
        assert_eq!(
            misplaced(&package("maktab-domain", "sqlx", false, None)).len(),
            1
        );
        assert_eq!(
            misplaced(&package("maktab-services", "sqlx", false, None)).len(),
            1
        );
    }

    #[test]
    fn a_feature_for_tests_is_noticed() {
        let tree = "maktab-store v0.1.0 (/x/testing) features=a,testing (*)\n\
                    maktab-load v0.1.0 (/x) features=\ntestdir v1.0.0 features=testing\n";
        assert_eq!(features_for_tests(tree), ["maktab-store: testing"]);
    }

    #[test]
    fn a_database_in_the_browser_is_noticed() {
        let tree = "maktab_app maktab-app v0.1.0\nsqlx sqlx v0.9.0\nserde serde v1.0.0\n";
        assert_eq!(forbidden_in_browser(tree), ["sqlx"]);
    }
}
