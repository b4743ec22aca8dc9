//! What holds for every answer: headers, marks, compression, pages about problems.

use super::{Installation, ask, send};
use crate::configuration::Limits;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::StatusCode;
use axum::response::Html;
use axum::routing::{get, post};
use futures_util::stream::{self, StreamExt};
use std::time::Duration;

const PAGE: &str = "<!DOCTYPE html><title>Border management</title>";

fn page(rule: &'static str) -> Router {
    let headers = [("cache-control", rule)];
    Router::new().route(
        "/en/page",
        get(async move || (headers, Html(PAGE.repeat(50)))),
    )
}

#[tokio::test]
async fn every_answer_forbids_what_no_page_needs() {
    let there = Installation::production("headers").await;
    let router = there.router();
    for path in ["/", "/en/nowhere", "/healthz", "/pkg/nothing.css"] {
        let answer = ask(&router, "GET", path, &[]).await;
        let policy = answer.header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'; "),
            "{path}: {policy}"
        );
        for part in [
            "script-src 'self' 'wasm-unsafe-eval'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "object-src 'none'",
            "form-action 'self'",
        ] {
            assert!(policy.contains(part), "{path}: {part}");
        }
        assert!(!policy.contains("unsafe-inline"));
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("referrer-policy"), "same-origin");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin");
        assert!(
            answer
                .header("permissions-policy")
                .contains("geolocation=()")
        );
        assert!(!answer.header("x-request-id").is_empty());
        let hsts = answer.header("strict-transport-security");
        assert_eq!(hsts, "max-age=63072000");
    }
}

#[tokio::test]
async fn without_tls_nobody_is_locked_into_it() {
    let there = Installation::new("plain", "http://127.0.0.1:3000", true).await;
    let answer = ask(&there.router(), "GET", "/healthz", &[]).await;
    assert_eq!(answer.header("strict-transport-security"), "");
}

#[tokio::test]
async fn a_page_that_has_not_changed_is_not_sent_again() {
    let there = Installation::production("etag").await;
    let router = there.around(page("private, no-cache"), &Limits::default());
    let first = ask(&router, "GET", "/en/page", &[]).await;
    let mark = first.header("etag").to_owned();
    assert!(mark.starts_with("W/\""), "{mark}");
    let vary = first.headers.get_all("vary").iter();
    let vary: Vec<&str> = vary.map(|value| value.to_str().unwrap()).collect();
    let vary = vary.join(",");
    for name in ["cookie", "accept-language", "accept-encoding"] {
        assert!(vary.contains(name), "{name} in {vary}");
    }
    for known in [mark.clone(), format!("\"x\", {mark}")] {
        let again = ask(&router, "GET", "/en/page", &[("if-none-match", &known)]).await;
        assert_eq!(again.status, StatusCode::NOT_MODIFIED);
        assert!(again.body.is_empty());
        assert_eq!(again.header("etag"), mark);
        assert_eq!(again.header("cache-control"), "private, no-cache");
    }
    let other = ask(&router, "GET", "/en/page", &[("if-none-match", "W/\"0\"")]).await;
    assert_eq!(other.status, StatusCode::OK);
    let packed = ask(&router, "GET", "/en/page", &[("accept-encoding", "br")]).await;
    assert_eq!(
        packed.header("etag"),
        mark,
        "of the page, not of its packing"
    );
}

#[tokio::test]
async fn a_personal_page_bears_no_mark_and_offers_nothing_to_prefetch() {
    let there = Installation::production("personal").await;
    let router = there.around(page("no-store"), &Limits::default());
    let answer = ask(&router, "GET", "/en/page", &[("if-none-match", "*")]).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("etag"), "");
    assert_eq!(answer.header("speculation-rules"), "");
    assert_eq!(answer.header("cache-control"), "no-store");
    let public = there.around(page("private, no-cache"), &Limits::default());
    let answer = ask(&public, "GET", "/en/page", &[]).await;
    let address = answer.header("speculation-rules").trim_matches('"');
    let rules = ask(&public, "GET", address, &[]).await;
    assert_eq!(
        rules.header("content-type"),
        "application/speculationrules+json"
    );
}

#[tokio::test]
async fn a_page_is_packed_as_the_browser_prefers() {
    let there = Installation::production("packed").await;
    let router = there.around(page("private, no-cache"), &Limits::default());
    for (accepted, encoding) in [("gzip, br", "br"), ("gzip", "gzip"), ("identity", "")] {
        let answer = ask(&router, "GET", "/en/page", &[("accept-encoding", accepted)]).await;
        assert_eq!(answer.header("content-encoding"), encoding);
        assert_eq!(answer.body.len() > 1000, encoding.is_empty(), "{accepted}");
    }
    let answer = ask(&router, "GET", "/en/page", &[("accept-encoding", "br")]).await;
    let mut unpacked = Vec::new();
    brotli::BrotliDecompress(&mut &answer.body[..], &mut unpacked).unwrap();
    assert_eq!(unpacked, PAGE.repeat(50).as_bytes());
}

#[tokio::test]
async fn a_refusal_is_a_page_in_the_reader_s_language() {
    let there = Installation::production("problems").await;
    let pages = Router::new()
        .route("/fa/form", post(async |body: Bytes| body))
        .route(
            "/fa/broken",
            get(async || StatusCode::INTERNAL_SERVER_ERROR),
        )
        .route("/fa/panic", get(panicking));
    let limits = Limits {
        body_bytes: 10,
        ..Limits::default()
    };
    let router = there.around(pages, &limits);
    let form = Body::from("x".repeat(11));
    let answer = send(&router, "POST", "/fa/form", &[], form).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.text().contains("lang=\"fa\" dir=\"rtl\""));
    assert!(answer.text().contains("بیش از اندازه بزرگ"));
    let answer = ask(&router, "GET", "/fa/form", &[]).await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(answer.header("allow"), "POST");
    assert!(answer.text().contains("<h1>"));
    for path in ["/fa/broken", "/fa/panic"] {
        let answer = ask(&router, "GET", path, &[]).await;
        assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
        assert!(answer.text().contains("<h1>"), "{path}");
        assert!(!answer.text().contains("secret of the panic"));
    }
}

async fn panicking() -> StatusCode {
    panic!("secret of the panic")
}

#[tokio::test]
async fn a_form_of_the_wrong_type_is_told_so_on_a_page() {
    let there = Installation::new("type", "http://127.0.0.1:3000", true).await;
    let pages = Router::new().route(
        "/en/form",
        post(async || StatusCode::UNSUPPORTED_MEDIA_TYPE),
    );
    let router = there.around(pages, &Limits::default());
    let answer = ask(&router, "POST", "/en/form", &[]).await;
    assert_eq!(answer.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert!(answer.text().contains("The form was sent in a way"));
}

#[tokio::test]
async fn what_a_handler_says_itself_stays() {
    let there = Installation::production("own").await;
    let own = (
        StatusCode::UNPROCESSABLE_ENTITY,
        Html("<p>the form again</p>"),
    );
    let router = there.around(
        Router::new().route("/en/form", get(async move || own)),
        &Limits::default(),
    );
    let answer = ask(&router, "GET", "/en/form", &[]).await;
    assert_eq!(answer.text(), "<p>the form again</p>");
}

#[tokio::test]
async fn too_much_at_once_and_too_long_are_refused_with_a_time_to_come_back() {
    let there = Installation::production("busy").await;
    let slow = async || {
        tokio::time::sleep(Duration::from_millis(1500)).await;
        "done"
    };
    let limits = Limits {
        concurrent: 1,
        request_seconds: 1,
        ..Limits::default()
    };
    let router = there.around(Router::new().route("/en/slow", get(slow)), &limits);
    let (first, second) = tokio::join!(
        ask(&router, "GET", "/en/slow", &[]),
        ask(&router, "GET", "/en/slow", &[]),
    );
    let mut times = Vec::new();
    for answer in [first, second] {
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
        assert!(answer.text().contains("<h1>"));
        times.push(answer.header("retry-after").parse::<u8>().unwrap());
    }
    assert!(times.iter().all(|seconds| (2..=5).contains(seconds)));
    assert_ne!(times[0], times[1], "they do not come back together");
    let quick = ask(&router, "GET", "/healthz", &[]).await;
    assert_eq!(
        quick.status,
        StatusCode::OK,
        "the watchers are never refused"
    );
}

#[tokio::test]
async fn a_form_that_does_not_arrive_keeps_nobody_out() {
    let there = Installation::production("slow").await;
    let limits = Limits {
        concurrent: 1,
        request_seconds: 1,
        ..Limits::default()
    };
    let pages = Router::new().route("/en/form", get(async || "page").post(async || "sent"));
    let router = there.around(pages, &limits);
    let kind = [("content-type", "application/x-www-form-urlencoded")];
    let begun = stream::iter([Ok::<_, std::io::Error>("name=A")]).chain(stream::pending());
    let slow = send(&router, "POST", "/en/form", &kind, Body::from_stream(begun));
    let meanwhile = async {
        // The slow one has come first.
        tokio::task::yield_now().await;
        ask(&router, "GET", "/en/form", &[]).await.status
    };
    let (slow, meanwhile) = tokio::join!(slow, meanwhile);
    assert_eq!(meanwhile, StatusCode::OK);
    assert_eq!(slow.status, StatusCode::REQUEST_TIMEOUT);
    assert!(slow.text().contains("<h1>"));
    let long = Body::from("x".repeat(limits.body_bytes + 1));
    let long = send(&router, "POST", "/en/form", &kind, long).await;
    assert_eq!(long.status, StatusCode::PAYLOAD_TOO_LARGE);
    let sent = send(&router, "POST", "/en/form", &kind, Body::from("name=A")).await;
    assert_eq!(sent.text(), "sent");
}

#[tokio::test]
async fn no_more_forms_arrive_at_once_than_there_is_memory_for() {
    let there = Installation::production("arriving").await;
    let limits = Limits {
        concurrent: 1,
        request_seconds: 1,
        ..Limits::default()
    };
    let pages = Router::new().route("/en/form", get(async || "page").post(async || "sent"));
    let router = there.around(pages, &limits);
    let kind = [("content-type", "application/x-www-form-urlencoded")];
    let slow = (0..9).map(|_| {
        let begun = stream::iter([Ok::<_, std::io::Error>("name=A")]).chain(stream::pending());
        send(&router, "POST", "/en/form", &kind, Body::from_stream(begun))
    });
    let answers = futures_util::future::join_all(slow).await;
    let (last, others) = answers.split_last().unwrap();
    assert_eq!(last.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(!last.header("retry-after").is_empty());
    for other in others {
        assert_eq!(other.status, StatusCode::REQUEST_TIMEOUT);
    }
    let sent = send(&router, "POST", "/en/form", &kind, Body::from("name=A")).await;
    assert_eq!(sent.text(), "sent");
}

#[tokio::test]
async fn an_address_that_is_no_page_s_is_told_so_in_its_language() {
    let there = Installation::production("language").await;
    let router = there.router();
    for (path, language) in [
        ("/fa/nowhere", "fa"),
        ("/nowhere", "tr"),
        ("/xx/events", "tr"),
    ] {
        let answer = ask(&router, "GET", path, &[("accept-language", "tr")]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        let document = format!("<html lang=\"{language}\"");
        assert!(answer.text().contains(&document), "{path}");
    }
}

#[tokio::test]
async fn what_asks_for_no_path_is_answered_with_a_page_too() {
    let there = Installation::production("no-path").await;
    let router = there.router();
    for (method, target) in [("CONNECT", "x:1"), ("OPTIONS", "*"), ("GET", "*")] {
        let answer = ask(&router, method, target, &[("accept-language", "tr")]).await;
        assert!(answer.status.is_client_error(), "{method} {target}");
        assert!(answer.text().contains("<html lang=\"tr\""), "{method}");
    }
}

#[tokio::test]
async fn the_host_that_a_request_names_changes_nothing() {
    let there = Installation::production("host").await;
    let router = there.router();
    for path in ["/", "/en/nowhere", "/language/fa?to=/en"] {
        let forged = [
            ("host", "evil.example"),
            ("x-forwarded-host", "evil.example"),
            ("forwarded", "host=evil.example"),
        ];
        let answer = ask(&router, "GET", path, &forged).await;
        let honest = ask(&router, "GET", path, &[("host", "maktab.example")]).await;
        assert_eq!(answer.body, honest.body, "{path}");
        for (_, value) in &answer.headers {
            assert!(!value.to_str().unwrap().contains("evil"), "{path}");
        }
    }
    let page = ask(&router, "GET", "/en/nowhere", &[("host", "evil.example")]).await;
    assert!(page.text().contains("https://maktab.example/"));
}

#[tokio::test]
async fn the_server_says_whether_it_can_work() {
    let there = Installation::production("ready").await;
    let router = there.router();
    assert_eq!(ask(&router, "GET", "/readyz", &[]).await.text(), "ready");
    there.web.services.database().close().await;
    let away = ask(&router, "GET", "/readyz", &[]).await;
    assert_eq!(away.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(ask(&router, "GET", "/healthz", &[]).await.text(), "alive");
}
