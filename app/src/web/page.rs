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
    tidy(&html)
}

/// Leptos marks the places of dynamic nodes with `<!>`. Only hydration needs them:
/// outside islands they go; inside they become `<!---->`, the same node in valid HTML.
/// In text the characters are escaped, so none of it is touched.
fn tidy(html: &str) -> String {
    const OPEN: &str = "<leptos-island";
    const CLOSE: &str = "</leptos-island>";
    let mut tidied = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find(OPEN) {
        let (before, island) = rest.split_at(start);
        let end = island
            .find(CLOSE)
            .map_or(island.len(), |at| at + CLOSE.len());
        let (island, after) = island.split_at(end);
        tidied += &before.replace("<!>", "");
        tidied += &island.replace("<!>", "<!---->");
        rest = after;
    }
    tidied + &rest.replace("<!>", "")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_stay_only_where_the_browser_needs_them() {
        assert_eq!(
            tidy("<p>a<!>b</p><leptos-island><b>1<!></b></leptos-island><!>c"),
            "<p>ab</p><leptos-island><b>1<!----></b></leptos-island>c"
        );
        let text = render(|| view! { <p>{"<!>"} {Some(1)}</p> }.into_any());
        assert_eq!(text, "<p>&lt;!&gt;1</p>");
    }
}
