//! A site on a small programme, and browsers that visit it.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, StatusCode, header};
use maktab_app::{Assets, Web, router};
use maktab_domain::{AccountId, EventId, Span};
use maktab_services::background::KeptMail;
use maktab_services::testing::{Fixture, PlannedEvent};
use std::net::SocketAddr;
use std::sync::Mutex;
use tower::ServiceExt;

pub struct Site {
    pub fixture: Fixture,
    router: Router,
}

/// An answer.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

/// A browser: it keeps its cookie.
pub struct Browser<'a> {
    site: &'a Site,
    cookie: Mutex<Option<String>>,
    network: Option<SocketAddr>,
}

impl Site {
    pub async fn new() -> Self {
        Self::on(Fixture::new().await)
    }

    pub fn on(fixture: Fixture) -> Self {
        let router = router(Web {
            services: fixture.services.clone(),
            assets: Assets::default(),
            travel: fixture
                .services
                .settings()
                .demo
                .then(|| fixture.clock.clone()),
        });
        Self { fixture, router }
    }

    /// With one event, `borders`, as [`Fixture::open_event`] makes it.
    pub async fn with_event() -> Self {
        let site = Self::new().await;
        site.event(|_| ()).await;
        site
    }

    /// Adds the event `borders`, changed.
    pub async fn event(&self, change: impl FnOnce(&mut PlannedEvent)) -> EventId {
        let mut plan = self.fixture.open_event("borders");
        change(&mut plan);
        self.fixture.add_event(&plan).await.0
    }

    pub fn browser(&self) -> Browser<'_> {
        Browser {
            site: self,
            cookie: Mutex::new(None),
            network: None,
        }
    }

    /// A browser that connects from this network address.
    pub fn browser_at(&self, network: &str) -> Browser<'_> {
        Browser {
            network: Some(SocketAddr::new(network.parse().unwrap(), 40_000)),
            ..self.browser()
        }
    }

    /// A browser that is signed in.
    pub async fn signed_in(&self, account: AccountId) -> Browser<'_> {
        let browser = self.browser();
        let secret = self.fixture.sign_in(account).await;
        *browser.cookie.lock().unwrap() = Some(secret.reveal().to_owned());
        browser
    }

    /// Runs the background work once.
    pub async fn background(&self) -> maktab_services::background::Done {
        self.fixture.services.run_due(&KeptMail).await.unwrap()
    }

    pub fn later(&self, span: Span) {
        self.fixture.clock.travel(span);
    }

    /// Registrations, people, seats taken, mails, links: what a refusal must not change.
    pub async fn stored(&self) -> [i64; 5] {
        let f = &self.fixture;
        [
            f.count("SELECT count(*) FROM registrations").await,
            f.count("SELECT count(*) FROM people").await,
            f.count("SELECT CAST(sum(taken) AS BIGINT) FROM events")
                .await,
            f.count("SELECT count(*) FROM outbox").await,
            f.count("SELECT count(*) FROM one_time_links").await,
        ]
    }

    /// The first link of the newest mail to an address that contains `part`, as a path.
    pub async fn link(&self, to: &str, part: &str) -> String {
        let mails = self.fixture.mails_to(to).await;
        let body = &mails.first().unwrap().body;
        let link = body.split_whitespace().find(|word| word.contains(part));
        let path = link.unwrap().strip_prefix("http://127.0.0.1:3000");
        path.unwrap().to_owned()
    }
}

impl Browser<'_> {
    pub async fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, String::new(), &[]).await
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.post_with(path, fields, &[]).await
    }

    pub async fn post_with(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        headers: &[(&str, &str)],
    ) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        self.ask("POST", path, body, headers).await
    }

    /// The value of the cookie that signs in.
    pub fn cookie(&self) -> Option<String> {
        self.cookie.lock().unwrap().clone()
    }

    pub fn use_cookie(&self, value: Option<String>) {
        *self.cookie.lock().unwrap() = value;
    }

    async fn ask(
        &self,
        method: &str,
        path: &str,
        body: String,
        headers: &[(&str, &str)],
    ) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        if let Some(cookie) = self.cookie() {
            request = request.header(header::COOKIE, format!("maktab={cookie}"));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut request = request.body(Body::from(body)).unwrap();
        if let Some(network) = self.network {
            request.extensions_mut().insert(ConnectInfo(network));
        }
        let answer = self.site.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = answer.into_parts();
        self.keep_cookies(&parts.headers);
        let body = to_bytes(body, usize::MAX).await.unwrap();
        let body = String::from_utf8(body.to_vec()).unwrap();
        assert!(
            !body.contains('⟦'),
            "a message is missing on {path}: {body}"
        );
        Answer {
            status: parts.status,
            headers: parts.headers,
            body,
        }
    }

    fn keep_cookies(&self, headers: &HeaderMap) {
        for value in headers.get_all(header::SET_COOKIE) {
            let value = value.to_str().unwrap();
            let Some(rest) = value.strip_prefix("maktab=") else {
                continue;
            };
            let secret = rest.split(';').next().unwrap_or_default();
            self.use_cookie((!secret.is_empty()).then(|| secret.to_owned()));
        }
    }
}

impl Answer {
    pub fn header(&self, name: header::HeaderName) -> &str {
        let value = self.headers.get(name);
        value.map_or("", |value| value.to_str().unwrap())
    }

    /// The body without the keys of its forms, which differ from page to page.
    pub fn unkeyed(&self) -> String {
        const MARK: &str = "name=\"request-key\" value=\"";
        let mut parts = self.body.split(MARK);
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |text, part| {
            text + part.split_once('"').map_or("", |(_, rest)| rest)
        })
    }

    pub fn location(&self) -> &str {
        self.header(header::LOCATION)
    }

    /// Whether the field of this name is marked as refused, with an error that is tied to it.
    pub fn refuses(&self, field: &str) -> bool {
        let id = format!("id=\"{field}\"");
        let tags = self.body.split('<');
        let mut marked = tags.filter(|tag| tag.contains(&id) && tag.contains("aria-invalid"));
        let tied = format!("{field}-error");
        marked.any(|tag| tag.contains(&tied))
            && self.body.contains(&format!("id=\"{tied}\""))
            && self.body.contains(&format!("href=\"#{field}\""))
    }
}

/// The form of registration, filled in by a person of this address.
pub fn filled(email: &str) -> Vec<(&'static str, String)> {
    [
        ("email", email),
        ("name", "Aziza Karimova"),
        ("native-name", "Азиза Каримова"),
        ("native-language", "uz"),
        ("country", "UZ"),
        ("institution", "State Border Committee"),
        ("job-title", "Inspector"),
        ("consent", "yes"),
    ]
    .map(|(name, value)| (name, value.to_owned()))
    .to_vec()
}

/// The same with one field changed; an empty value leaves a box unticked.
pub fn filled_but(email: &str, field: &'static str, value: &str) -> Vec<(&'static str, String)> {
    let mut form = filled(email);
    form.retain(|(name, _)| *name != field);
    if field != "consent" {
        form.push((field, value.to_owned()));
    }
    form
}

impl Browser<'_> {
    /// Posts the form of registration for `borders`.
    pub async fn register(&self, form: &[(&'static str, String)]) -> Answer {
        let fields: Vec<(&str, &str)> = form.iter().map(|(n, v)| (*n, v.as_str())).collect();
        self.post("/en/events/borders/register", &fields).await
    }
}
