//! The settings of the program, as they stand once file, environment and flags are put together.

mod address;
mod secret;
mod sources;

pub(crate) use address::DatabaseUrl;
pub(crate) use secret::Password;
pub(crate) use sources::{Sources, load};

use eyre::{Result, WrapErr, bail};
use maktab_services::PublicAddress;
use serde::Deserialize;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

/// Every key, for the help and its test.
#[cfg(test)]
pub(crate) const KEYS: [&str; 21] = [
    "data_dir",
    "database_url",
    "listen",
    "public_address",
    "site_dir",
    "trusted_proxies",
    "demo",
    "demo_on_public_address",
    "mail.from",
    "mail.smtp_host",
    "mail.smtp_port",
    "mail.smtp_user",
    "mail.smtp_password",
    "mail.tls",
    "log.format",
    "log.filter",
    "limits.body_bytes",
    "limits.request_seconds",
    "limits.concurrent",
    "MAKTAB_CONFIG",
    "MAKTAB_TEST_",
];

/// The settings. Its `Debug` form shows no secret.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Configuration {
    /// Folder of the database, the keys and the files.
    pub data_dir: PathBuf,
    /// The database, where it is not the file in the data folder.
    pub database_url: Option<DatabaseUrl>,
    /// Address and port to listen on.
    pub listen: SocketAddr,
    /// Address in all links, where it is not the one that the server listens on.
    #[serde(deserialize_with = "address::public")]
    pub public_address: Option<PublicAddress>,
    /// Folder of the built site, where it is not in one of the usual places.
    pub site_dir: Option<PathBuf>,
    /// Addresses of reverse proxies, which are believed when they say who asks.
    #[serde(deserialize_with = "address::list")]
    pub trusted_proxies: Vec<IpAddr>,
    /// Whether this is a demonstration.
    pub demo: bool,
    /// Whether a demonstration may be reached from other machines.
    pub demo_on_public_address: bool,
    /// Mail.
    pub mail: Mail,
    /// The log.
    pub log: Log,
    /// Limits.
    pub limits: Limits,
}

/// How mail leaves.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Mail {
    /// Sender, `Name <address>`.
    pub from: Option<String>,
    /// Mail server.
    pub smtp_host: Option<String>,
    /// Its port, where it is not the usual one.
    pub smtp_port: Option<u16>,
    /// Name to sign in with.
    pub smtp_user: Option<String>,
    /// Password to sign in with.
    pub smtp_password: Option<Password>,
    /// How the connection is protected.
    pub tls: Tls,
}

/// How the connection to the mail server is protected.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Tls {
    /// Plain at first, then TLS is demanded (port 587).
    #[default]
    Starttls,
    /// TLS from the first byte (port 465).
    Implicit,
    /// Not at all: only for a mail server on this very machine.
    None,
}

/// The log.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Log {
    /// How it is written.
    pub format: LogFormat,
    /// What is written, as in `RUST_LOG`.
    pub filter: String,
}

/// How the log is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum LogFormat {
    /// Lines for people.
    #[default]
    Pretty,
    /// One JSON object a line.
    Json,
}

impl Default for Log {
    fn default() -> Self {
        Self {
            format: LogFormat::default(),
            filter: "info".to_owned(),
        }
    }
}

/// Limits against mistakes and attacks.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Limits {
    /// Largest form that is read, in bytes.
    pub body_bytes: usize,
    /// Longest time that one request may take, in seconds.
    pub request_seconds: u64,
    /// Requests at once.
    pub concurrent: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body_bytes: 256 * 1024,
            request_seconds: 30,
            concurrent: 256,
        }
    }
}

impl Default for Configuration {
    fn default() -> Self {
        Self {
            data_dir: PathBuf::from("data"),
            database_url: None,
            listen: SocketAddr::from(([127, 0, 0, 1], 3000)),
            public_address: None,
            site_dir: None,
            trusted_proxies: Vec::new(),
            demo: false,
            demo_on_public_address: false,
            mail: Mail::default(),
            log: Log::default(),
            limits: Limits::default(),
        }
    }
}

impl Configuration {
    /// The database: the one named, else the file in the data folder.
    pub fn database(&self) -> DatabaseUrl {
        let own = || DatabaseUrl::sqlite(&self.data_dir.join("maktab.db"));
        self.database_url.clone().unwrap_or_else(own)
    }

    /// The address in all links: the one named, else the one that the server listens on.
    ///
    /// # Errors
    /// None is named, and the one listened on cannot stand in a link.
    pub fn public(&self) -> Result<PublicAddress> {
        match &self.public_address {
            Some(named) => Ok(named.clone()),
            None => PublicAddress::parse(&format!("http://{}", self.listen))
                .map_err(|why| eyre::eyre!("public_address: {why}")),
        }
    }

    /// The folder of the built site: the one named, else `site` beside the program, else
    /// `target/site`.
    pub fn site(&self) -> PathBuf {
        if let Some(named) = &self.site_dir {
            return named.clone();
        }
        let program = std::env::current_exe().ok();
        let beside = program.as_deref().and_then(|path| path.parent());
        beside
            .map(|folder| folder.join("site"))
            .filter(|site| site.join("manifest.json").is_file())
            .unwrap_or_else(|| PathBuf::from("target/site"))
    }

    /// Refuses what must not run: a demonstration, whose passwords everybody knows, that other
    /// machines can reach without having been told so a second time.
    ///
    /// # Errors
    /// A sentence that says what to do.
    pub fn allowed_to_serve(&self) -> Result<()> {
        if !self.demo || self.demo_on_public_address {
            return Ok(());
        }
        if !self.listen.ip().is_loopback() {
            bail!(
                "a demonstration listens on 127.0.0.1 or [::1] only, not on {}: its passwords are \
                 known. If others are to reach it, say so a second time with \
                 --demo-on-public-address",
                self.listen
            );
        }
        let public = self.public()?;
        if !is_loopback(public.host()) {
            bail!(
                "a demonstration has a public address on this machine only, not {}: its passwords \
                 are known. If others are to reach it, say so a second time with \
                 --demo-on-public-address",
                public.as_str()
            );
        }
        Ok(())
    }

    /// What only the whole can tell: the sender is an address, a filter can be read.
    fn checked(self) -> Result<Self> {
        if let Some(from) = &self.mail.from {
            from.parse::<lettre::message::Mailbox>()
                .wrap_err("mail.from has to be `Name <address>`")?;
        }
        tracing_subscriber::EnvFilter::try_new(&self.log.filter).wrap_err("log.filter")?;
        if self.limits.concurrent == 0 || self.limits.request_seconds == 0 {
            bail!("limits.concurrent and limits.request_seconds have to be at least 1");
        }
        Ok(self)
    }
}

/// Whether `host`, perhaps with a port, is this machine itself.
pub(crate) fn is_loopback(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    let bare = name.trim_start_matches('[').trim_end_matches(']');
    name == "localhost"
        || name.ends_with(".localhost")
        || bare.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn demo(listen: &str, public: Option<&str>, told_twice: bool) -> Configuration {
        Configuration {
            demo: true,
            listen: listen.parse().unwrap(),
            public_address: public.map(|text| PublicAddress::parse(text).unwrap()),
            demo_on_public_address: told_twice,
            ..Configuration::default()
        }
    }

    #[test]
    fn a_demonstration_is_for_this_machine_until_told_twice() {
        for here in ["127.0.0.1:3000", "[::1]:3000", "127.9.9.9:1"] {
            assert!(demo(here, None, false).allowed_to_serve().is_ok(), "{here}");
        }
        for elsewhere in ["0.0.0.0:3000", "[::]:3000", "192.0.2.1:80"] {
            let refused = demo(elsewhere, Some("http://localhost"), false).allowed_to_serve();
            let text = refused.unwrap_err().to_string();
            assert!(text.contains("--demo-on-public-address"), "{text}");
            assert!(demo(elsewhere, None, true).allowed_to_serve().is_ok());
            let production = Configuration {
                demo: false,
                ..demo(elsewhere, None, false)
            };
            assert!(production.allowed_to_serve().is_ok());
        }
        let behind_a_proxy = demo("127.0.0.1:3000", Some("https://maktab.example"), false);
        assert!(behind_a_proxy.allowed_to_serve().is_err());
    }

    #[test]
    fn this_machine_is_known_by_its_names() {
        for (host, here) in [
            ("localhost:3000", true),
            ("127.0.0.1", true),
            ("[::1]:80", true),
            ("a.localhost", true),
            ("localhost.example", false),
            ("192.0.2.7:80", false),
        ] {
            assert_eq!(is_loopback(host), here, "{host}");
        }
    }

    #[test]
    fn no_secret_is_shown() {
        let mut settings = Configuration {
            database_url: Some(DatabaseUrl::parse("postgres://maktab:s3cret@db/maktab").unwrap()),
            ..Configuration::default()
        };
        settings.mail.smtp_password = Some(Password::new("hunter2"));
        let shown = format!("{settings:?}");
        assert!(
            !shown.contains("s3cret") && !shown.contains("hunter2"),
            "{shown}"
        );
        assert!(shown.contains("db/maktab"), "{shown}");
    }
}
