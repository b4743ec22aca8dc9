//! Somebody who asks the router for pages, signed in or not.

use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use maktab_app::{Assets, Web, router};
use maktab_services::{Secret, Services};
use tower::ServiceExt;

pub struct Browser {
    services: Services,
    secret: Option<Secret>,
    /// What is asked for beside the cookie.
    pub languages: &'static str,
}

pub struct Reply {
    pub status: StatusCode,
    headers: HeaderMap,
    pub bytes: Bytes,
}

impl Browser {
    pub fn new(services: Services, secret: Option<Secret>) -> Self {
        Self {
            services,
            secret,
            languages: "",
        }
    }

    pub async fn get(&self, path: &str) -> Reply {
        self.ask("GET", path, Body::empty()).await
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let mut form = form_urlencoded::Serializer::new(String::new());
        let body = form.extend_pairs(fields).finish();
        self.ask("POST", path, Body::from(body)).await
    }

    async fn ask(&self, method: &str, path: &str, body: Body) -> Reply {
        let site = router(Web {
            services: self.services.clone(),
            assets: Assets::default(),
            travel: None,
        });
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::ACCEPT_LANGUAGE, self.languages)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        if let Some(secret) = &self.secret {
            request = request.header(header::COOKIE, format!("maktab={}", secret.reveal()));
        }
        let answer = site.oneshot(request.body(body).unwrap()).await.unwrap();
        let (status, headers) = (answer.status(), answer.headers().clone());
        let bytes = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
        let reply = Reply {
            status,
            headers,
            bytes,
        };
        assert!(
            !reply.text().contains('⟦'),
            "a message is missing on {path}"
        );
        reply
    }
}

impl Reply {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value.map_or("", |value| value.to_str().unwrap())
    }

    pub fn location(&self) -> &str {
        self.header("location")
    }

    /// Asserts that the page says this.
    pub fn says(&self, what: &str) {
        let text = self.text();
        let place = text.find("<main").unwrap_or(0);
        assert!(
            text.contains(what),
            "{what:?} is not said in {}",
            &text[place..]
        );
    }

    pub fn does_not_say(&self, what: &str) {
        assert!(!self.text().contains(what), "{what:?} is said");
    }
}
