//! Puts the site together: every file under its hashed address, the manifest, and the files that
//! live at fixed addresses (`app/public/root`, where there is one).

use std::fs;
use std::path::{Path, PathBuf};

use eyre::{Result, WrapErr};

use super::address::{address, hashed_name};
use super::wasm::Bundle;
use super::{Manifest, compress, minify, styles};
use crate::project::Project;
use crate::setup::site_tools::SiteTools;

const LOADER: &str = "loader.js";

/// The files of the site, ready to be written.
pub struct Assets {
    manifest: Manifest,
    files: Vec<(PathBuf, Vec<u8>)>,
}

impl Assets {
    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Adds a file under its hashed address, to be found as `key` in the manifest.
    fn add(&mut self, key: &str, name: &str, content: Vec<u8>) -> String {
        let hashed = hashed_name(name, &content);
        let address = address(&hashed);
        self.manifest.insert(key.to_owned(), address.clone());
        self.files.push((Path::new("pkg").join(hashed), content));
        address
    }
}

/// Everything that the browser may ask for.
pub fn assemble(project: &Project, tools: &SiteTools, bundle: Bundle) -> Result<Assets> {
    let mut assets = Assets {
        manifest: Manifest::new(),
        files: Vec::new(),
    };
    let public = project.path("app/public");
    let mut sources = Vec::new();
    walk(&public, &public, &mut sources)?;
    let mut loader = None;
    for (name, path) in sources {
        let content = fs::read(&path).wrap_err_with(|| path.display().to_string())?;
        if name == LOADER {
            loader = Some(content);
        } else if name.starts_with("root/") {
            assets.files.push((PathBuf::from(name), content));
        } else {
            let content = if name.ends_with(".js") {
                minify::script(project, tools, &content)?
            } else {
                content
            };
            let flat = name.replace('/', "-");
            assets.add(&name, &flat, content);
        }
    }
    if let Some(sheet) = styles::build(project, &assets.manifest)? {
        assets.add("css", "maktab.css", sheet);
    }
    let wasm = assets.add("wasm", "maktab.wasm", bundle.wasm);
    let mut glue = String::from_utf8(bundle.script).wrap_err("the glue is not text")?;
    for (import, content) in bundle.snippets {
        let name = import.rsplit('/').next().unwrap_or(&import);
        let hashed = hashed_name(name, &content);
        glue = glue.replace(&import, &format!("./{hashed}"));
        assets.files.push((Path::new("pkg").join(hashed), content));
    }
    let wasm_js = assets.add("wasm_js", "maktab.js", glue.into_bytes());
    if let Some(source) = loader {
        let source = String::from_utf8(source).wrap_err(LOADER)?;
        let filled = source
            .replace("__WASM_JS__", &wasm_js)
            .replace("__WASM__", &wasm);
        let script = minify::script(project, tools, filled.as_bytes())?;
        assets.add("loader", LOADER, script);
    }
    Ok(assets)
}

/// Writes `target/site`, removes what is no longer part of it, and answers how many files were
/// not there before.
pub fn write(project: &Project, assets: Assets) -> Result<usize> {
    let site = project.target("site");
    for folder in ["pkg", "root"] {
        fs::create_dir_all(site.join(folder)).wrap_err_with(|| site.display().to_string())?;
    }
    let kept: Vec<PathBuf> = assets
        .files
        .iter()
        .map(|(path, _)| site.join(path))
        .collect();
    let fresh: Vec<(PathBuf, Vec<u8>)> = assets
        .files
        .into_iter()
        .map(|(path, content)| (site.join(path), content))
        .filter(|(path, content)| fs::read(path).map_or(true, |written| written != *content))
        .collect();
    for (path, _) in &fresh {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
    }
    let count = fresh.len();
    compress::write_all(fresh)?;
    let manifest = serde_json::to_string_pretty(&assets.manifest)?;
    fs::write(site.join("manifest.json"), manifest + "\n")?;
    remove_stale(&site, &kept)?;
    Ok(count)
}

fn remove_stale(site: &Path, kept: &[PathBuf]) -> Result<()> {
    let mut present = Vec::new();
    for folder in ["pkg", "root"] {
        walk(site, &site.join(folder), &mut present)?;
    }
    for (_, path) in present {
        let plain = match path.extension().and_then(|extension| extension.to_str()) {
            Some("br" | "gz" | "new") => path.with_extension(""),
            _ => path.clone(),
        };
        if !kept.contains(&plain) {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}

/// The files under `folder`, each with its name below `base`, in the order of their names.
fn walk(base: &Path, folder: &Path, found: &mut Vec<(String, PathBuf)>) -> Result<()> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Ok(());
    };
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            walk(base, &path, found)?;
        } else if let Ok(inside) = path.strip_prefix(base) {
            found.push((inside.display().to_string(), path));
        }
    }
    found.sort();
    Ok(())
}
