//! Tests in a real browser, against a server with demonstration data of its own.

use std::fs;
use std::path::PathBuf;

use eyre::{Result, WrapErr};

use super::BUILD_STEPS;
use super::tally::Tally;
use crate::http::free_port;
use crate::progress::{Step, Steps};
use crate::project::Project;
use crate::server::{self, Flavour, Instance};
use crate::setup::{debian, node, site_tools};
use crate::{site, tool};

/// How many steps the suite takes.
pub const STEPS: usize = BUILD_STEPS + 3;

/// Builds everything, starts a server and lets the browser tests loose on it.
pub fn run(
    project: &Project,
    steps: &mut Steps,
    tally: &mut Tally,
    filter: Option<&str>,
) -> Result<()> {
    let counted = all(project, steps, filter);
    tally.add(counted)
}

fn all(project: &Project, steps: &mut Steps, filter: Option<&str>) -> Result<Tally> {
    let tools = steps.run("Looking for what builds the site", |step| {
        site_tools::prepare(project, step)
    })?;
    site::build(project, steps, &tools)?;
    let binary = steps.run("Compiling the server", |step| {
        server::compile(project, step, Flavour::Debug)
    })?;
    steps.run("Installing the packages of the browser tests", |step| {
        if let Some(complaint) = node::complaint(project) {
            eyre::bail!(complaint);
        }
        node::packages(project, step, "end2end")
    })?;
    let results = project.target("end2end");
    let data = results.join("data");
    let instance = Instance {
        binary,
        data,
        port: free_port()?,
    };
    steps.run("Preparing a server with demonstration data", |step| {
        if results.exists() {
            fs::remove_dir_all(&results).wrap_err_with(|| results.display().to_string())?;
        }
        fs::create_dir_all(&results).wrap_err_with(|| results.display().to_string())?;
        instance.migrate(project, step)?;
        instance.seed(project, step)
    })?;
    steps.run("Running the tests in the browser", |step| {
        let mut running = instance.start(project, Some(&results.join("server.log")))?;
        let counts = browse(project, step, &instance, filter)?;
        if running.has_ended() {
            eyre::bail!("the server ended during the tests: see target/end2end/server.log");
        }
        Ok(counts)
    })
}

fn browse(
    project: &Project,
    step: &mut Step,
    instance: &Instance,
    filter: Option<&str>,
) -> Result<Tally> {
    let chromium = debian::chromium()
        .ok_or_else(|| eyre::eyre!("no Chromium: install the Debian package chromium"))?;
    let results = project.target("end2end");
    let tap = results.join("results.tap");
    let mut command = project.command("node");
    command
        // One file after the other: the clock of the demonstration is one for all of them.
        .args(["--test", "--test-concurrency=1"])
        .args(["--test-reporter=spec", "--test-reporter-destination=stdout"])
        .args(["--test-reporter=tap", "--test-reporter-destination"])
        .arg(&tap)
        .args(tests(project, filter)?)
        .env("BASE_URL", instance.address())
        .env("CHROMIUM", chromium)
        .env("RESULTS", &results);
    let finished = tool::run(project, step, "browser", &mut command)?;
    let report = fs::read_to_string(&tap).unwrap_or_default();
    let counts = match from_tap(&report) {
        Some(counts) if counts.failed > 0 || finished.status.success() => counts,
        _ => return Err(finished.failure()),
    };
    step.remark(counts.to_string());
    if counts.failed > 0 {
        step.found_faults();
        println!("\n{:#}", finished.failure());
    }
    Ok(counts)
}

/// The test files whose name contains the filter.
fn tests(project: &Project, filter: Option<&str>) -> Result<Vec<PathBuf>> {
    let folder = project.path("end2end/tests");
    let mut files = Vec::new();
    for entry in fs::read_dir(&folder).wrap_err_with(|| folder.display().to_string())? {
        let path = entry?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if name.ends_with(".test.mjs") && filter.is_none_or(|filter| name.contains(filter)) {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        eyre::bail!("no browser test file has such a name");
    }
    Ok(files)
}

/// The lines `# pass 3`, `# fail 0` … at the end of a TAP report.
fn from_tap(report: &str) -> Option<Tally> {
    let count = |word: &str| -> Option<u32> {
        let line = report
            .lines()
            .rev()
            .find_map(|line| line.strip_prefix(&format!("# {word} ")))?;
        line.trim().parse().ok()
    };
    let left_out = count("cancelled")? + count("skipped")? + count("todo")?;
    Some(Tally {
        passed: count("pass")?,
        failed: count("fail")? + left_out,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_left_out_has_not_passed() {
        let report = "ok 1 - a\n1..5\n# tests 5\n# suites 0\n# pass 2\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 0\n# duration_ms 9\n";
        assert_eq!(
            from_tap(report),
            Some(Tally {
                passed: 2,
                failed: 3
            })
        );
        assert_eq!(from_tap("TAP version 13\n"), None);
    }
}
