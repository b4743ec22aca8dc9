//! Whether every file is formatted, so that a change shows only what it changes.

use eyre::Result;

use crate::progress::Step;
use crate::project::Project;
use crate::tool;

/// Every file is formatted as rustfmt would.
pub fn check(project: &Project, step: &mut Step) -> Result<()> {
    let mut cargo = project.cargo();
    cargo.args(["fmt", "--all", "--check", "--", "--color", "never"]);
    tool::run(project, step, "format", &mut cargo)?.require()
}
