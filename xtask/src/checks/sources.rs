//! Rules about what stands in the files of this repository.

use std::collections::BTreeSet;
use std::fs;

use eyre::Result;

use super::findings;
use crate::progress::Step;
use crate::project::Project;
use crate::tool;

/// A text file of the repository.
struct Source {
    path: String,
    text: String,
}

/// Every text file that is committed or about to be.
fn sources(project: &Project) -> Result<Vec<Source>> {
    let mut git = project.command("git");
    git.args(["ls-files", "--cached", "--others", "--exclude-standard"]);
    let list = tool::ask(&mut git)?;
    let texts = list.lines().filter_map(|path| {
        // A picture or a font is not text, and a deleted file is not there.
        let text = fs::read_to_string(project.path(path)).ok()?;
        Some(Source {
            path: path.to_owned(),
            text,
        })
    });
    Ok(texts.collect())
}

/// `path:line: text` of each line that `breaks` the rule, in the files that `concerns` it.
fn search(
    sources: &[Source],
    concerns: impl Fn(&str) -> bool,
    breaks: impl Fn(&str) -> bool,
) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources.iter().filter(|source| concerns(&source.path)) {
        for (index, line) in source
            .text
            .lines()
            .enumerate()
            .filter(|(_, line)| breaks(line))
        {
            let shown: String = line.trim().chars().take(100).collect();
            found.push(format!("{}:{}: {shown}", source.path, index + 1));
        }
    }
    found
}

fn is_rust(path: &str) -> bool {
    path.ends_with(".rs")
}

/// No SQL statement outside `crates/store`. A test may look into the database behind the program.
pub fn sql_in_store(project: &Project, _: &mut Step) -> Result<()> {
    let outside = |path: &str| {
        is_rust(path)
            && !path.starts_with("crates/store/")
            && !path.starts_with("xtask/")
            && !is_test(path)
    };
    let broken = search(&sources(project)?, outside, is_sql);
    findings("SQL belongs into crates/store", &broken)
}

/// Whether a file holds tests or what only they use.
fn is_test(path: &str) -> bool {
    path.contains("/tests/") || path.ends_with("/tests.rs") || path.contains("/testing")
}

/// Whether the line begins an SQL statement or names the database library.
fn is_sql(line: &str) -> bool {
    const PAIRS: [(&str, &str); 7] = [
        ("SELECT ", " FROM "),
        ("INSERT INTO ", ""),
        ("UPDATE ", " SET "),
        ("DELETE FROM ", ""),
        ("CREATE TABLE ", ""),
        ("ALTER TABLE ", ""),
        ("DROP TABLE ", ""),
    ];
    let code = line.trim_start();
    if code.starts_with("//") {
        return false;
    }
    let statement = PAIRS.iter().any(|(first, second)| {
        code.find(first)
            .is_some_and(|start| code[start..].contains(second))
    });
    let library = code.contains("sqlx::query") || code.contains("sqlx::raw_sql");
    statement || library
}

/// What one engine migrates, the other does too.
pub fn migrations_pair(project: &Project, _: &mut Step) -> Result<()> {
    let sources = sources(project)?;
    let of = |engine: &str| -> BTreeSet<String> {
        let folder = format!("migrations/{engine}/");
        let inside = sources
            .iter()
            .filter_map(|source| source.path.strip_prefix(&folder));
        inside.map(str::to_owned).collect()
    };
    let (sqlite, postgres) = (of("sqlite"), of("postgres"));
    if sqlite.is_empty() {
        eyre::bail!("there is no migration at all");
    }
    let alone: Vec<String> = sqlite.symmetric_difference(&postgres).cloned().collect();
    findings("these migrations exist for one engine only", &alone)
}

/// Each Rust file begins with a line on what it is for.
pub fn modules_say_what_for(project: &Project, _: &mut Step) -> Result<()> {
    let silent: Vec<String> = sources(project)?
        .into_iter()
        .filter(|source| is_rust(&source.path) && !introduces_itself(&source.text))
        .map(|source| source.path)
        .collect();
    findings("these files do not begin with `//!`", &silent)
}

fn introduces_itself(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default();
    first
        .strip_prefix("//!")
        .is_some_and(|words| words.split_whitespace().count() > 1)
}

/// Nothing names a place that exists only on somebody's machine, or a registry's host.
pub fn no_machine_paths(project: &Project, _: &mut Step) -> Result<()> {
    let mut places = vec![
        "/home/".to_owned(),
        "/root/".to_owned(),
        "/Users/".to_owned(),
    ];
    if let Some(above) = project.path("").parent() {
        let above = above.display().to_string();
        // Just below the root of the file system, or among temporary files, it tells nothing.
        if above.len() > 1 && !std::env::temp_dir().starts_with(&above) {
            places.push(above + "/");
        }
    }
    // The rule's own file names what it looks for.
    let concerned = |path: &str| path != "xtask/src/checks/sources.rs";
    let broken = search(&sources(project)?, concerned, |line| {
        is_local(line, &places)
    });
    findings("these lines are true on one machine only", &broken)
}

fn is_local(line: &str, places: &[String]) -> bool {
    const HOSTS: [&str; 5] = ["index", "registry", "static", "files", "deb"];
    let at_start = |start: usize| {
        // `https://site/home/` is an address, `"/home/…` a path.
        !line[..start].ends_with(|c: char| c.is_alphanumeric() || "._-}".contains(c))
    };
    let path = places.iter().any(|place| {
        line.match_indices(place.as_str())
            .any(|(start, _)| at_start(start))
    });
    let host = ["http://", "https://"].iter().any(|scheme| {
        line.match_indices(scheme).any(|(start, _)| {
            let rest = &line[start + scheme.len()..];
            HOSTS.iter().any(|host| {
                rest.strip_prefix(host)
                    .is_some_and(|rest| rest.starts_with('.'))
            })
        })
    });
    path || host
}

/// A test that does not run proves nothing.
pub fn no_skipped_tests(project: &Project, _: &mut Step) -> Result<()> {
    const MARKS: [&str; 9] = [
        "#[ignore",
        "test.skip",
        "it.skip",
        "describe.skip",
        "test.todo",
        "test.only(",
        "it.only(",
        "describe.only(",
        "test.fixme",
    ];
    let concerned = |path: &str| {
        (is_rust(path) || path.ends_with(".mjs") || path.ends_with(".js"))
            && path != "xtask/src/checks/sources.rs"
    };
    let broken = search(&sources(project)?, concerned, |line| {
        MARKS.iter().any(|mark| line.contains(mark))
    });
    findings("these tests do not run", &broken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sql_is_told_from_prose() {
        let cases = [
            (r#"let q = "SELECT id FROM events";"#, true),
            (r#""INSERT INTO events (id) VALUES ($1)""#, true),
            (r#""UPDATE events SET taken = taken + 1""#, true),
            ("sqlx::query(text)", true),
            ("// SELECT id FROM events", false),
            ("Select a country from the list", false),
            ("let update = set.take();", false),
        ];
        for (line, sql) in cases {
            assert_eq!(is_sql(line), sql, "{line}");
        }
    }

    #[test]
    fn a_path_of_a_machine_is_told_from_an_address() {
        let places = ["/home/".to_owned(), "/srv/checkouts/".to_owned()];
        let cases = [
            (r#"let p = "/home/ada/maktab";"#, true),
            ("see /srv/checkouts/maktab", true),
            ("https://example.org/home/", false),
            ("https://registry.example.org/x", true),
            ("https://static.example.org/x", true),
            ("https://www.w3.org/ns/credentials/v2", false),
        ];
        for (line, local) in cases {
            assert_eq!(is_local(line, &places), local, "{line}");
        }
    }

    #[test]
    fn a_module_introduces_itself_in_words() {
        assert!(introduces_itself("//! Where things are.\n"));
        assert!(!introduces_itself("//! stub\n"));
        assert!(!introduces_itself("use std::fs;\n"));
    }
}
