//! Clippy, with warnings denied, once for the server's side and once for the browser's: the two
//! may not be compiled together, because their features of Leptos exclude each other.

use eyre::Result;

use crate::progress::Step;
use crate::project::Project;
use crate::{load, setup, tool};

/// All default members with their tests.
pub fn server_side(project: &Project, step: &mut Step) -> Result<()> {
    let mut cargo = project.cargo();
    cargo.args(["clippy", "--all-targets", "--features", load::FEATURE]);
    cargo.args(["--", "--deny", "warnings"]);
    tool::run(project, step, "clippy-server", &mut cargo)?.require()
}

/// The browser's entry point, what it takes from `app` and `domain`, and the verifying half of
/// `certificates`.
pub fn browser_side(project: &Project, step: &mut Step) -> Result<()> {
    setup::rust::wasm_target(project, step)?;
    let mut cargo = project.cargo();
    cargo.args([
        "clippy",
        "--package",
        "maktab-frontend",
        "--package",
        "maktab-app",
    ]);
    cargo.args([
        "--package",
        "maktab-domain",
        "--target",
        "wasm32-unknown-unknown",
    ]);
    cargo.args(["--", "--deny", "warnings"]);
    tool::run(project, step, "clippy-browser", &mut cargo)?.require()?;
    // Verifying is possible in a browser: without what draws the page.
    let mut cargo = project.cargo();
    cargo.args([
        "clippy",
        "--package",
        "maktab-certificates",
        "--no-default-features",
    ]);
    cargo.args([
        "--target",
        "wasm32-unknown-unknown",
        "--",
        "--deny",
        "warnings",
    ]);
    tool::run(project, step, "clippy-verifier", &mut cargo)?.require()
}
