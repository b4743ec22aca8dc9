//! Requests per second for the catalogue, beside those for a static file of the same size from the
//! same server.

use std::fs;

use eyre::{Result, WrapErr};

use super::table::{Budget, Row};
use crate::progress::Step;
use crate::project::Project;
use crate::server::Instance;
use crate::tool;

const CATALOGUE: &str = "/en/events";
/// Looks like a hashed file of the site, so that the server treats it as one.
const STATIC: &str = "bench.0123456789.txt";

/// Both take turns, so that a disturbance of the machine meets both; the medians count.
const TURNS: usize = 5;

/// Starts the server anew, with the file beside the site's, and loads it for some seconds each.
pub fn measure(project: &Project, step: &mut Step, instance: &Instance) -> Result<Vec<Row>> {
    let size = {
        let _running = instance.start(project, Some(&project.target("bench/server.log")))?;
        wire_size(project, &instance.address())?
    };
    let file = project.target("site/pkg").join(STATIC);
    let content: Vec<u8> = (0..size).map(|index| b'a' + (index % 26) as u8).collect();
    fs::write(&file, content).wrap_err_with(|| file.display().to_string())?;
    let counted = both(project, step, instance);
    fs::remove_file(&file)?;
    let (dynamic, fixed) = counted?;
    let row = |what: String, figure| Row {
        what,
        figure,
        unit: "/s",
        budget: Budget::Open,
    };
    Ok(vec![
        row(format!("{CATALOGUE} requests"), dynamic),
        row(format!("static file of {size} bytes, requests"), fixed),
        Row {
            what: format!("static file to {CATALOGUE}, requests"),
            figure: fixed / dynamic,
            unit: "times",
            budget: Budget::Open,
        },
    ])
}

fn both(project: &Project, step: &mut Step, instance: &Instance) -> Result<(f64, f64)> {
    let _running = instance.start(project, Some(&project.target("bench/server.log")))?;
    let address = instance.address();
    let (mut dynamic, mut fixed) = ([0.0; TURNS], [0.0; TURNS]);
    for turn in 0..TURNS {
        dynamic[turn] = load(project, step, &format!("{address}{CATALOGUE}"))?;
        fixed[turn] = load(project, step, &format!("{address}/pkg/{STATIC}"))?;
    }
    Ok((median(dynamic), median(fixed)))
}

fn median(mut figures: [f64; TURNS]) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[TURNS / 2]
}

fn load(project: &Project, step: &mut Step, url: &str) -> Result<f64> {
    let mut wrk = project.command("wrk");
    wrk.args([
        "-t1",
        "-c32",
        "-d4s",
        "-H",
        "Accept-Encoding: br",
        "-H",
        "Accept-Language: en",
        url,
    ]);
    let finished = tool::run(project, step, "wrk", &mut wrk)?;
    finished.require()?;
    per_second(&finished.output()?)
}

/// An answer other than 2xx or 3xx makes the figure worthless.
fn per_second(report: &str) -> Result<f64> {
    if let Some(refused) = report.lines().find(|line| line.contains("Non-2xx or 3xx")) {
        eyre::bail!("the server refused: {}", refused.trim());
    }
    let figure = report
        .lines()
        .find_map(|line| line.trim().strip_prefix("Requests/sec:"));
    let figure = figure.ok_or_else(|| eyre::eyre!("wrk says nothing of requests"))?;
    figure.trim().parse().wrap_err("wrk's figure")
}

/// The compressed size of the catalogue's body.
fn wire_size(project: &Project, address: &str) -> Result<usize> {
    let mut node = project.command("node");
    node.args([
        "end2end/bench/wire_size.mjs",
        &format!("{address}{CATALOGUE}"),
    ]);
    tool::ask(&mut node)?
        .trim()
        .parse()
        .wrap_err("the size of the catalogue")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refused_requests_are_no_speed() {
        let fine = "  1000 requests in 1.00s\nRequests/sec:   7313.20\nTransfer/sec: 1MB\n";
        assert_eq!(per_second(fine).unwrap(), 7313.20);
        let refused = format!("{fine}  Non-2xx or 3xx responses: 12\n");
        assert!(per_second(&refused).is_err());
    }
}
