//! How mail leaves: by SMTP to the configured server.

use crate::configuration::{Mail, Tls};
use eyre::{Result, WrapErr, bail};
use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncSmtpTransport, Tokio1Executor};
use std::time::Duration;

/// So long may the mail server take to answer.
const PATIENCE: Duration = Duration::from_secs(20);

/// The connection to the mail server.
pub(crate) struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    place: String,
}

impl Smtp {
    /// The mail server of the settings.
    ///
    /// # Errors
    /// None is named, or its name cannot be one.
    pub fn new(settings: &Mail) -> Result<Self> {
        let Some(host) = settings.smtp_host.as_deref() else {
            bail!("no mail server is named (mail.smtp_host)");
        };
        let (builder, usual) = match settings.tls {
            Tls::Starttls => (
                AsyncSmtpTransport::<Tokio1Executor>::starttls_relay(host),
                587,
            ),
            Tls::Implicit => (AsyncSmtpTransport::<Tokio1Executor>::relay(host), 465),
            Tls::None => (
                Ok(AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(
                    host,
                )),
                25,
            ),
        };
        let port = settings.smtp_port.unwrap_or(usual);
        let mut builder = builder
            .wrap_err_with(|| format!("mail.smtp_host {host:?}"))?
            .port(port)
            .timeout(Some(PATIENCE));
        match (&settings.smtp_user, &settings.smtp_password) {
            (Some(user), Some(password)) => {
                let own = Credentials::new(user.clone(), password.reveal().to_owned());
                builder = builder.credentials(own);
            }
            (None, None) => {}
            _ => bail!("mail.smtp_user and mail.smtp_password belong together"),
        }
        Ok(Self {
            transport: builder.build(),
            place: format!("{host}:{port}"),
        })
    }

    /// Host and port.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// Connects, signs in and leaves again.
    ///
    /// # Errors
    /// What the mail server, or the way to it, says.
    pub async fn test(&self) -> Result<()> {
        let taken = self.transport.test_connection().await.map_err(|error| {
            let cause = std::error::Error::source(&error).map(ToString::to_string);
            eyre::eyre!("{}", cause.unwrap_or_else(|| error.to_string()))
        })?;
        if taken {
            Ok(())
        } else {
            bail!("the mail server did not answer as one")
        }
    }
}
