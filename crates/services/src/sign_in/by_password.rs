//! Signing in by a password.

use super::{Browser, NewSignIn, verify_password};
use crate::limits::{FROM_ADDRESS, PASSWORDS};
use crate::{Error, FieldErrors, Result, Services};
use maktab_domain::{EmailAddress, Invalid};
use maktab_store::accounts;

impl Services {
    /// Signs in by address and password.
    ///
    /// # Errors
    /// [`Error::Refused`] at `login` for what is no address and at `password` where the two do not
    /// match, [`Error::TooMany`] after too many wrong ones, or the database failed.
    pub async fn sign_in_by_password(
        &self,
        email: &str,
        password: &str,
        browser: &Browser,
    ) -> Result<NewSignIn> {
        let email = EmailAddress::parse(email).map_err(|why| FieldErrors::of("login", why))?;
        if password.is_empty() {
            return Err(FieldErrors::of("password", Invalid::Required).into());
        }
        let network = browser.network.map(|from| FROM_ADDRESS.by_network(from));
        let [own, all] = PASSWORDS.by_email(&email, browser.network);
        // Counted before the password is looked at, so that many tries at once count too.
        self.count_attempt(network.into_iter().chain([own, all]))
            .await?;
        let account = {
            let mut tx = self.database().read().await?;
            accounts::by_email(&mut tx, email.as_str()).await?
        };
        let open = account.filter(|account| account.disabled_at.is_none());
        let hash = open.as_ref().and_then(|a| a.password_hash.clone());
        let matches = verify_password(password, hash).await?;
        let (true, Some(account)) = (matches, open) else {
            return Err(FieldErrors::of("password", Invalid::Choice).into());
        };
        self.good_attempt(own, network.into_iter().chain([all]))
            .await?;
        let mut tx = self.database().write().await?;
        let new = self.open_sign_in(&mut tx, account.id, browser).await?;
        tx.commit().await.map_err(Error::from)?;
        Ok(new)
    }
}
