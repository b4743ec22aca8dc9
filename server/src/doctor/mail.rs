//! Whether mail can leave: the mail server answers, accepts TLS and the password. Nothing is sent.

use super::Finding;
use crate::configuration::{Configuration, Tls, is_loopback};
use crate::mail::Smtp;
use std::time::Duration;

const TOPIC: &str = "mail";
const PATIENCE: Duration = Duration::from_secs(10);

pub(super) async fn mail(settings: &Configuration) -> Vec<Finding> {
    if settings.demo {
        return vec![Finding::good(
            TOPIC,
            "stays here, to be read under /dev/mail",
        )];
    }
    let mut findings = vec![server(settings).await];
    if settings.mail.from.is_none() {
        findings.push(Finding::wrong(
            "sender",
            "mails have no sender of their own",
            "Set mail.from to an address that can be answered, as in `Training <training@example.org>`.",
        ));
    }
    findings
}

async fn server(settings: &Configuration) -> Finding {
    let own = &settings.mail;
    let Some(host) = &own.smtp_host else {
        let remedy = "Set mail.smtp_host, and what your mail server asks for: mail.smtp_user, \
                      mail.smtp_password, mail.tls.";
        let seen = "no mail server is named: nobody can confirm a registration or sign in by link";
        return Finding::wrong(TOPIC, seen, remedy);
    };
    if own.tls == Tls::None && !is_loopback(host) {
        let seen = format!("mail to {host} would travel without TLS");
        return Finding::wrong(TOPIC, seen, "Set mail.tls to starttls or implicit.");
    }
    let smtp = match Smtp::new(own) {
        Ok(smtp) => smtp,
        Err(error) => return Finding::wrong(TOPIC, error.to_string(), "Correct mail.smtp_host."),
    };
    match tokio::time::timeout(PATIENCE, smtp.test()).await {
        Ok(Ok(())) => Finding::good(TOPIC, format!("{} takes mail", smtp.place())),
        Ok(Err(error)) => {
            let remedy = "Correct mail.smtp_host, mail.smtp_port, mail.tls, mail.smtp_user or \
                          mail.smtp_password, or ask who runs the mail server.";
            Finding::wrong(TOPIC, format!("{}: {error}", smtp.place()), remedy)
        }
        Err(_) => {
            let remedy =
                "Correct mail.smtp_host and mail.smtp_port, or open the way in the firewall.";
            Finding::wrong(TOPIC, format!("{} does not answer", smtp.place()), remedy)
        }
    }
}
