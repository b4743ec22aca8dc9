//! The browser's part: WebAssembly, its loader, the style sheet and the other files, under names
//! that carry a hash of their content, compressed beforehand, with a manifest for the server.

mod address;
mod compress;
mod minify;
mod public;
mod stamp;
mod styles;
mod wasm;

use std::collections::BTreeMap;
use std::process::ExitCode;

use eyre::Result;

use crate::progress::Steps;
use crate::project::Project;
use crate::setup::site_tools::{self, SiteTools};

/// How many steps [`build`] takes.
pub const STEPS: usize = 3;

/// What the server has to know of the site: the address of each file by its plain name; `css`,
/// `loader`, `wasm_js` and `wasm` are the four that every page may need.
pub type Manifest = BTreeMap<String, String>;

/// `cargo xtask build-site`.
pub fn run(project: &Project) -> Result<ExitCode> {
    let mut steps = Steps::new(STEPS + 1);
    let tools = steps.run("Looking for what builds the site", |step| {
        site_tools::prepare(project, step)
    })?;
    build(project, &mut steps, &tools)?;
    println!(
        "\nThe site is in {}",
        project.shown(&project.target("site"))
    );
    Ok(ExitCode::SUCCESS)
}

/// Builds `target/site`; whatever has not changed since the last time is left as it is.
pub fn build(project: &Project, steps: &mut Steps, tools: &SiteTools) -> Result<()> {
    let module = steps.run("Compiling the browser's part to WebAssembly", |step| {
        wasm::compile(project, step)
    })?;
    let bundle = steps.run("Making the WebAssembly small", |step| {
        wasm::shrink(project, step, tools, &module)
    })?;
    steps.run("Preparing styles, scripts and pictures", |step| {
        let assets = public::assemble(project, tools, bundle)?;
        let total = assets.len();
        let fresh = public::write(project, assets)?;
        step.remark(match fresh {
            0 => "unchanged".to_owned(),
            fresh => format!("{fresh} of {total} files are new"),
        });
        Ok(())
    })
}
