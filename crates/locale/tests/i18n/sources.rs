//! The messages that the sources use are the messages that there are.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use maktab_locale::Locale;

use crate::catalogue::{self, Catalogue};
use crate::families::{self, Family, is_error_of_a_field};
use crate::uses::{Id, texts, uses};

/// Where messages are used, from the root of the workspace.
const FOLDERS: [&str; 3] = ["app/src", "server/src", "crates"];

/// What does not fit between sources (name and text) and messages.
struct Findings {
    /// Uses of messages or arguments that do not exist, as `file:line: …`.
    wrong: Vec<String>,
    /// Messages that nothing uses.
    unused: Vec<String>,
}

fn compare(sources: &[(String, String)], messages: &Catalogue, families: &[Family]) -> Findings {
    let mut wrong = Vec::new();
    let mut used: BTreeSet<String> = families.iter().flat_map(Family::ids).collect();
    for (file, text) in sources {
        for found in uses(text) {
            let at = format!("{file}:{}", found.line);
            let ids = match &found.id {
                Id::Whole(id) => vec![id.clone()],
                Id::Composed { prefix, suffix } => members(families, prefix, suffix),
            };
            if ids.is_empty() {
                wrong.push(format!(
                    "{at}: no family of messages begins like {:?}",
                    found.id
                ));
            }
            for id in ids {
                match (messages.get(&id), &found.arguments) {
                    (None, _) => wrong.push(format!("{at}: there is no message {id}")),
                    (Some(value), Some(given)) if *given != value.variables => wrong.push(format!(
                        "{at}: {id} takes {:?}, is given {given:?}",
                        value.variables
                    )),
                    _ => {}
                }
                used.insert(id);
            }
        }
    }
    let texts: BTreeSet<String> = sources.iter().flat_map(|(_, text)| texts(text)).collect();
    used.extend(
        messages
            .keys()
            .filter(|id| is_error_of_a_field(id, &texts))
            .cloned(),
    );
    // A message is used if its value or any of its attributes is.
    let stem = |id: &str| id.split('.').next().unwrap_or(id).to_owned();
    let used: BTreeSet<_> = used.iter().map(|id| stem(id)).collect();
    let unused = messages
        .keys()
        .map(|id| stem(id))
        .filter(|id| !used.contains(id));
    Findings {
        wrong,
        unused: unused.collect::<BTreeSet<_>>().into_iter().collect(),
    }
}

/// The ids that a composed one may turn out to be. Its suffix is an attribute, or the end of the
/// members meant (`status-{}-title`).
fn members(families: &[Family], prefix: &str, suffix: &str) -> Vec<String> {
    let family = families.iter().filter(|family| family.prefix == prefix);
    let ids = family.flat_map(Family::ids);
    if suffix.starts_with('.') {
        ids.map(|id| id + suffix).collect()
    } else {
        ids.filter(|id| id.ends_with(suffix)).collect()
    }
}

/// Every Rust source in the folders, by its name from the root of the workspace.
fn workspace() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut folders: Vec<PathBuf> = FOLDERS.iter().map(|folder| root.join(folder)).collect();
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(&root).unwrap().display().to_string();
            let is_test = path.ends_with("tests") || path.ends_with("tests.rs");
            if path.is_dir() && !is_test {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") && !is_test {
                found.push((name, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn every_message_that_the_sources_use_exists_and_gets_its_arguments() {
    let found = compare(&workspace(), &catalogue::of(Locale::En), &families::all());
    assert!(found.wrong.is_empty(), "\n{}", found.wrong.join("\n"));
}

#[test]
fn every_message_is_used() {
    let messages = catalogue::of(Locale::En);
    let found = compare(&workspace(), &messages, &families::all());
    assert!(
        found.unused.is_empty(),
        "no source uses these messages:\n{}",
        found.unused.join("\n")
    );
}

#[test]
fn what_does_not_fit_would_be_found() {
    let messages = catalogue::parse(
        "plain = P\nwith = { $n } of { $of }\n    .hint = H { $x }\nspare = S\n\
         area-i = I\narea-ii = II\n    .short = 2\nstatus-404-title = T\nstatus-404-text = X\n",
    );
    let families = [
        Family {
            prefix: "area-",
            codes: vec!["i".into(), "ii".into()],
        },
        Family {
            prefix: "status-",
            codes: vec!["404-title".into(), "404-text".into()],
        },
    ];
    let check = |source: &str| {
        compare(
            &[("app/src/x.rs".into(), source.into())],
            &messages,
            &families,
        )
    };
    for (source, expected) in [
        // (a) an id that does not exist
        (
            r#"t!(l, "plane")"#,
            "app/src/x.rs:1: there is no message plane",
        ),
        (
            "\n\nmsg!(\"gone\")",
            "app/src/x.rs:3: there is no message gone",
        ),
        (
            r#"t!(l, "plain.hint")"#,
            "app/src/x.rs:1: there is no message plain.hint",
        ),
        (
            r#"t!(l, &format!("area-{code}.short"))"#,
            "app/src/x.rs:1: there is no message area-i.short",
        ),
        (
            r#"t!(l, &format!("kind-{code}"))"#,
            r#"app/src/x.rs:1: no family of messages begins like Composed { prefix: "kind-", suffix: "" }"#,
        ),
        // (b) arguments that differ
        (
            r#"t!(l, "with", n = 1)"#,
            r#"app/src/x.rs:1: with takes {"n", "of"}, is given {"n"}"#,
        ),
        (
            "t!(\nl,\n\"plain\",\nn = 1)",
            r#"app/src/x.rs:3: plain takes {}, is given {"n"}"#,
        ),
        (
            r#"l.text("with.hint")"#,
            r#"app/src/x.rs:1: with.hint takes {"x"}, is given {}"#,
        ),
        // What fits
        (
            r#"t!(l, "with", n = 1, of = 2); t!(l, "with.hint", x = 1); msg!("with")"#,
            "",
        ),
        (
            r#"t!(l, &format!("area-{code}")); t!(l, &format!("status-{s}-title"))"#,
            "",
        ),
    ] {
        let expected: Vec<_> = Some(expected)
            .filter(|e| !e.is_empty())
            .into_iter()
            .collect();
        assert_eq!(check(source).wrong, expected, "{source}");
    }
    // (c) a message that nothing uses; families count as used, a comment does not.
    assert_eq!(
        check("// t!(l, \"spare\")").unused,
        ["plain", "spare", "with"]
    );
    assert_eq!(
        check(r#"msg!("plain"); t!(l, "with.hint", x = 1)"#).unused,
        ["spare"]
    );
    assert_eq!(
        check("#[cfg(test)] mod tests { t!(l, \"plain\") }")
            .unused
            .len(),
        3
    );
}

#[test]
fn the_sources_are_really_read() {
    let sources = workspace();
    for file in [
        "crates/locale/src/dates.rs",
        "server/src/main.rs",
        "app/src/lib.rs",
    ] {
        assert!(sources.iter().any(|(name, _)| name == file), "{file}");
    }
    let dates = sources
        .iter()
        .find(|(name, _)| name == "crates/locale/src/dates.rs")
        .unwrap();
    let in_city = Id::Whole("time-in-city".into());
    assert!(uses(&dates.1).iter().any(|found| found.id == in_city));
}
