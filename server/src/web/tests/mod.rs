//! The built router, asked as a browser would ask it.

mod answers;
mod files;
mod uploads;
mod writes;

use super::{Site, dress, router};
use crate::configuration::{Configuration, Limits};
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use axum::response::Response;
use http_body_util::BodyExt;
use maktab_app::{Assets, Web};
use maktab_domain::Timestamp;
use maktab_services::{PublicAddress, SeededRandom, Services, Settings, TravelClock};
use maktab_store::Database;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use tower::ServiceExt;

/// The form of the answer that the tests look at.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value.map_or("", |value| value.to_str().unwrap())
    }

    fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }
}

/// An installation with an empty database, in a folder that is removed with it.
struct Installation {
    web: Web,
    folder: PathBuf,
    listen: SocketAddr,
}

impl Drop for Installation {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.folder));
    }
}

impl Installation {
    async fn new(name: &str, public: &str, demo: bool) -> Self {
        let folder = format!("maktab-server-{}-{name}", std::process::id());
        let folder = std::env::temp_dir().join(folder);
        std::fs::create_dir_all(&folder).unwrap();
        let address = format!("sqlite:{}", folder.join("maktab.db").display());
        let database = Database::open(&address).await.unwrap();
        database.migrate().await.unwrap();
        let mut settings = Settings::new(PublicAddress::parse(public).unwrap());
        settings.demo = demo;
        let clock = Arc::new(TravelClock::stopped(Timestamp(1_795_000_000_000)));
        let random = Arc::new(SeededRandom::new(7));
        let web = Web {
            services: Services::new(database, clock.clone(), random, settings),
            assets: Assets::default(),
            travel: demo.then_some(clock),
        };
        let listen = ([127, 0, 0, 1], 3000).into();
        Self {
            web,
            folder,
            listen,
        }
    }

    async fn production(name: &str) -> Self {
        Self::new(name, "https://maktab.example", false).await
    }

    fn router(&self) -> Router {
        router(
            &self.web,
            Site::empty(),
            &Configuration::default(),
            self.listen,
        )
    }

    /// Pages of the test's own, within everything that holds for every request.
    fn around(&self, pages: Router, limits: &Limits) -> Router {
        dress(pages, &self.web, Site::empty(), limits, self.listen)
    }
}

async fn ask(router: &Router, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
    send(router, method, path, headers, Body::empty()).await
}

async fn send(
    router: &Router,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: Body,
) -> Answer {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(body).unwrap();
    read(router.clone().oneshot(request).await.unwrap()).await
}

async fn read(response: Response) -> Answer {
    let (parts, body) = response.into_parts();
    Answer {
        status: parts.status,
        headers: parts.headers,
        body: body.collect().await.unwrap().to_bytes().to_vec(),
    }
}
