//! What search engines read: what they may look at, and every public page in every language.

use crate::Web;
use crate::web::{Answer, Visit};
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use maktab_domain::Timestamp;
use maktab_locale::{LocalTime, Locale};
use maktab_services::PublicAddress;
use std::fmt::Write;

/// Pages of persons and of staff are nothing for a search engine, nor is each way of filtering.
const CLOSED: [&str; 5] = ["my", "teach", "manage", "nominate", "sign-in"];

pub(super) async fn robots(State(web): State<Web>) -> Response {
    let mut text = String::from("User-agent: *\n");
    for part in CLOSED {
        text += &format!("Disallow: /*/{part}\n");
    }
    text += "Disallow: /*/events?\nDisallow: /*/events.\nDisallow: /language/\nDisallow: /dev/\n\n";
    let address = &web.services.settings().public_address;
    text += &format!("Sitemap: {}\n", address.link("/sitemap.xml"));
    file("text/plain; charset=utf-8", text)
}

pub(super) async fn sitemap(visit: Visit) -> Answer<Response> {
    let found = visit.services().public_addresses().await;
    let found = found.map_err(|error| visit.failure(error))?;
    let mut map = Map::new(&visit.services().settings().public_address);
    for path in ["", "/events", "/courses", "/verify"] {
        map.add(path, None);
    }
    for (slug, changed) in &found.events {
        map.add(&format!("/events/{slug}"), Some(*changed));
    }
    for (slug, changed) in &found.courses {
        map.add(&format!("/courses/{slug}"), Some(*changed));
    }
    Ok(file("application/xml; charset=utf-8", map.finish()))
}

fn file(kind: &'static str, text: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "public, max-age=3600"),
    ];
    (headers, text).into_response()
}

/// A map of the site (sitemaps.org), each page in each language with its translations.
struct Map<'a> {
    address: &'a PublicAddress,
    text: String,
}

impl<'a> Map<'a> {
    fn new(address: &'a PublicAddress) -> Self {
        let text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
            <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
            xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
        Self {
            address,
            text: text.to_owned(),
        }
    }

    /// Adds a page by its path behind the language. Paths are of slugs: nothing has to be escaped.
    fn add(&mut self, path: &str, changed: Option<Timestamp>) {
        let link = |locale: Locale| self.address.link(&format!("/{}{path}", locale.tag()));
        let mut translations = String::new();
        for locale in Locale::ALL {
            let _ = write!(
                translations,
                "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>",
                locale.tag(),
                link(locale)
            );
        }
        let changed = changed.map_or_else(String::new, |at| {
            let day = LocalTime::or_utc(at.millis(), "UTC").iso_date();
            format!("<lastmod>{day}</lastmod>")
        });
        let pages: String = Locale::ALL
            .into_iter()
            .map(|locale| {
                let loc = link(locale);
                format!("<url><loc>{loc}</loc>{changed}{translations}</url>\n")
            })
            .collect();
        self.text.push_str(&pages);
    }

    fn finish(mut self) -> String {
        self.text.push_str("</urlset>\n");
        self.text
    }
}
