//! Which forms are accepted, and what exists only in a demonstration.

use super::{Installation, ask};
use crate::configuration::Limits;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;

async fn answered(there: &Installation, method: &str, headers: &[(&str, &str)]) -> StatusCode {
    let pages = Router::new().route("/en/form", get(async || "seen").post(async || "written"));
    let router = there.around(pages, &Limits::default());
    let answer = ask(&router, method, "/en/form", headers).await;
    if answer.status == StatusCode::FORBIDDEN {
        assert!(answer.text().contains("did not come from our pages"));
    }
    answer.status
}

#[tokio::test]
async fn a_form_is_accepted_from_our_own_pages_only() {
    let there = Installation::production("csrf").await;
    let own = "https://maktab.example";
    let (ok, no) = (StatusCode::OK, StatusCode::FORBIDDEN);
    let cases: [(&[(&str, &str)], StatusCode); 11] = [
        (&[("origin", own), ("sec-fetch-site", "same-origin")], ok),
        (&[("origin", own)], ok),
        (&[("sec-fetch-site", "none")], ok),
        (&[], ok),
        (&[("sec-fetch-site", "cross-site")], no),
        (&[("sec-fetch-site", "same-site")], no),
        (&[("origin", "https://evil.example")], no),
        (&[("origin", "null")], no),
        (&[("origin", own), ("sec-fetch-site", "cross-site")], no),
        // Another name that points here, as after DNS rebinding.
        (
            &[
                ("host", "evil.example"),
                ("origin", "https://evil.example"),
                ("sec-fetch-site", "same-origin"),
            ],
            no,
        ),
        (&[("origin", "http://127.0.0.1:3000")], no),
    ];
    for (headers, expected) in cases {
        assert_eq!(
            answered(&there, "POST", headers).await,
            expected,
            "{headers:?}"
        );
        assert_eq!(answered(&there, "GET", headers).await, ok, "{headers:?}");
    }
    let foreign = [("origin", "https://evil.example")];
    for method in ["PUT", "DELETE", "PATCH"] {
        assert_eq!(answered(&there, method, &foreign).await, no, "{method}");
    }
}

#[tokio::test]
async fn a_demonstration_also_accepts_forms_from_where_it_listens() {
    let there = Installation::new("csrf-demo", "http://training.localhost", true).await;
    for origin in [
        "http://training.localhost",
        "http://127.0.0.1:3000",
        "http://localhost:3000",
    ] {
        let status = answered(&there, "POST", &[("origin", origin)]).await;
        assert_eq!(status, StatusCode::OK, "{origin}");
    }
    let other = [("origin", "http://localhost:4000")];
    assert_eq!(
        answered(&there, "POST", &other).await,
        StatusCode::FORBIDDEN
    );
}

#[tokio::test]
async fn the_tools_of_the_demonstration_exist_nowhere_else() {
    let demo = Installation::new("dev-demo", "http://127.0.0.1:3000", true).await;
    let (shown, real) = (demo.router(), Installation::production("dev-real").await);
    let real = real.router();
    for path in ["/dev/mail", "/dev/clock"] {
        let answer = ask(&shown, "GET", path, &[]).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        let answer = ask(&real, "GET", path, &[]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        let answer = ask(&real, "POST", path, &[]).await;
        assert!(answer.status.is_client_error(), "{path}");
    }
}
