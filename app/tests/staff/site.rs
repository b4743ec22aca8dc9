//! A site on a small programme, and a browser to ask it.

use axum::body::{Body, to_bytes};
use axum::http::request::Builder;
use axum::http::{Request, StatusCode, header};
use maktab_app::{Assets, Web, router};
use maktab_domain::{AccountId, OrganisationId, Role};
use maktab_services::Secret;
use maktab_services::testing::Fixture;
use tower::ServiceExt;

pub struct Site {
    pub fixture: Fixture,
}

pub struct Reply {
    pub status: StatusCode,
    pub location: String,
    pub kind: String,
    pub body: String,
}

impl Site {
    pub async fn new() -> Self {
        Self {
            fixture: Fixture::new().await,
        }
    }

    pub async fn sign_in(&self, account: AccountId) -> Option<Secret> {
        Some(self.fixture.sign_in(account).await)
    }

    /// A new person with this role, signed in.
    pub async fn role(&self, role: Role, organisation: Option<OrganisationId>) -> Option<Secret> {
        let actor = self.fixture.actor_with(role, organisation).await;
        self.sign_in(actor.account).await
    }

    pub async fn get(&self, who: Option<&Secret>, path: &str) -> Reply {
        self.ask("GET", who, path, Body::empty()).await
    }

    pub async fn post(&self, who: Option<&Secret>, path: &str, fields: &[(&str, &str)]) -> Reply {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        self.ask("POST", who, path, Body::from(body)).await
    }

    async fn ask(&self, method: &str, who: Option<&Secret>, path: &str, body: Body) -> Reply {
        let kind = "application/x-www-form-urlencoded";
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::CONTENT_TYPE, kind);
        self.send(who, request, body).await
    }

    /// Sends a request as it is.
    pub async fn send(&self, who: Option<&Secret>, request: Builder, body: Body) -> Reply {
        let site = router(Web {
            services: self.fixture.services.clone(),
            assets: Assets::default(),
            travel: None,
        });
        let mut request = request;
        if let Some(secret) = who {
            request = request.header(header::COOKIE, format!("maktab={}", secret.reveal()));
        }
        let request = request.body(body).unwrap();
        let path = request.uri().to_string();
        let answer = site.oneshot(request).await.unwrap();
        let text = |name| {
            let value = answer.headers().get(name).map(|v| v.to_str().unwrap());
            value.unwrap_or_default().to_owned()
        };
        let (location, kind) = (text(header::LOCATION), text(header::CONTENT_TYPE));
        let status = answer.status();
        let body = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
        // A workbook is no text.
        let body = String::from_utf8_lossy(&body).into_owned();
        assert!(
            !body.contains('⟦'),
            "a message is missing on {path}: {body}"
        );
        Reply {
            status,
            location,
            kind,
            body,
        }
    }
}

impl Reply {
    /// The pieces of the page between `before` and the next `after`.
    pub fn all_between(&self, before: &str, after: &str) -> Vec<String> {
        let pieces = self.body.split(before).skip(1);
        let pieces = pieces.filter_map(|rest| rest.split(after).next());
        pieces.map(str::to_owned).collect()
    }
}
