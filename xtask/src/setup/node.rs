//! Node and the packages that it brings.

use std::fs;

use eyre::{Result, WrapErr};

use crate::progress::Step;
use crate::project::Project;
use crate::tool;

/// The oldest Node that the browser tests' packages run on.
const OLDEST: (u32, u32) = (20, 19);

/// Why Node cannot be used here, in words for a person; nothing when it can.
pub fn complaint(project: &Project) -> Option<String> {
    let wanted = format!(
        "Node {}.{} or newer, with npm, is needed",
        OLDEST.0, OLDEST.1
    );
    if !tool::on_path("node") || !tool::on_path("npm") {
        return Some(format!("{wanted}; it is not installed"));
    }
    let answer = tool::ask(project.command("node").arg("--version")).ok()?;
    match version(&answer) {
        Some(found) if found >= OLDEST => None,
        _ => Some(format!("{wanted}; here is {}", answer.trim())),
    }
}

fn version(answer: &str) -> Option<(u32, u32)> {
    let mut numbers = answer.trim().trim_start_matches('v').split('.');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

/// Installs the packages that `folder`'s lock file names, unless they are there already.
pub fn packages(project: &Project, step: &mut Step, folder: &str) -> Result<()> {
    let folder = project.path(folder);
    let lock = folder.join("package-lock.json");
    let wanted = fs::read_to_string(&lock).wrap_err_with(|| lock.display().to_string())?;
    let stamp = folder.join("node_modules/.maktab-installed");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    let mut npm = project.command("npm");
    npm.current_dir(&folder)
        .args(["ci", "--no-audit", "--no-fund", "--no-progress"]);
    tool::run(project, step, "npm", &mut npm)?.require()?;
    fs::write(&stamp, wanted).wrap_err_with(|| stamp.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_as_numbers() {
        assert_eq!(version("v20.19.5\n"), Some((20, 19)));
        assert!(version("v20.9.0") < Some(OLDEST));
        assert!(version("v22.1.0") > Some(OLDEST));
        assert_eq!(version("none"), None);
    }
}
