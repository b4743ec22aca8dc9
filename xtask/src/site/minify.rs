//! Scripts without their comments and long names.

use std::io::Write;
use std::process::Stdio;

use eyre::{Result, WrapErr};

use crate::project::Project;
use crate::setup::site_tools::SiteTools;

/// `source`, minified by esbuild; as it is where there is no Node.
pub fn script(project: &Project, tools: &SiteTools, source: &[u8]) -> Result<Vec<u8>> {
    let Some(esbuild) = tools.esbuild() else {
        return Ok(source.to_vec());
    };
    let mut child = project
        .command(esbuild)
        .args([
            "--minify",
            "--format=esm",
            "--target=es2022",
            "--legal-comments=none",
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .wrap_err("cannot run esbuild")?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(source)?;
    }
    let output = child.wait_with_output()?;
    if !output.status.success() {
        eyre::bail!(
            "esbuild: {}",
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    Ok(output.stdout)
}
