//! How mail leaves: by SMTP to the configured server.

mod letter;

use crate::configuration::{Configuration, Mail, Tls};
use eyre::{Result, WrapErr, bail};
use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use maktab_services::background::{KeptMail, MailFailure, MailTransport, OutgoingMail, Sending};
use std::sync::Arc;
use std::time::Duration;

/// The way out for mail: in a demonstration there is none.
///
/// # Errors
/// The settings do not name a mail server rightly.
pub(crate) fn transport(settings: &Configuration) -> Result<Arc<dyn MailTransport>> {
    if settings.demo {
        return Ok(Arc::new(KeptMail));
    }
    if settings.mail.smtp_host.is_none() {
        tracing::warn!("no mail server is named (mail.smtp_host): no mail can leave");
        return Ok(Arc::new(NoWayOut));
    }
    Ok(Arc::new(Smtp::new(&settings.mail)?))
}

/// Keeps mail waiting until a mail server is named.
struct NoWayOut;

impl MailTransport for NoWayOut {
    fn send<'a>(&'a self, _: &'a OutgoingMail) -> Sending<'a> {
        let failure = MailFailure {
            text: "no mail server is named (mail.smtp_host)".to_owned(),
            for_good: false,
        };
        Box::pin(std::future::ready(Err(failure)))
    }
}

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

impl MailTransport for Smtp {
    fn send<'a>(&'a self, mail: &'a OutgoingMail) -> Sending<'a> {
        Box::pin(async move {
            let letter = letter::letter(mail).map_err(|error| MailFailure {
                text: without(&error.to_string(), &mail.to),
                for_good: true,
            })?;
            let sent = self.transport.send(letter).await;
            sent.map(drop).map_err(|error| failure(&error, &mail.to))
        })
    }
}

/// What the mail server said, without the address, which must not get into the log.
fn failure(error: &SmtpError, to: &str) -> MailFailure {
    let cause = std::error::Error::source(error).map(ToString::to_string);
    let said = format!("{error} {}", cause.unwrap_or_default());
    MailFailure {
        for_good: error.is_permanent() && is_about_the_address(&said),
        text: without(&said, to),
    }
}

/// Whether the answer says that there is no such mailbox (RFC 3463, class 5.1, and 5.2.1 for one
/// that is closed). A wrong password or a refused relay is final too for this attempt, but it is
/// a mistake of ours, and the mail waits until it is corrected.
fn is_about_the_address(said: &str) -> bool {
    said.contains(" 5.1.") || said.contains(" 5.2.1 ")
}

fn without(text: &str, address: &str) -> String {
    text.replace(address, "…")
}

#[cfg(test)]
mod tests;
