//! `maktab-load` (`crates/load`): compiled and called.

use std::path::{Path, PathBuf};
use std::process::Command;

use eyre::{Result, WrapErr};

use crate::progress::Step;
use crate::project::Project;
use crate::server::Flavour;
use crate::tool;

/// Tells it and the tests in which PostgreSQL they may make databases; on the command line others
/// could read the password.
pub const POSTGRES: &str = "MAKTAB_TEST_POSTGRES";

/// What it needs to look into databases. Tests and clippy have it too; the server never.
pub const FEATURE: &str = "maktab-load/fixture";

/// Compiles it and answers where it is. It is never compiled in one go with the server: the
/// feature, which it alone needs, would get into what is shipped.
pub fn compile(project: &Project, step: &mut Step, flavour: Flavour) -> Result<PathBuf> {
    let mut cargo = project.cargo();
    cargo.args(["build", "--bin", "maktab-load"]);
    cargo.args(["--features", FEATURE]);
    let folder = match flavour {
        Flavour::Debug => "debug",
        Flavour::Release => {
            cargo.arg("--release");
            "release"
        }
    };
    tool::run(project, step, "load-compile", &mut cargo)?.require()?;
    Ok(project.target(folder).join("maktab-load"))
}

/// It, about to load `program` in the folder of this name under `target/`, where the report will
/// be too; the folder is emptied.
pub fn command(project: &Project, load: &Path, program: &Path, name: &str) -> Result<Command> {
    let folder = project.target(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).wrap_err_with(|| folder.display().to_string())?;
    }
    std::fs::create_dir_all(&folder).wrap_err_with(|| folder.display().to_string())?;
    let mut command = project.command(load);
    command.arg("--program").arg(program);
    command.arg("--folder").arg(folder);
    command.arg("--report").arg(report(project, name));
    Ok(command)
}

/// Where the report is.
pub fn report(project: &Project, name: &str) -> PathBuf {
    project.target(name).join("report.json")
}
