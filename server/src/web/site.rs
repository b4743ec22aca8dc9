//! The built files: style sheet, scripts, WebAssembly, pictures.
//!
//! They are few and small, so they are read once and given out from memory, in
//! the compressed form that the browser prefers.

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use eyre::{Result, WrapErr};
use maktab_app::Assets;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path as FilePath;
use std::sync::Arc;

/// Files whose names carry a hash of their content never change.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// Files at fixed addresses (`/robots.txt`) may change with an update.
const FOR_AN_HOUR: &str = "public, max-age=3600";

/// The files of the site.
pub(crate) struct Site {
    assets: Assets,
    manifest: BTreeMap<String, String>,
    hashed: Files,
    fixed: Files,
}

/// What every page may need, by its name in the manifest.
const NEEDED: [&str; 4] = ["css", "loader", "wasm", "wasm_js"];

type Files = Arc<BTreeMap<String, File>>;

#[derive(Default)]
struct File {
    kind: &'static str,
    plain: Bytes,
    brotli: Option<Bytes>,
    gzip: Option<Bytes>,
}

impl Site {
    /// Reads the folder that `cargo xtask build-site` fills.
    ///
    /// # Errors
    /// The folder, its manifest or a file cannot be read.
    pub fn load(folder: &FilePath) -> Result<Self> {
        let manifest = folder.join("manifest.json");
        let text = fs::read_to_string(&manifest).wrap_err_with(|| {
            format!(
                "no built site at {} (build it with `cargo xtask build-site`, or name its folder \
                 with --site-dir)",
                manifest.display()
            )
        })?;
        let assets = Assets::from_manifest(&text)
            .wrap_err_with(|| format!("{} is not a manifest", manifest.display()))?;
        let manifest = serde_json::from_str(&text).unwrap_or_default();
        Ok(Self {
            assets,
            manifest,
            hashed: Arc::new(read(&folder.join("pkg"))?),
            fixed: Arc::new(read(&folder.join("root")).unwrap_or_default()),
        })
    }

    /// A site without any file.
    #[cfg(test)]
    pub fn empty() -> Self {
        Self {
            assets: Assets::default(),
            manifest: BTreeMap::new(),
            hashed: Files::default(),
            fixed: Files::default(),
        }
    }

    /// The addresses of the files by their names.
    pub fn assets(&self) -> Assets {
        self.assets.clone()
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.hashed.len() + self.fixed.len()
    }

    /// The addresses in the manifest behind which there is no file, and the ones that
    /// every page needs but the manifest lacks.
    pub fn missing(&self) -> Vec<String> {
        let needed = NEEDED.iter().map(|name| (*name).to_owned());
        let unnamed = needed.filter(|name| !self.manifest.contains_key(name));
        let named = self.manifest.values().filter(|address| {
            let name = address.strip_prefix("/pkg/");
            name.is_none_or(|name| !self.hashed.contains_key(name))
        });
        unnamed.chain(named.cloned()).collect()
    }

    /// The addresses at which the files are given out.
    pub(super) fn routes(self) -> Router {
        let mut router = Router::new().route("/pkg/{name}", get(hashed));
        for name in self.fixed.keys() {
            let files = Arc::clone(&self.fixed);
            let own = name.clone();
            let answer = async move |headers: HeaderMap| give(&files, &own, &headers, FOR_AN_HOUR);
            router = router.route(&format!("/{name}"), get(answer));
        }
        router.with_state(self.hashed)
    }
}

async fn hashed(
    State(files): State<Files>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Response {
    give(&files, &name, &headers, FOR_EVER)
}

fn give(files: &Files, name: &str, headers: &HeaderMap, keep: &'static str) -> Response {
    let Some(file) = files.get(name) else {
        return (StatusCode::NOT_FOUND, "there is no such file").into_response();
    };
    let (body, encoding) = file.preferred(headers);
    let mut response = body.into_response();
    let answer = response.headers_mut();
    answer.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.kind));
    answer.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    if let Some(encoding) = encoding {
        answer.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    if file.brotli.is_some() || file.gzip.is_some() {
        answer.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    }
    response
}

impl File {
    /// The form that the browser prefers, the smaller one where it does not mind.
    fn preferred(&self, headers: &HeaderMap) -> (Bytes, Option<&'static str>) {
        let accepted = headers.get_all(header::ACCEPT_ENCODING);
        let accepted: Vec<&str> = accepted.iter().filter_map(|v| v.to_str().ok()).collect();
        let accepted = accepted.join(",");
        let forms = [(&self.brotli, "br"), (&self.gzip, "gzip")];
        let offered = forms
            .into_iter()
            .filter_map(|(form, name)| form.as_ref().map(|form| (form, name)));
        let mut best = (self.plain.clone(), None);
        let mut best_weight = 0;
        for (form, name) in offered {
            let weight = weight(&accepted, name);
            if weight > best_weight {
                best = (form.clone(), Some(name));
                best_weight = weight;
            }
        }
        best
    }
}

/// How much an encoding is wanted, in thousandths (RFC 9110, section 12.5.3); 0 for not at all.
fn weight(accepted: &str, encoding: &str) -> u32 {
    let mut any = 0;
    for part in accepted.split(',') {
        let mut pieces = part.split(';').map(str::trim);
        let name = pieces.next().unwrap_or_default();
        let given = pieces.find_map(|piece| piece.strip_prefix("q="));
        let weight = given.map_or(1000, thousandths);
        if name.eq_ignore_ascii_case(encoding) {
            return weight;
        }
        if name == "*" {
            any = weight;
        }
    }
    any
}

/// `0.5` is 500; what cannot be read is 0.
fn thousandths(text: &str) -> u32 {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let part = format!("{part:0<3}");
    match (whole.parse::<u32>(), part.get(..3).map(str::parse::<u32>)) {
        (Ok(whole @ 0..=1), Some(Ok(part))) => (whole * 1000 + part).min(1000),
        _ => 0,
    }
}

/// Reads the files of a folder; `a.css.br` and `a.css.gz` are forms of `a.css`.
fn read(folder: &FilePath) -> Result<BTreeMap<String, File>> {
    let mut files: BTreeMap<String, File> = BTreeMap::new();
    for entry in fs::read_dir(folder).wrap_err_with(|| folder.display().to_string())? {
        let path = entry?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            continue;
        };
        if !path.is_file() || name.ends_with(".new") {
            continue;
        }
        let content = Bytes::from(fs::read(&path).wrap_err_with(|| path.display().to_string())?);
        if let Some(plain) = name.strip_suffix(".br") {
            files.entry(plain.to_owned()).or_default().brotli = Some(content);
        } else if let Some(plain) = name.strip_suffix(".gz") {
            files.entry(plain.to_owned()).or_default().gzip = Some(content);
        } else {
            let file = files.entry(name.to_owned()).or_default();
            file.plain = content;
            file.kind = kind(name);
        }
    }
    // A compressed form whose plain one is gone is left over from a former build.
    files.retain(|_, file| !file.kind.is_empty());
    Ok(files)
}

/// The type by the ending of the name.
fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "webmanifest" => "application/manifest+json",
        "txt" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        "html" => "text/html; charset=utf-8",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_encoding_weighs_what_the_browser_says() {
        for (accepted, brotli, gzip) in [
            ("", 0, 0),
            ("gzip, deflate, br, zstd", 1000, 1000),
            ("br;q=0.5, gzip;q=0.8", 500, 800),
            ("br;q=0, *", 0, 1000),
            ("*;q=0.001", 1, 1),
            ("BR ; q=1.000", 1000, 0),
            ("br;q=nonsense", 0, 0),
        ] {
            assert_eq!(weight(accepted, "br"), brotli, "{accepted}");
            assert_eq!(weight(accepted, "gzip"), gzip, "{accepted}");
        }
    }
}
