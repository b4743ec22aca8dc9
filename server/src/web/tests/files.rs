//! The built files: which form is given, as what, for how long.

use super::{Installation, ask};
use crate::configuration::Configuration;
use crate::web::{Site, router};
use axum::Router;
use axum::http::StatusCode;
use std::fs;

async fn site(name: &str) -> (Installation, Router) {
    let there = Installation::production(name).await;
    let folder = there.folder.join("site");
    fs::create_dir_all(folder.join("pkg")).unwrap();
    fs::create_dir_all(folder.join("root")).unwrap();
    let write = |name: &str, content: &str| fs::write(folder.join(name), content).unwrap();
    write("manifest.json", r#"{"css": "/pkg/maktab.1.css"}"#);
    write("pkg/maktab.1.css", "plain");
    write("pkg/maktab.1.css.br", "brotli");
    write("pkg/maktab.1.css.gz", "gzip");
    write("pkg/maktab.2.wasm", "wasm");
    write("pkg/left-over.css.br", "brotli");
    write("root/robots.txt", "User-agent: *");
    let site = Site::load(&folder).unwrap();
    assert_eq!(site.assets().address("css"), "/pkg/maktab.1.css");
    let router = router(&there.web, site, &Configuration::default(), there.listen);
    (there, router)
}

#[tokio::test]
async fn a_file_is_given_in_the_form_that_the_browser_prefers() {
    let (_there, router) = site("files").await;
    for (accepted, content, encoding) in [
        ("gzip, deflate, br", "brotli", "br"),
        ("gzip", "gzip", "gzip"),
        ("br;q=0.1, gzip;q=0.9", "gzip", "gzip"),
        ("identity", "plain", ""),
        ("br;q=0, gzip;q=0", "plain", ""),
    ] {
        let asked = [("accept-encoding", accepted)];
        let answer = ask(&router, "GET", "/pkg/maktab.1.css", &asked).await;
        assert_eq!(answer.text(), content, "{accepted}");
        assert_eq!(answer.header("content-encoding"), encoding, "{accepted}");
        assert_eq!(answer.header("vary"), "accept-encoding");
        assert_eq!(answer.header("content-type"), "text/css; charset=utf-8");
        assert!(answer.header("cache-control").contains("immutable"));
    }
    let wasm = ask(&router, "GET", "/pkg/maktab.2.wasm", &[]).await;
    assert_eq!(wasm.header("content-type"), "application/wasm");
}

#[tokio::test]
async fn only_files_of_the_site_are_given() {
    let (_there, router) = site("traversal").await;
    for path in [
        "/pkg/manifest.json",
        "/pkg/..%2Fmanifest.json",
        "/pkg/%2e%2e%2fmaktab.db",
        "/pkg/maktab.1.css.br",
        "/pkg/left-over.css",
        "/pkg/",
    ] {
        let answer = ask(&router, "GET", path, &[]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn files_at_fixed_addresses_may_change() {
    let (_there, router) = site("fixed").await;
    let answer = ask(&router, "GET", "/robots.txt", &[]).await;
    assert_eq!(answer.text(), "User-agent: *");
    assert_eq!(answer.header("cache-control"), "public, max-age=3600");
    let answer = ask(&router, "POST", "/pkg/maktab.1.css", &[]).await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn a_missing_site_says_how_to_build_it() {
    let Err(error) = Site::load("/nowhere".as_ref()) else {
        panic!("a site out of nothing");
    };
    assert!(format!("{error:#}").contains("cargo xtask build-site"));
}
