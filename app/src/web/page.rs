//! A page: its content, title and status, made into an answer.

use super::Visit;
use super::layout::document;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use std::sync::Arc;

/// A page in the making.
pub(crate) struct Page {
    visit: Visit,
    title: String,
    description: Option<String>,
    content: AnyView,
    status: StatusCode,
    headers: HeaderMap,
}

impl Page {
    pub fn new(visit: Visit, title: String, content: AnyView) -> Self {
        Self {
            visit,
            title,
            description: None,
            content,
            status: StatusCode::OK,
            headers: HeaderMap::new(),
        }
    }

    /// Answers with another status than 200.
    pub fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// What search engines and link previews say of the page.
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }

    /// Adds a header to the answer.
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.append(name, value);
        self
    }

    /// Marks a page that holds personal data or a secret although nobody is signed in.
    pub fn private(self) -> Self {
        self.header(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))
    }
}

/// Renders a view to HTML. Only what islands hold is prepared for the browser.
pub(super) fn render(view: impl FnOnce() -> AnyView) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let html = owner.with(|| view().to_html());
    owner.unset_with_forced_cleanup();
    html
}

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        let signed_in = self.visit.actor.is_some();
        let language = self.visit.locale.tag();
        let description = self.description.as_deref();
        let html = document(&self.visit, &self.title, description, self.content);
        let mut headers = self.headers;
        if !headers.contains_key(header::CACHE_CONTROL) {
            let rule = if signed_in {
                "no-store"
            } else {
                "private, no-cache"
            };
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(rule));
        }
        headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(language));
        (self.status, headers, Html(html)).into_response()
    }
}
