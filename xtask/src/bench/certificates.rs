//! Certificates per second: drawn, signed and written, as `crates/certificates` does it.

use eyre::{Result, WrapErr};

use super::table::{Budget, Row};
use crate::progress::Step;
use crate::project::Project;
use crate::tool;

/// Runs the crate's own example `throughput`, whose last line is the figure.
pub fn measure(project: &Project, step: &mut Step) -> Result<Vec<Row>> {
    let mut cargo = project.cargo();
    cargo.args([
        "run",
        "--release",
        "--quiet",
        "--package",
        "maktab-certificates",
    ]);
    cargo.args(["--example", "throughput"]);
    let finished = tool::run(project, step, "certificates", &mut cargo)?;
    finished.require()?;
    let output = finished.output()?;
    let last = output.lines().last().unwrap_or_default();
    let figure = last
        .trim()
        .parse()
        .wrap_err("the last line of the example `throughput`")?;
    let what = "certificates, PDF and credential".to_owned();
    Ok(vec![Row {
        what,
        figure,
        unit: "/s",
        budget: Budget::Open,
    }])
}
