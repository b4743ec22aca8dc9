//! How the installation is reached: the public address, where it listens, as what it runs.

use super::Finding;
use crate::configuration::{Configuration, is_loopback};

/// Whether the links in mails and certificates can be followed by those who get them.
pub(super) fn public_address(settings: &Configuration) -> Finding {
    const TOPIC: &str = "address";
    let remedy = "Set public_address to the address that visitors use, as in \
                  https://training.example.org";
    let public = match settings.public() {
        Ok(public) => public,
        Err(error) => return Finding::wrong(TOPIC, error.to_string(), remedy),
    };
    let text = public.as_str();
    if settings.demo {
        return Finding::good(TOPIC, format!("links begin with {text}"));
    }
    if is_loopback(public.host()) {
        let seen = format!("links begin with {text}, which only this machine can follow");
        return Finding::wrong(TOPIC, seen, remedy);
    }
    if !public.is_https() {
        let seen = format!("links begin with {text}, without TLS");
        let remedy = "Put a reverse proxy with TLS in front of the server, and set public_address \
                      to its https address.";
        return Finding::wrong(TOPIC, seen, remedy);
    }
    Finding::good(TOPIC, format!("links begin with {text}"))
}

/// Whether the server listens where it should.
pub(super) fn listening(settings: &Configuration) -> Finding {
    const TOPIC: &str = "listening";
    let listen = settings.listen;
    if settings.demo || listen.ip().is_loopback() {
        return proxies(settings);
    }
    let seen = format!("on {listen}, without TLS, reachable from other machines");
    let remedy = "That is right only where a reverse proxy on another machine or in another \
                  container comes in here, and nobody else can.";
    Finding::note(TOPIC, seen, remedy)
}

/// Behind a proxy that is not named, all visitors look like one, and share one limit. Where
/// visitors use TLS and the server is reached from its own machine only, there is a proxy.
fn proxies(settings: &Configuration) -> Finding {
    const TOPIC: &str = "listening";
    let seen = format!("on {}", settings.listen);
    let proxied = settings.public().is_ok_and(|public| public.is_https());
    if proxied && settings.trusted_proxies.is_empty() {
        let seen = format!(
            "{seen}, and the reverse proxy in front of it is not named: all visitors share the \
             limits of one"
        );
        let remedy = "Set trusted_proxies to the address from which the proxy connects, as in \
                      127.0.0.1,\nand let the proxy say who asks in X-Forwarded-For.";
        return if settings.listen.ip().is_loopback() {
            Finding::wrong(TOPIC, seen, remedy)
        } else {
            Finding::note(TOPIC, seen, remedy)
        };
    }
    Finding::good(TOPIC, seen)
}

/// What being a demonstration means, and whether it is allowed here.
pub(super) fn demonstration(settings: &Configuration) -> Finding {
    const TOPIC: &str = "demo";
    if !settings.demo && !settings.demo_on_public_address {
        return Finding::good(TOPIC, "this is no demonstration");
    }
    if !settings.demo {
        let remedy = "Remove demo_on_public_address: it means nothing without demo.";
        return Finding::note(TOPIC, "demo_on_public_address is set", remedy);
    }
    match settings.allowed_to_serve() {
        Err(error) => Finding::wrong(
            TOPIC,
            error.to_string(),
            "Listen on 127.0.0.1, or set demo_on_public_address as well.",
        ),
        Ok(()) => Finding::note(
            TOPIC,
            "this is a demonstration: passwords are known, mail stays here, /dev exists",
            "",
        ),
    }
}
