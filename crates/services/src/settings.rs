//! What the installation says about itself.

use maktab_domain::Span;

/// The address under which the world reaches this installation, without a trailing slash.
///
/// Links in mails, certificates and credentials are made from it and from nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicAddress {
    text: String,
    host: String,
    https: bool,
}

impl PublicAddress {
    /// Reads `https://host[:port]` or `http://host[:port]`.
    ///
    /// # Errors
    /// A sentence that says what is wrong.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        let text = text.trim().trim_end_matches('/');
        let (https, host) = match (text.strip_prefix("https://"), text.strip_prefix("http://")) {
            (Some(host), _) => (true, host),
            (None, Some(host)) => (false, host),
            (None, None) => return Err("a public address starts with https:// or http://"),
        };
        let allowed = |b: u8| b.is_ascii_alphanumeric() || b"-.:[]".contains(&b);
        if host.is_empty() || !host.bytes().all(allowed) {
            return Err("a public address is a scheme, a host and perhaps a port, without a path");
        }
        Ok(Self {
            text: text.to_owned(),
            host: host.to_owned(),
            https,
        })
    }

    /// The address of `path`, which begins with a slash.
    #[must_use]
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.text)
    }

    /// Host and, where it is not the usual one, port.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Whether it is reached over TLS.
    #[must_use]
    pub const fn is_https(&self) -> bool {
        self.https
    }

    /// The address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

/// What the installation says about itself.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The address for links.
    pub public_address: PublicAddress,
    /// The sender of mails, `Name <address>`.
    pub mail_from: String,
    /// Whether this is a demonstration: mail is shown, not sent.
    pub demo: bool,
    /// How long a seat is held until the address is confirmed.
    pub hold: Span,
    /// How long the mail of a decision waits, so that the decision can be undone.
    pub undo: Span,
    /// How long a sign-in link is good.
    pub link_life: Span,
    /// How long a browser stays signed in without being used.
    pub sign_in_life: Span,
    /// The name of this server among those on the same database, as administrators see it.
    pub replica: String,
}

impl Settings {
    /// The usual settings for an installation at `public_address`.
    #[must_use]
    pub fn new(public_address: PublicAddress) -> Self {
        let domain = public_address
            .host()
            .split(':')
            .next()
            .unwrap_or("localhost");
        Self {
            mail_from: format!("Maktab <no-reply@{domain}>"),
            public_address,
            demo: false,
            hold: Span::hours(24),
            undo: Span::minutes(5),
            link_life: Span::minutes(10),
            sign_in_life: Span::days(14),
            replica: std::process::id().to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_public_address_is_scheme_host_and_port() {
        let address = PublicAddress::parse("http://127.0.0.1:3000/").unwrap();
        assert_eq!(address.link("/v/1"), "http://127.0.0.1:3000/v/1");
        assert_eq!(
            (address.host(), address.is_https()),
            ("127.0.0.1:3000", false)
        );
        for bad in [
            "maktab.example",
            "https://",
            "https://a/b",
            "https://a b",
            "ftp://a",
            "https://u@h",
        ] {
            assert!(PublicAddress::parse(bad).is_err(), "{bad}");
        }
    }
}
