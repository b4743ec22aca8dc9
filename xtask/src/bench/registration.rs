//! Registrations per second over HTTP on both engines, as `crates/load` measures them.

use std::fs;
use std::path::Path;

use eyre::{Result, WrapErr};
use serde::Deserialize;

use super::table::{Budget, Row};
use crate::load;
use crate::postgres::{Cluster, Durability};
use crate::progress::{Step, Steps};
use crate::project::Project;
use crate::server::{self, Flavour};
use crate::setup::debian;
use crate::tool;

/// How many steps it takes.
pub const STEPS: usize = 4;

/// Registrations per second that two cores must manage, on both engines.
const LEAST: f64 = 1000.0;
/// How many times as long a registration may take among many as among few.
const GROWTH: f64 = 2.0;

/// What `maktab-load` reports of one series.
#[derive(Deserialize)]
struct Measured {
    engine: String,
    existing: u64,
    events: u64,
    per_second: f64,
    milliseconds: [f64; 3],
    mails_per_second: f64,
}

/// Compiles what is needed as it is shipped, and measures.
pub fn measure(project: &Project, steps: &mut Steps) -> Result<Vec<Row>> {
    steps.run("Looking for PostgreSQL", |step| {
        debian::install(project, step, &[&debian::FOR_TESTS])
    })?;
    let (program, load) = steps.run("Compiling server and load for release", |step| {
        let program = server::compile(project, step, Flavour::Release)?;
        Ok((program, load::compile(project, step, Flavour::Release)?))
    })?;
    let cluster = steps.run("Starting a PostgreSQL server that loses nothing", |step| {
        Cluster::start(project, step, Durability::Full)
    })?;
    steps.run("Counting registrations per second", |step| {
        let report = run(project, step, &program, &load, &cluster)?;
        let all: Vec<Measured> = serde_json::from_str(&report).wrap_err("the load's report")?;
        if all.is_empty() {
            eyre::bail!("nothing was measured");
        }
        Ok(rows(&all))
    })
}

fn run(
    project: &Project,
    step: &mut Step,
    program: &Path,
    load: &Path,
    cluster: &Cluster,
) -> Result<String> {
    let mut command = load::command(project, load, program, "bench-registration")?;
    command.env(load::POSTGRES, cluster.url()).arg("measure");
    tool::run(project, step, "bench-registration", &mut command)?.require()?;
    let report = load::report(project, "bench-registration");
    fs::read_to_string(&report).wrap_err_with(|| report.display().to_string())
}

fn rows(all: &[Measured]) -> Vec<Row> {
    let mut rows = Vec::new();
    for one in all {
        rows.extend(own(one));
        let fewest = all
            .iter()
            .filter(|other| other.engine == one.engine && other.events == one.events)
            .min_by_key(|other| other.existing);
        if let Some(few) = fewest.filter(|few| few.existing < one.existing) {
            rows.extend(growth(few, one));
        }
    }
    rows
}

fn named(one: &Measured, what: &str) -> String {
    let where_to = match one.events {
        1 => "one event".to_owned(),
        events => format!("{events} events"),
    };
    format!("{}, {} there, {where_to}: {what}", one.engine, one.existing)
}

/// Every figure of the series; its speed has a budget.
fn own(one: &Measured) -> Vec<Row> {
    let row = |what, figure, unit, budget| Row {
        what: named(one, what),
        figure,
        unit,
        budget,
    };
    let [half, most, nearly_all] = one.milliseconds;
    vec![
        row(
            "registrations",
            one.per_second,
            "/s",
            Budget::AtLeast(LEAST),
        ),
        row("answered, 50 %", half, "ms", Budget::Open),
        row("answered, 95 %", most, "ms", Budget::Open),
        row("answered, 99 %", nearly_all, "ms", Budget::Open),
        row(
            "mails sent meanwhile",
            one.mails_per_second,
            "/s",
            Budget::Open,
        ),
    ]
}

/// How much longer the same takes where there are more registrations.
fn growth(few: &Measured, many: &Measured) -> Vec<Row> {
    let pairs = few.milliseconds.into_iter().zip(many.milliseconds);
    let percent = ["growth, 50 %", "growth, 95 %", "growth, 99 %"];
    let rows = percent
        .into_iter()
        .zip(pairs)
        .map(|(what, (few, more))| Row {
            what: named(many, what),
            figure: more / few,
            unit: "times",
            budget: Budget::AtMost(GROWTH),
        });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(existing: u64, per_second: f64, half: f64) -> Measured {
        Measured {
            engine: "sqlite".to_owned(),
            existing,
            events: 20,
            per_second,
            milliseconds: [half, 2.0 * half, 3.0 * half],
            mails_per_second: 5.0,
        }
    }

    fn broken(all: &[Measured]) -> Vec<String> {
        let rows = rows(all).into_iter();
        let broken = rows.filter(|row| !row.is_kept());
        broken.map(|row| row.what).collect()
    }

    #[test]
    fn too_slow_and_too_much_slower_are_found() {
        let fine = [
            measured(1000, 1500.0, 10.0),
            measured(1_000_000, 1000.0, 20.0),
        ];
        assert_eq!(broken(&fine), Vec::<String>::new());
        assert_eq!(rows(&fine).len(), 13);
        let slow = [
            measured(1000, 1500.0, 10.0),
            measured(1_000_000, 900.0, 21.0),
        ];
        let there = "sqlite, 1000000 there, 20 events:";
        assert_eq!(
            broken(&slow),
            [
                "registrations",
                "growth, 50 %",
                "growth, 95 %",
                "growth, 99 %"
            ]
            .map(|what| format!("{there} {what}"))
        );
    }
}
