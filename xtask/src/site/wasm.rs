//! From Rust to a small WebAssembly module with its JavaScript glue.

use std::fs;
use std::path::{Path, PathBuf};

use eyre::{Result, WrapErr};
use wasm_bindgen_cli_support::Bindgen;

use super::minify;
use super::stamp::{Stage, digest};
use crate::progress::Step;
use crate::project::Project;
use crate::setup::site_tools::SiteTools;
use crate::tool;

const TARGET: &str = "wasm32-unknown-unknown";
const PROFILE: &str = "wasm-release";

/// What the module uses beyond the first WebAssembly; wasm-opt refuses what it was not told of.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Raised when this file makes something else of the same input.
const RECIPE: &[u8] = b"1";

/// The module and the script that connects it with the browser.
pub struct Bundle {
    /// The WebAssembly module.
    pub wasm: Vec<u8>,
    /// The glue, minified where there is a minifier.
    pub script: Vec<u8>,
    /// Further scripts that the glue imports: its name for them (`./snippets/…`) and their text.
    pub snippets: Vec<(String, Vec<u8>)>,
}

/// Compiles `frontend`; answers where the module is.
pub fn compile(project: &Project, step: &mut Step) -> Result<PathBuf> {
    let mut cargo = project.cargo();
    cargo.args(["build", "--package", "maktab-frontend", "--lib"]);
    cargo.args(["--target", TARGET, "--profile", PROFILE]);
    tool::run(project, step, "browser-part", &mut cargo)?.require()?;
    Ok(project.target(format!("{TARGET}/{PROFILE}/maktab_frontend.wasm")))
}

/// Binds the module to JavaScript and lets wasm-opt make it small.
pub fn shrink(
    project: &Project,
    step: &mut Step,
    tools: &SiteTools,
    module: &Path,
) -> Result<Bundle> {
    let input = fs::read(module).wrap_err_with(|| module.display().to_string())?;
    let inputs = digest([&input, RECIPE, tools.fingerprint().as_bytes()]);
    let stage = Stage::new(project.target("xtask/site/wasm"), inputs);
    if stage.is_fresh() {
        step.remark("unchanged");
        return read(stage.folder());
    }
    stage.clear()?;
    bind(module, stage.folder())?;
    let bound = stage.folder().join("maktab_bg.wasm");
    let before = fs::metadata(&bound)?.len();
    if let Some(wasm_opt) = tools.wasm_opt() {
        let mut command = project.command("node");
        command.arg(wasm_opt).arg("-Oz").args(FEATURES);
        command.arg(&bound).arg("-o").arg(&bound);
        tool::run(project, step, "wasm-opt", &mut command)?.require()?;
    }
    let script = stage.folder().join("maktab.js");
    fs::write(
        &script,
        minify::script(project, tools, &fs::read(&script)?)?,
    )?;
    let after = fs::metadata(&bound)?.len();
    step.remark(format!("{} kB, was {} kB", after / 1000, before / 1000));
    stage.seal()?;
    read(stage.folder())
}

fn bind(module: &Path, folder: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(module)
        .out_name("maktab")
        .typescript(false)
        .demangle(false);
    bindgen
        .remove_name_section(true)
        .remove_producers_section(true);
    bindgen
        .web(true)
        .and_then(|bindgen| bindgen.generate(folder))
        .map_err(|error| eyre::eyre!("wasm-bindgen: {error:#}"))
}

fn read(folder: &Path) -> Result<Bundle> {
    let mut snippets = Vec::new();
    collect(folder, &folder.join("snippets"), &mut snippets)?;
    Ok(Bundle {
        wasm: fs::read(folder.join("maktab_bg.wasm"))?,
        script: fs::read(folder.join("maktab.js"))?,
        snippets,
    })
}

fn collect(base: &Path, folder: &Path, found: &mut Vec<(String, Vec<u8>)>) -> Result<()> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Ok(());
    };
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            collect(base, &path, found)?;
        } else if let Ok(inside) = path.strip_prefix(base) {
            found.push((format!("./{}", inside.display()), fs::read(&path)?));
        }
    }
    found.sort();
    Ok(())
}
