//! `cargo xtask build`: what an administrator installs, one folder.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use eyre::{Result, WrapErr};

use crate::progress::Steps;
use crate::project::Project;
use crate::server::{self, Flavour};
use crate::setup::site_tools;
use crate::site;

/// Builds `target/dist` with the program, the site, what an administrator reads and the licences.
pub fn run(project: &Project) -> Result<ExitCode> {
    let mut steps = Steps::new(1 + site::STEPS + 2);
    let tools = steps.run("Looking for what builds the site", |step| {
        site_tools::prepare(project, step)
    })?;
    site::build(project, &mut steps, &tools)?;
    let binary = steps.run("Compiling the server for release", |step| {
        server::compile(project, step, Flavour::Release)
    })?;
    let dist = project.target("dist");
    steps.run("Putting both side by side", |_| {
        if dist.exists() {
            fs::remove_dir_all(&dist).wrap_err_with(|| dist.display().to_string())?;
        }
        copy_tree(&project.target("site"), &dist.join("site"))?;
        fs::copy(&binary, dist.join("maktab")).wrap_err_with(|| binary.display().to_string())?;
        for (from, to) in [
            ("LICENSE", "LICENSE"),
            ("crates/certificates/fonts/OFL.txt", "LICENSE.fonts"),
            ("docs/configuration.md", "configuration.md"),
            ("docs/operations.md", "operations.md"),
        ] {
            fs::copy(project.path(from), dist.join(to)).wrap_err(from)?;
        }
        Ok(())
    })?;
    println!("\nThe program and its site are in {}", project.shown(&dist));
    Ok(ExitCode::SUCCESS)
}

fn copy_tree(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).wrap_err_with(|| to.display().to_string())?;
    for entry in fs::read_dir(from).wrap_err_with(|| from.display().to_string())? {
        let path = entry?.path();
        let goal = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy_tree(&path, &goal)?;
        } else {
            fs::copy(&path, &goal).wrap_err_with(|| path.display().to_string())?;
        }
    }
    Ok(())
}
