//! The WebAssembly target of the Rust compiler.

use eyre::{Result, WrapErr};

use crate::progress::Step;
use crate::project::Project;
use crate::tool;

const TARGET: &str = "wasm32-unknown-unknown";

/// Makes sure that the compiler can build for the browser.
pub fn wasm_target(project: &Project, step: &mut Step) -> Result<()> {
    let mut rustc = project.command("rustc");
    let sysroot = tool::ask(rustc.args(["--print", "sysroot"])).wrap_err("is Rust installed?")?;
    let library = std::path::Path::new(sysroot.trim())
        .join("lib/rustlib")
        .join(TARGET);
    if library.is_dir() {
        return Ok(());
    }
    if !tool::on_path("rustup") {
        eyre::bail!(
            "the Rust compiler has no standard library for {TARGET}, and rustup, which could add \
             it, is not installed: install Rust through rustup, or the library through the system \
             that Rust came from (Debian: libstd-rust-dev-wasm32)"
        );
    }
    let mut rustup = project.command("rustup");
    rustup.args(["target", "add", TARGET]);
    tool::run(project, step, "rustup", &mut rustup)?.require()
}
