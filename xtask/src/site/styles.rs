//! The style sheet: the files of `app/style` in the order of their names, as one small sheet.

use std::fs;
use std::path::PathBuf;

use eyre::{Result, WrapErr};
use lightningcss::dependencies::{Dependency, DependencyOptions};
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};
use lightningcss::targets::{Browsers, Features, Targets};

use super::Manifest;
use crate::project::Project;

/// The whole style sheet, minified, every `url()` replaced by the address in `known`; nothing when
/// there is no source.
pub fn build(project: &Project, known: &Manifest) -> Result<Option<Vec<u8>>> {
    let sources = sources(project)?;
    if sources.is_empty() {
        return Ok(None);
    }
    let mut whole = String::new();
    for path in sources {
        let text = fs::read_to_string(&path).wrap_err_with(|| path.display().to_string())?;
        // Parsed alone first, so that a mistake is told with its own file and line.
        StyleSheet::parse(&text, named(&project.shown(&path).to_string()))
            .map_err(|error| eyre::eyre!("{error}"))?;
        whole.push_str(&text);
        whole.push('\n');
    }
    minified(&whole, known).map(|sheet| Some(sheet.into_bytes()))
}

fn sources(project: &Project) -> Result<Vec<PathBuf>> {
    let Ok(entries) = fs::read_dir(project.path("app/style")) else {
        return Ok(Vec::new());
    };
    let mut paths = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "css"));
    paths.sort();
    Ok(paths)
}

fn named<'i>(filename: &str) -> ParserOptions<'i> {
    ParserOptions {
        filename: filename.to_owned(),
        ..ParserOptions::default()
    }
}

/// The browsers of the last two to three years; layers, nesting, logical properties and
/// `light-dark()` reach them as they were written.
fn targets() -> Targets {
    let version = |major: u32, minor: u32| Some(major << 16 | minor << 8);
    Targets {
        browsers: Some(Browsers {
            android: version(123, 0),
            chrome: version(123, 0),
            edge: version(123, 0),
            firefox: version(123, 0),
            ios_saf: version(17, 5),
            safari: version(17, 5),
            samsung: version(27, 0),
            ..Browsers::default()
        }),
        include: Features::empty(),
        exclude: Features::LogicalProperties
            | Features::Selectors
            | Features::LightDark
            | Features::OklabColors,
    }
}

fn minified(text: &str, known: &Manifest) -> Result<String> {
    let mut sheet =
        StyleSheet::parse(text, named("app/style")).map_err(|error| eyre::eyre!("{error}"))?;
    sheet
        .minify(MinifyOptions {
            targets: targets(),
            ..MinifyOptions::default()
        })
        .map_err(|error| eyre::eyre!("{error}"))?;
    let printed = sheet
        .to_css(PrinterOptions {
            minify: true,
            targets: targets(),
            analyze_dependencies: Some(DependencyOptions::default()),
            ..PrinterOptions::default()
        })
        .map_err(|error| eyre::eyre!("{error}"))?;
    let mut css = printed.code;
    for dependency in printed.dependencies.unwrap_or_default() {
        let Dependency::Url(url) = dependency else {
            eyre::bail!("a style sheet imports another: the order of the files does that here");
        };
        let address = match known.get(&url.url) {
            Some(address) => address.clone(),
            None if url.url.starts_with("data:") || url.url.starts_with('#') => url.url.clone(),
            None => eyre::bail!(
                "a style sheet names url({}), which app/public does not hold",
                url.url
            ),
        };
        css = css.replace(&url.placeholder, &address);
    }
    Ok(css)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(text: &str) -> Result<String> {
        let known = Manifest::from([("girih.svg".to_owned(), "/pkg/girih.0.svg".to_owned())]);
        minified(text, &known)
    }

    #[test]
    fn layers_nesting_logical_properties_and_light_dark_reach_the_browser() {
        let css = sheet(
            "@layer base { a { margin-inline-start: 1rem; color: light-dark(#000, #fff); &:hover { color: red } } }",
        )
        .unwrap();
        for kept in [
            "@layer base",
            "margin-inline-start",
            "light-dark(",
            "&:hover",
        ] {
            assert!(css.contains(kept), "{kept} is missing in {css}");
        }
    }

    #[test]
    fn a_picture_is_named_by_its_hashed_address() {
        let css = sheet("a { background: url(girih.svg) }").unwrap();
        assert!(css.contains("/pkg/girih.0.svg"), "{css}");
    }

    #[test]
    fn a_picture_that_does_not_exist_is_an_error() {
        assert!(sheet("a { background: url(none.svg) }").is_err());
    }

    #[test]
    fn a_broken_sheet_is_an_error() {
        assert!(
            sheet("a { color: red").is_ok(),
            "CSS closes what is left open"
        );
        assert!(sheet("a } {").is_err());
    }
}
