//! Weight and speed of public pages as Chromium meets them (`end2end/bench/pages.mjs`).

use eyre::{Result, WrapErr};
use serde::Deserialize;

use super::table::{Budget, Row};
use crate::progress::Step;
use crate::project::Project;
use crate::server::Instance;
use crate::setup::debian;
use crate::tool;

/// What the script prints for one page; sizes in bytes on the wire, times in milliseconds.
#[derive(Deserialize)]
struct Page {
    path: String,
    html_and_css: f64,
    first_load: f64,
    wasm_and_loader: f64,
    repeat_visit: f64,
    /// Largest contentful paint on a throttled line.
    paint: f64,
    /// When the last byte that the paint needs was there, on the same line.
    paint_floor: f64,
    layout_shift: f64,
    interaction: f64,
}

/// Measures the catalogue and the page of an event.
pub fn measure(project: &Project, step: &mut Step, instance: &Instance) -> Result<Vec<Row>> {
    let mut node = project.command("node");
    node.arg("end2end/bench/pages.mjs")
        .env("BASE_URL", instance.address());
    if let Some(chromium) = debian::chromium() {
        node.env("CHROMIUM", chromium);
    }
    let finished = tool::run(project, step, "bench-pages", &mut node)?;
    finished.require()?;
    let output = finished.output()?;
    let json = output.lines().last().unwrap_or_default();
    let pages: Vec<Page> = serde_json::from_str(json).wrap_err("the script's last line")?;
    if pages.is_empty() {
        eyre::bail!("no page was measured");
    }
    Ok(pages.iter().flat_map(rows).collect())
}

fn rows(page: &Page) -> Vec<Row> {
    let row = |what: &str, figure: f64, unit, most: f64| Row {
        what: format!("{} {what}", page.path),
        figure,
        unit,
        budget: Budget::AtMost(most),
    };
    let kilobytes = |bytes: f64| bytes / 1000.0;
    vec![
        row(
            "HTML and style sheet",
            kilobytes(page.html_and_css),
            "kB",
            14.0,
        ),
        row("first usable load", kilobytes(page.first_load), "kB", 50.0),
        row(
            "WebAssembly and loader",
            kilobytes(page.wasm_and_loader),
            "kB",
            100.0,
        ),
        row("repeat visit", kilobytes(page.repeat_visit), "kB", 10.0),
        row(
            "largest paint / network's floor",
            page.paint / page.paint_floor,
            "times",
            1.1,
        ),
        row("layout shift", page.layout_shift, "", 0.0),
        row("interaction to next paint", page.interaction, "ms", 100.0),
    ]
}
