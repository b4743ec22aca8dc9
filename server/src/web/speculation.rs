//! Lets a browser fetch a public page when the pointer rests on its link.
//!
//! Only pages that anybody may see, and only for visitors who are not signed in:
//! a page kept for a few minutes must not hide what somebody has just changed.

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use axum::routing::get;

const ADDRESS: &str = "/speculation-rules.json";
const HEADER: HeaderName = HeaderName::from_static("speculation-rules");

/// Language links, sign-in and sign-out, the demonstration's tools and the forms
/// are none of these addresses.
const RULES: &str = r#"{"prefetch":[{"source":"document","eagerness":"moderate","where":{"or":[
{"href_matches":{"pathname":"/:language([a-z]{2,3})"}},
{"href_matches":{"pathname":"/:language([a-z]{2,3})/:topic(events|courses|verify)"}},
{"href_matches":{"pathname":"/:language([a-z]{2,3})/:topic(events|courses)/:slug"}}
]}}]}"#;

/// Where the rules are.
pub(super) fn routes() -> Router {
    let headers = [
        (header::CONTENT_TYPE, "application/speculationrules+json"),
        (header::CACHE_CONTROL, "public, max-age=86400"),
    ];
    Router::new().route(ADDRESS, get(async move || (headers, RULES)))
}

/// The layer: points anonymous pages to the rules.
pub(super) async fn offer(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    if response.headers().contains_key(header::ETAG) && response.status().is_success() {
        let address = HeaderValue::from_static("\"/speculation-rules.json\"");
        response.headers_mut().insert(HEADER, address);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_are_json_and_name_public_pages_only() {
        let rules: serde_json::Value = serde_json::from_str(RULES).unwrap();
        assert_eq!(rules["prefetch"][0]["eagerness"], "moderate");
        for private in ["/dev", "/my", "sign-out", "/manage", "/register"] {
            assert!(!RULES.contains(private), "{private}");
        }
    }
}
