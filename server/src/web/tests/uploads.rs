//! Files that arrive: how long they may take, from where they may come, and what becomes of one
//! that is refused while it arrives.

use super::{Installation, ask, send};
use crate::configuration::Limits;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::StatusCode;
use axum::routing::post;
use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

const FORM: (&str, &str) = ("content-type", "multipart/form-data; boundary=x");

const MIB: Bytes = Bytes::from_static(&[b'x'; 1024 * 1024]);

/// Far more than the buffers between two programs hold.
const LARGE: usize = 64 * 1024 * 1024;

#[tokio::test]
async fn a_file_that_is_refused_at_once_is_answered_with_a_page_while_it_still_arrives() {
    let there = Installation::production("refused").await;
    // The handler never looks at the body.
    let refused = async |_: Body| {
        (
            StatusCode::PAYLOAD_TOO_LARGE,
            axum::response::Html("<h1>no</h1>"),
        )
    };
    let router = there.around(
        Router::new().route("/en/form", post(refused)),
        &Limits::default(),
    );
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let server = tokio::spawn(async move { axum::serve(listener, router).await });
    let mut browser = TcpStream::connect(address).await.unwrap();
    let head = format!(
        "POST /en/form HTTP/1.1\r\nhost: maktab.example\r\norigin: https://maktab.example\r\n\
         content-type: {}\r\ncontent-length: {LARGE}\r\n\r\n",
        FORM.1
    );
    browser.write_all(head.as_bytes()).await.unwrap();
    // As a browser does: everything is sent before anything is read.
    let chunk = vec![b'x'; 1024 * 1024];
    for sent in 0..LARGE / chunk.len() {
        let written = browser.write_all(&chunk).await;
        assert!(written.is_ok(), "broken after {sent} MiB: {written:?}");
    }
    let mut answer = vec![0; 64 * 1024];
    let read = tokio::time::timeout(Duration::from_secs(20), browser.read(&mut answer)).await;
    let read = read.unwrap().unwrap();
    let answer = String::from_utf8_lossy(&answer[..read]).into_owned();
    assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
    assert!(answer.contains("<h1>no</h1>"), "{answer}");
    server.abort();
}

/// A body of so many MiB, with how many of them were taken so far and who learns of its end.
fn counted(most: usize) -> (Body, Arc<AtomicUsize>, oneshot::Receiver<()>) {
    let taken = Arc::new(AtomicUsize::new(0));
    let (over, is_over) = oneshot::channel();
    let state = (Arc::clone(&taken), over);
    let chunks = futures_util::stream::unfold(state, move |(taken, over)| async move {
        let before = taken.fetch_add(1, Ordering::Relaxed);
        // The other side is told when the state is dropped.
        (before < most).then(|| (Ok::<_, Infallible>(MIB), (taken, over)))
    });
    (Body::from_stream(chunks), taken, is_over)
}

#[tokio::test]
async fn nothing_is_awaited_but_a_form_with_a_file_that_a_handler_has_answered() {
    let there = Installation::production("rest").await;
    let pages = Router::new()
        .route("/en/refused", post(async |_: Body| "no"))
        .route(
            "/en/slow",
            post(async |body: Body| {
                std::future::pending::<()>().await;
                drop(body);
            }),
        );
    let limits = Limits {
        request_seconds: 0,
        ..Limits::default()
    };
    let usual = there.around(pages.clone(), &Limits::default());
    let hasty = there.around(pages.clone(), &limits);
    let full = there.around(
        pages,
        &Limits {
            concurrent: 0,
            ..Limits::default()
        },
    );
    let plain = ("content-type", "application/x-www-form-urlencoded");
    let other = ("origin", "https://evil.example");
    for (case, router, path, headers, most) in [
        ("a form with a file", &usual, "/en/refused", vec![FORM], 101),
        ("longer than a form", &usual, "/en/refused", vec![plain], 1),
        ("of no kind", &usual, "/en/refused", vec![], 0),
        ("elsewhere", &usual, "/en/refused", vec![FORM, other], 0),
        ("too late", &hasty, "/en/slow", vec![FORM], 0),
        ("too many", &full, "/en/refused", vec![FORM], 0),
    ] {
        let (body, taken, over) = counted(100);
        send(router, "POST", path, &headers, body).await;
        // It is over when it is dropped.
        let over = tokio::time::timeout(Duration::from_secs(20), over).await;
        assert!(over.is_ok(), "{case}");
        assert_eq!(taken.load(Ordering::Relaxed), most, "{case}");
    }
    let (body, taken, over) = counted(1000);
    send(&usual, "POST", "/en/refused", &[FORM], body).await;
    drop(over.await);
    assert_eq!(taken.load(Ordering::Relaxed), 257, "of an endless one");
}

#[tokio::test]
async fn a_form_with_a_file_has_longer_to_arrive() {
    let there = Installation::production("slow-file").await;
    let slow = async || {
        tokio::time::sleep(Duration::from_millis(1500)).await;
        "done"
    };
    let limits = Limits {
        request_seconds: 1,
        ..Limits::default()
    };
    let router = there.around(Router::new().route("/en/form", post(slow)), &limits);
    let file = ask(&router, "POST", "/en/form", &[FORM]).await;
    assert_eq!(file.status, StatusCode::OK);
    let plain = ask(&router, "POST", "/en/form", &[]).await;
    assert_eq!(plain.status, StatusCode::SERVICE_UNAVAILABLE);
}

#[tokio::test]
async fn a_file_comes_from_our_own_pages_only() {
    let there = Installation::production("file-csrf").await;
    let router = there.around(
        Router::new().route("/en/form", post(async || "written")),
        &Limits::default(),
    );
    for (origin, status) in [
        ("https://maktab.example", StatusCode::OK),
        ("https://evil.example", StatusCode::FORBIDDEN),
        ("null", StatusCode::FORBIDDEN),
    ] {
        let headers = [FORM, ("origin", origin)];
        let answer = ask(&router, "POST", "/en/form", &headers).await;
        assert_eq!(answer.status, status, "{origin}");
    }
}
