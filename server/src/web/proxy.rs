//! Whose request it is where a reverse proxy stands in front.
//!
//! What a request says of itself (`X-Forwarded-For`) is believed only from the
//! proxies that the settings name; from everybody else it changes nothing.

use axum::extract::{ConnectInfo, Request, State};
use axum::http::HeaderMap;
use axum::middleware::Next;
use axum::response::Response;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

/// The addresses of the proxies.
#[derive(Clone)]
pub(super) struct Trusted(Arc<[IpAddr]>);

impl Trusted {
    pub fn new(proxies: &[IpAddr]) -> Self {
        Self(proxies.into())
    }

    fn trusts(&self, address: IpAddr) -> bool {
        self.0.contains(&address.to_canonical())
    }

    /// The address of the visitor: the last one in the list that is none of our proxies'.
    /// Each proxy adds at the end whom it was asked by; what stands before may be invented.
    fn visitor(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        if !self.trusts(peer) {
            return peer;
        }
        let lists = headers.get_all("x-forwarded-for").iter();
        let lists: Vec<&str> = lists.filter_map(|list| list.to_str().ok()).collect();
        let mut visitor = peer;
        for named in lists.join(",").rsplit(',') {
            let Ok(address) = named.trim().parse::<IpAddr>() else {
                return visitor;
            };
            visitor = address;
            if !self.trusts(address) {
                return visitor;
            }
        }
        visitor
    }
}

/// The layer: puts the visitor in the place of the proxy.
pub(super) async fn see_through(
    State(trusted): State<Trusted>,
    mut request: Request,
    next: Next,
) -> Response {
    let peer = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .copied();
    if let Some(ConnectInfo(peer)) = peer {
        let visitor = trusted.visitor(peer.ip(), request.headers());
        if visitor != peer.ip() {
            // The port is the proxy's own and means nothing.
            let visitor = SocketAddr::new(visitor, 0);
            request.extensions_mut().insert(ConnectInfo(visitor));
        }
    }
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn only_a_named_proxy_says_who_asks() {
        let proxies = ["10.0.0.1".parse().unwrap(), "10.0.0.2".parse().unwrap()];
        let trusted = Trusted::new(&proxies);
        for (peer, lists, visitor) in [
            ("192.0.2.7", &["203.0.113.9"][..], "192.0.2.7"),
            ("10.0.0.1", &[], "10.0.0.1"),
            ("10.0.0.1", &["203.0.113.9"], "203.0.113.9"),
            ("::ffff:10.0.0.1", &["203.0.113.9"], "203.0.113.9"),
            ("10.0.0.1", &["127.0.0.1, 203.0.113.9"], "203.0.113.9"),
            (
                "10.0.0.1",
                &["1.1.1.1", "203.0.113.9, 10.0.0.2"],
                "203.0.113.9",
            ),
            ("10.0.0.1", &["203.0.113.9, unknown"], "10.0.0.1"),
            ("10.0.0.1", &["2001:db8::1"], "2001:db8::1"),
        ] {
            let mut headers = HeaderMap::new();
            for list in lists {
                headers.append("x-forwarded-for", HeaderValue::from_static(list));
            }
            let found = trusted.visitor(peer.parse().unwrap(), &headers);
            assert_eq!(found.to_string(), visitor, "{peer} {lists:?}");
        }
    }
}
