//! Debian packages: browser, database server and the tools that look into PDFs.

use std::fs;
use std::path::Path;

use eyre::Result;

use crate::progress::Step;
use crate::project::Project;
use crate::tool;

/// A Debian package and how to see that what it brings is there, wherever it came from.
pub struct Package {
    name: &'static str,
    is_there: fn() -> bool,
}

const fn program(name: &'static str, is_there: fn() -> bool) -> Package {
    Package { name, is_there }
}

/// What the integration tests need.
pub const FOR_TESTS: [Package; 4] = [
    program("postgresql", || postgres_programs().is_some()),
    program("zbar-tools", || tool::on_path("zbarimg")),
    program("qpdf", || tool::on_path("qpdf")),
    program("poppler-utils", || {
        tool::on_path("pdftotext") && tool::on_path("pdffonts")
    }),
];

/// What the browser tests need besides.
pub const FOR_BROWSER: [Package; 4] = [
    program("chromium", || chromium().is_some()),
    program("fonts-noto-core", || {
        Path::new("/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf").is_file()
            || Path::new("/usr/share/fonts/noto/NotoNaskhArabic-Regular.ttf").is_file()
    }),
    program("nodejs", || tool::on_path("node")),
    program("npm", || tool::on_path("npm")),
];

/// What the measurements need besides.
pub const FOR_BENCH: [Package; 1] = [program("wrk", || tool::on_path("wrk"))];

/// The folder of `initdb` and `postgres`, the newest where there are several.
pub fn postgres_programs() -> Option<std::path::PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten();
    let mut found: Vec<(u32, std::path::PathBuf)> = versions
        .filter_map(|entry| {
            let version = entry.file_name().to_str()?.parse().ok()?;
            let folder = entry.path().join("bin");
            folder.join("initdb").is_file().then_some((version, folder))
        })
        .collect();
    found.sort();
    let newest = found.pop().map(|(_, folder)| folder);
    newest.or_else(|| {
        let path = std::env::var_os("PATH")?;
        std::env::split_paths(&path).find(|folder| folder.join("initdb").is_file())
    })
}

/// The browser's program.
pub fn chromium() -> Option<std::path::PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM") {
        return Some(named.into());
    }
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    ]
    .iter()
    .map(std::path::PathBuf::from)
    .find(|path| path.is_file())
}

/// Whether this process may do anything.
pub fn is_root() -> bool {
    nix::unistd::geteuid().is_root()
}

/// Installs in one go whatever is missing; where that is not allowed, the error says what to
/// install.
pub fn install(project: &Project, step: &mut Step, wanted: &[&[Package]]) -> Result<()> {
    let missing: Vec<&str> = wanted
        .iter()
        .copied()
        .flatten()
        .filter(|package| !(package.is_there)())
        .map(|package| package.name)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    if !is_root() || !tool::on_path("apt-get") {
        eyre::bail!(
            "missing here: {list}. On Debian and Ubuntu: sudo apt-get install {list}; elsewhere \
             the packages of the same programs"
        );
    }
    step.remark(format!("installed {list}"));
    for (log, arguments) in [
        ("apt-update", vec!["update", "--quiet"]),
        (
            "apt-install",
            [
                &["install", "--quiet", "--yes", "--no-install-recommends"],
                &missing[..],
            ]
            .concat(),
        ),
    ] {
        let mut apt = project.command("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive").args(arguments);
        tool::run(project, step, log, &mut apt)?.require()?;
    }
    Ok(())
}
