//! Lighthouse's four scores on a throttled phone.

use std::collections::BTreeMap;
use std::fs;

use eyre::{Result, WrapErr};
use serde::Deserialize;

use super::table::{Budget, Row};
use crate::progress::Step;
use crate::project::Project;
use crate::server::Instance;
use crate::setup::{debian, node};
use crate::tool;

const FOLDER: &str = "end2end/lighthouse";
const PATHS: [&str; 2] = ["/en", "/en/events"];

#[derive(Deserialize)]
struct Report {
    categories: BTreeMap<String, Category>,
}

#[derive(Deserialize)]
struct Category {
    title: String,
    /// From 0 to 1; nothing when Lighthouse could not tell.
    score: Option<f64>,
}

/// Scores of the home page and the catalogue; 100 is the budget.
pub fn measure(project: &Project, step: &mut Step, instance: &Instance) -> Result<Vec<Row>> {
    node::packages(project, step, FOLDER)?;
    let mut rows = Vec::new();
    for path in PATHS {
        let report = report(project, step, instance, path)?;
        rows.extend(report.categories.into_values().map(|category| Row {
            what: format!("{path} {}", category.title.to_lowercase()),
            figure: category.score.unwrap_or(0.0) * 100.0,
            unit: "points",
            budget: Budget::AtLeast(100.0),
        }));
    }
    Ok(rows)
}

fn report(project: &Project, step: &mut Step, instance: &Instance, path: &str) -> Result<Report> {
    let output = project.target("bench/lighthouse.json");
    let mut lighthouse = project.command("node");
    lighthouse
        .arg(
            project
                .path(FOLDER)
                .join("node_modules/lighthouse/cli/index.js"),
        )
        .arg(format!("{}{path}", instance.address()))
        .args([
            "--quiet",
            "--output=json",
            "--chrome-flags=--headless=new --no-sandbox",
        ])
        .args(["--only-categories=performance,accessibility,best-practices,seo"])
        .arg(format!("--output-path={}", output.display()));
    if let Some(chromium) = debian::chromium() {
        lighthouse.env("CHROME_PATH", chromium);
    }
    tool::run(project, step, "lighthouse", &mut lighthouse)?.require()?;
    let text = fs::read_to_string(&output).wrap_err_with(|| output.display().to_string())?;
    serde_json::from_str(&text).wrap_err("Lighthouse's report")
}
