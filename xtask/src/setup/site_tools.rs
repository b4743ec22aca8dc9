//! What makes the site small: wasm-opt and esbuild, both from npm. Without Node the site works all
//! the same; it is only bigger.

use std::path::{Path, PathBuf};

use eyre::Result;

use super::{node, rust};
use crate::progress::Step;
use crate::project::Project;

const FOLDER: &str = "xtask/tools";

/// The tools that were found.
pub struct SiteTools {
    modules: Option<PathBuf>,
}

impl SiteTools {
    /// The script of wasm-opt, to be run by Node.
    pub fn wasm_opt(&self) -> Option<PathBuf> {
        self.inside("binaryen/bin/wasm-opt")
    }

    /// The program esbuild.
    pub fn esbuild(&self) -> Option<PathBuf> {
        self.inside("esbuild/bin/esbuild")
    }

    /// Changes when the tools do, so that their outputs are made anew.
    pub fn fingerprint(&self) -> &'static str {
        match self.modules {
            Some(_) => concat!("tools ", include_str!("../../tools/package.json")),
            None => "no tools",
        }
    }

    fn inside(&self, path: &str) -> Option<PathBuf> {
        self.modules
            .as_deref()
            .map(|modules: &Path| modules.join(path))
    }
}

/// Sees to the WebAssembly target and to the npm tools.
pub fn prepare(project: &Project, step: &mut Step) -> Result<SiteTools> {
    rust::wasm_target(project, step)?;
    if let Some(complaint) = node::complaint(project) {
        step.remark(format!(
            "{complaint}: going on without wasm-opt, the WebAssembly will be larger"
        ));
        return Ok(SiteTools { modules: None });
    }
    node::packages(project, step, FOLDER)?;
    Ok(SiteTools {
        modules: Some(project.path(FOLDER).join("node_modules")),
    })
}
