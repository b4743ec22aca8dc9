//! The checks that need no database and no browser: format, clippy, and the rules about
//! dependencies and sources.

mod architecture;
mod clippy;
mod deny;
mod format;
mod licences;
mod metadata;
mod sources;
mod unused;

use std::process::ExitCode;

use eyre::Result;

use crate::progress::{Step, Steps};
use crate::project::Project;
use crate::test::tally::Tally;

/// One check, which counts as one test.
pub struct Check {
    title: &'static str,
    run: fn(&Project, &mut Step) -> Result<()>,
}

/// Every check, the quickest first.
pub const ALL: [Check; 14] = [
    Check {
        title: "Format (rustfmt)",
        run: format::check,
    },
    Check {
        title: "Dependencies between our own crates point one way",
        run: architecture::direction,
    },
    Check {
        title: "Outside libraries stay in the crates they belong to",
        run: architecture::placement,
    },
    Check {
        title: "The browser's part holds neither sqlx nor tokio",
        run: architecture::browser_part,
    },
    Check {
        title: "What is shipped has no feature that is for tests",
        run: architecture::shipped_part,
    },
    Check {
        title: "SQL stands only in crates/store",
        run: sources::sql_in_store,
    },
    Check {
        title: "Migrations have the same names for both engines",
        run: sources::migrations_pair,
    },
    Check {
        title: "Every module says what it is for",
        run: sources::modules_say_what_for,
    },
    Check {
        title: "No path of a machine, no registry host",
        run: sources::no_machine_paths,
    },
    Check {
        title: "No test is skipped",
        run: sources::no_skipped_tests,
    },
    Check {
        title: "No dependency is unused",
        run: unused::check,
    },
    Check {
        title: "Licences, bans and origins of dependencies",
        run: deny::check,
    },
    Check {
        title: "Clippy, server side",
        run: clippy::server_side,
    },
    Check {
        title: "Clippy, browser side",
        run: clippy::browser_side,
    },
];

/// `cargo xtask check`.
pub fn run(project: &Project) -> Result<ExitCode> {
    let mut steps = Steps::new(ALL.len());
    let mut tally = Tally::default();
    run_all(project, &mut steps, &mut tally)?;
    println!("\n{tally}");
    Ok(tally.exit_code())
}

/// Runs every check and counts it; what failed is shown at once, the next one runs all the same.
pub fn run_all(project: &Project, steps: &mut Steps, tally: &mut Tally) -> Result<()> {
    for check in ALL {
        let outcome = steps.run(check.title, |step| (check.run)(project, step));
        tally.count(outcome)?;
    }
    Ok(())
}

/// An error that lists what breaks a rule; no findings are no error.
fn findings(rule: &str, findings: &[String]) -> Result<()> {
    const SHOWN: usize = 30;
    if findings.is_empty() {
        return Ok(());
    }
    let mut list = findings
        .iter()
        .take(SHOWN)
        .cloned()
        .collect::<Vec<_>>()
        .join("\n  ");
    if findings.len() > SHOWN {
        list.push_str(&format!("\n  and {} more", findings.len() - SHOWN));
    }
    eyre::bail!("{rule}:\n  {list}")
}
