//! Signing in by a link that is mailed: good once, and for minutes.

use super::{Browser, NewSignIn};
use crate::limits::{FROM_ADDRESS, MAILS};
use crate::{FieldErrors, Result, Secret, Services, mail};
use maktab_domain::{AccountId, EmailAddress};
use maktab_locale::Locale;
use maktab_store::{accounts, links, people};

/// What a link leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignInLink {
    /// A button that signs in.
    Good,
    /// It was used, has expired, or never was.
    Useless,
}

impl Services {
    /// Mails a link to sign in with to an address, or says in the mail that nobody here has it.
    /// `next` is the path of ours to go on to.
    ///
    /// # Errors
    /// [`crate::Error::Refused`] for what is no address, [`crate::Error::TooMany`], or the
    /// database failed.
    pub async fn request_sign_in_link(
        &self,
        locale: Locale,
        email: &str,
        next: Option<&str>,
        browser: &Browser,
    ) -> Result<()> {
        let email = EmailAddress::parse(email).map_err(|why| FieldErrors::of("email", why))?;
        let network = browser.network.map(|from| FROM_ADDRESS.by_network(from));
        let mails = MAILS.by_email(&email, browser.network);
        self.count_attempt(network.into_iter().chain(mails)).await?;
        let now = self.now();
        let address = &self.settings().public_address;
        let mut tx = self.database().write().await?;
        let person = people::by_email(&mut tx, email.as_str()).await?;
        let account = match &person {
            Some(person) => {
                let id = self.new_id(AccountId);
                let id = accounts::ensure(&mut tx, id, person.id, now).await?;
                accounts::by_id(&mut tx, id).await?
            }
            None => None,
        };
        let open = account.filter(|account| account.disabled_at.is_none());
        let letter = match open {
            Some(account) => {
                let secret = self.new_secret();
                let hash = secret.hash().0;
                let life = self.settings().link_life;
                let purpose = links::Purpose::SignIn;
                links::insert(&mut tx, &hash, purpose, account.id.0, now, now + life).await?;
                let path = link_path(locale, &secret, next);
                let link = address.link(&path);
                // A name that nobody has confirmed may be whatever a stranger wrote.
                let proven = person.is_some_and(|person| person.email_verified_at.is_some());
                let name = proven.then_some(account.name_latin.as_str());
                mail::sign_in(&email, locale, name, &link, (life, now))
            }
            None => mail::sign_in_unknown(&email, locale, address),
        };
        self.post(&mut tx, &letter).await?;
        tx.commit().await?;
        self.wake_background();
        Ok(())
    }

    /// Whether a link is good. Changes nothing.
    ///
    /// # Errors
    /// The database failed.
    pub async fn sign_in_link(&self, token: &str) -> Result<SignInLink> {
        let Some(secret) = Secret::parse(token) else {
            return Ok(SignInLink::Useless);
        };
        let mut tx = self.database().read().await?;
        let found = links::find(&mut tx, &secret.hash().0, links::Purpose::SignIn).await?;
        let good = found.is_some_and(|l| l.used_at.is_none() && l.expires_at > self.now());
        Ok(if good {
            SignInLink::Good
        } else {
            SignInLink::Useless
        })
    }

    /// Signs in by a link; `None` where it is useless. The address is proven with it.
    ///
    /// # Errors
    /// The database failed.
    pub async fn sign_in_by_link(
        &self,
        token: &str,
        browser: &Browser,
    ) -> Result<Option<NewSignIn>> {
        let Some(secret) = Secret::parse(token) else {
            return Ok(None);
        };
        let now = self.now();
        let purpose = links::Purpose::SignIn;
        let mut tx = self.database().write().await?;
        let Some(subject) = links::use_up(&mut tx, &secret.hash().0, purpose, now).await? else {
            return Ok(None);
        };
        let account = accounts::by_id(&mut tx, AccountId(subject)).await?;
        let Some(account) = account.filter(|account| account.disabled_at.is_none()) else {
            return Ok(None);
        };
        people::verify_email(&mut tx, account.person_id, now).await?;
        links::use_up_all(&mut tx, subject, purpose, now).await?;
        let new = self.open_sign_in(&mut tx, account.id, browser).await?;
        tx.commit().await?;
        Ok(Some(new))
    }
}

/// The path of a link; where to go on to stands in its query.
fn link_path(locale: Locale, secret: &Secret, next: Option<&str>) -> String {
    let path = format!("/{}/sign-in/{}", locale.tag(), secret.reveal());
    match next {
        Some(next) => format!("{path}?next={}", percent_encoded(next)),
        None => path,
    }
}

/// Everything but unreserved characters and slashes in percent form (RFC 3986).
fn percent_encoded(text: &str) -> String {
    let keep = |b: u8| b.is_ascii_alphanumeric() || b"-._~/".contains(&b);
    text.bytes()
        .map(|b| match keep(b) {
            true => char::from(b).to_string(),
            false => format!("%{b:02X}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::percent_encoded;

    #[test]
    fn where_to_go_on_to_survives_a_query() {
        assert_eq!(percent_encoded("/en/my?a=b&c#d"), "/en/my%3Fa%3Db%26c%23d");
    }
}
