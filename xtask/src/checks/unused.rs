//! Dependencies that a manifest names and no source file does.

use std::fs;
use std::path::Path;

use eyre::Result;

use super::findings;
use super::metadata::{Dependency, Metadata, Package};
use crate::progress::Step;
use crate::project::Project;

/// Every dependency is used in the crate that names it.
pub fn check(project: &Project, _: &mut Step) -> Result<()> {
    let metadata = Metadata::of_members(project)?;
    let mut unused = Vec::new();
    for package in metadata.members() {
        let Some(folder) = package.manifest_path.parent() else {
            continue;
        };
        let mut text = String::new();
        gather(folder, &mut text);
        unused.extend(unused_in(package, &text));
    }
    findings("no source file names these", &unused)
}

fn unused_in(package: &Package, text: &str) -> Vec<String> {
    package
        .dependencies
        .iter()
        .filter(|dependency| !names(text, &identifier(dependency)))
        .map(|dependency| format!("{} of {}", dependency.name, package.name))
        .collect()
}

fn identifier(dependency: &Dependency) -> String {
    dependency
        .rename
        .as_ref()
        .unwrap_or(&dependency.name)
        .replace('-', "_")
}

/// Whether the word stands in the text, not as a part of a longer one.
fn names(text: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(word).any(|(start, _)| {
        !text[..start].ends_with(part) && !text[start + word.len()..].starts_with(part)
    })
}

fn gather(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            let foreign = ["target", "node_modules"];
            if !foreign.iter().any(|name| path.ends_with(name)) {
                gather(&path, text);
            }
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            text.push_str(&fs::read_to_string(&path).unwrap_or_default());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_whole_word_counts() {
        assert!(names("use serde_json::Value;", "serde_json"));
        assert!(!names("use serde_json::Value;", "serde"));
        assert!(names("#[derive(serde::Serialize)]", "serde"));
        assert!(!names("let icu4x = 1;", "icu"));
    }
}
