//! The server around the pages: everything that holds for every request.

mod csrf;
mod etag;
mod guard;
mod headers;
mod health;
mod linger;
mod log;
mod problems;
mod proxy;
mod site;
mod speculation;

pub(crate) use site::Site;

use crate::configuration::{Configuration, Limits};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use maktab_app::Web;
use std::net::SocketAddr;
use std::sync::Arc;
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

/// Brotli at this level costs a page of 30 kB about a millisecond.
const COMPRESSION: CompressionLevel = CompressionLevel::Precise(5);

/// Puts pages, files and everything around them together. `listen` is where the server
/// listens: the forms of a demonstration may also come from there.
pub(crate) fn router(
    web: &Web,
    site: Site,
    settings: &Configuration,
    listen: SocketAddr,
) -> Router {
    let own = &settings.limits;
    dress(maktab_app::router(web.clone()), web, site, own, listen).layer(from_fn_with_state(
        proxy::Trusted::new(&settings.trusted_proxies),
        proxy::see_through,
    ))
}

/// Puts everything that holds for every request around `pages`.
fn dress(pages: Router, web: &Web, site: Site, limits: &Limits, listen: SocketAddr) -> Router {
    let settings = web.services.settings();
    let origins = Arc::new(csrf::Origins::new(settings, listen));
    // The last layer added is the first that a request meets.
    let pages = pages
        .layer(DefaultBodyLimit::max(limits.body_bytes))
        .layer(from_fn(linger::over_unread))
        .layer(from_fn_with_state(origins, csrf::check))
        .layer(from_fn_with_state(guard::Guard::new(limits), guard::admit))
        .layer(CatchPanicLayer::custom(problems::panicked))
        .layer(from_fn_with_state(web.clone(), problems::fill))
        .layer(from_fn(etag::answer))
        .layer(from_fn(speculation::offer))
        .layer(CompressionLayer::new().quality(COMPRESSION));
    Router::new()
        .merge(health::routes(web.services.clone()))
        .merge(speculation::routes())
        .merge(site.routes())
        .fallback_service(pages)
        .layer(from_fn_with_state(
            headers::Always::new(settings),
            headers::add,
        ))
        .layer(log::layer())
        .layer(from_fn(log::number))
}

#[cfg(test)]
mod tests;
