//! Every statement in the store was executed on both engines: one that no test has executed is
//! one of which nobody knows that the engine understands it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use eyre::{Result, WrapErr};

use crate::project::Project;

/// Tells the tests in which folder to note what they execute; see `store/src/statements.rs`.
pub const FOLDER: &str = "MAKTAB_TEST_STATEMENTS";
const SOURCES: &str = "crates/store/src";
/// What the tests themselves stand on.
const LEFT_OUT: [&str; 6] = [
    "run.rs",
    "testing.rs",
    "testing",
    "awkward.rs",
    "tests.rs",
    "tests",
];
const TESTING: &str = "pub mod testing {";
/// What an engine says of itself can be asked of that one only.
const OF_ONE: [(&str, [&str; 2]); 2] = [
    ("Sqlite", ["sqlite_master", "pragma"]),
    ("Postgres", ["pg_", "::regclass"]),
];
/// The macros that execute a statement.
const EXECUTING: [&str; 7] = [
    "rows!",
    "optional!",
    "one!",
    "execute!",
    "on!",
    "rows_in!",
    "insert_all!",
];
/// Where a statement is executed without one of them, the engine is named so.
const BY_HAND: &str = "ran!";
const ENGINES: [&str; 2] = ["Sqlite", "Postgres"];

/// An empty folder for the notes.
pub fn prepare(project: &Project) -> Result<PathBuf> {
    let folder = project.target("xtask/statements");
    if folder.exists() {
        fs::remove_dir_all(&folder).wrap_err_with(|| folder.display().to_string())?;
    }
    fs::create_dir_all(&folder).wrap_err_with(|| folder.display().to_string())?;
    Ok(folder)
}

/// Refuses a statement that was not executed on both engines; how many there are otherwise.
pub fn check(project: &Project, folder: &Path) -> Result<usize> {
    let mut executed = BTreeSet::new();
    for entry in fs::read_dir(folder)? {
        let notes = fs::read_to_string(entry?.path())?;
        executed.extend(notes.lines().map(str::to_owned));
    }
    let mut wanted = BTreeSet::new();
    for file in files(&project.path(SOURCES))? {
        let source = fs::read_to_string(&file).wrap_err_with(|| file.display().to_string())?;
        let name = file.strip_prefix(project.path(""))?.display().to_string();
        for (line, engines) in statements(&source) {
            wanted.extend(
                engines
                    .iter()
                    .map(|engine| format!("{engine} {name}:{line}")),
            );
        }
    }
    if wanted.len() < 200 {
        eyre::bail!(
            "only {} statements were found: the search is at fault",
            wanted.len()
        );
    }
    let missing: Vec<&str> = wanted.difference(&executed).map(String::as_str).collect();
    if missing.is_empty() {
        return Ok(wanted.len() / ENGINES.len());
    }
    eyre::bail!(
        "no test has executed these {} statements on this engine:\n  {}",
        missing.len(),
        missing.join("\n  ")
    )
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).wrap_err_with(|| folder.display().to_string())? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        let name = name.unwrap_or_default();
        if LEFT_OUT.contains(&name) {
            continue;
        }
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if name.ends_with(".rs") {
            found.push(path);
        }
    }
    Ok(found)
}

/// The lines at which a statement is executed, from 1, and on which engines. The bodies of macros
/// do not count: their statements are where the macro is used.
fn statements(source: &str) -> Vec<(usize, Vec<&'static str>)> {
    let mut found = Vec::new();
    let mut in_macro = false;
    let lines: Vec<&str> = source.lines().collect();
    for (place, &line) in lines.iter().enumerate() {
        if line == TESTING {
            break;
        }
        in_macro = (in_macro || line.starts_with("macro_rules!")) && line != "}";
        if in_macro || line.trim_start().starts_with("//") {
            continue;
        }
        if EXECUTING.iter().any(|name| calls(line, name)) {
            let indent = |line: &str| line.len() - line.trim_start().len();
            // The call ends with the line that is indented like its first.
            let body = lines[place + 1..].iter().take_while(|next| {
                calls_over_lines(line) && (next.trim().is_empty() || indent(next) > indent(line))
            });
            let text = body.fold(line.to_owned(), |text, next| text + next);
            found.push((place + 1, engines(&text)));
        } else if calls(line, BY_HAND) {
            let named = |engine: &&str| line.contains(&format!("{BY_HAND}({engine})"));
            found.push((place + 1, ENGINES.into_iter().filter(named).collect()));
        }
    }
    found
}

fn calls_over_lines(line: &str) -> bool {
    line.trim_end().ends_with('(')
}

/// The engines that understand a statement.
fn engines(text: &str) -> Vec<&'static str> {
    let text = text.to_lowercase();
    let own = OF_ONE
        .iter()
        .find(|(_, words)| words.iter().any(|word| text.contains(word)));
    own.map_or(ENGINES.to_vec(), |(engine, _)| vec![engine])
}

/// Whether the line calls this macro, and not one whose name ends like it.
fn calls(line: &str, name: &str) -> bool {
    let call = format!("{name}(");
    line.match_indices(&call).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        before.is_none_or(|c| !c.is_alphanumeric() && c != '_')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_are_found_where_they_are_called() {
        let source = "macro_rules! x {\n    () => { rows!(tx) };\n}\n// one!(tx)\n    let a = one!(\n        \
            tx,\n    );\njson!(1); not_rows!(2)\n            ran!(Postgres);\n";
        assert_eq!(
            statements(source),
            [(5, ENGINES.to_vec()), (9, vec!["Postgres"])]
        );
        let source = "    one!(\n        tx,\n        \"PRAGMA integrity_check\"\n    )?;\n\
            rows!(tx, \"SELECT 1\")?;\npub mod testing {\n    one!(tx);\n}\n";
        assert_eq!(
            statements(source),
            [(1, vec!["Sqlite"]), (5, ENGINES.to_vec())]
        );
    }
}
