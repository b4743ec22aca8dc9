//! Setting or changing one's password.

use crate::limits::PASSWORDS;
use crate::sign_in::{Browser, NewPassword, NewSignIn, hash_password, verify_password};
use crate::{Actor, Error, FieldErrors, Result, Services, mail};
use maktab_domain::Invalid;
use maktab_store::accounts;

/// The form of the password as it was typed.
#[derive(Clone, Default)]
pub struct PasswordForm {
    /// The present one; not looked at where none is set.
    pub current: String,
    /// The new one.
    pub new: String,
}

impl Services {
    /// Sets or changes one's password. All other browsers are signed out, links to sign in with
    /// that are under way are useless, and a mail says so. This browser's new secret.
    ///
    /// # Errors
    /// [`Error::Refused`] where the present one is wrong or the new one is not good enough,
    /// [`Error::TooMany`] after too many wrong ones, or the database failed.
    pub async fn change_password(
        &self,
        actor: &Actor,
        browser: &Browser,
        form: &PasswordForm,
    ) -> Result<NewSignIn> {
        let this_browser = browser.secret.as_ref().ok_or(Error::SignInFirst)?;
        let account = {
            let mut tx = self.database().read().await?;
            let found = accounts::by_id(&mut tx, actor.account).await?;
            found.ok_or(Error::NotFound)?
        };
        let own = [actor.email.as_str(), actor.name.as_str()];
        let new = NewPassword::parse(&form.new, &own);
        if let Some(hash) = account.password_hash {
            let [own, all] = PASSWORDS.by_email(&actor.email, browser.network);
            self.count_attempt([own, all]).await?;
            if !verify_password(&form.current, Some(hash)).await? {
                return Err(FieldErrors::of("current-password", Invalid::Choice).into());
            }
            self.good_attempt(own, [all]).await?;
        }
        let new = new.map_err(|why| FieldErrors::of("new-password", why))?;
        let hash = hash_password(new, self.random()).await?;
        let now = self.now();
        let locale = mail::language(&account.language);
        let address = &self.settings().public_address;
        let mut tx = self.database().write().await?;
        accounts::set_password(&mut tx, actor.account, &hash).await?;
        let (new_sign_in, _) = self.shut_others_out(&mut tx, actor, this_browser).await?;
        let name = &account.name_latin;
        let letter = mail::password_changed(&actor.email, locale, name, address, now);
        self.post(&mut tx, &letter).await?;
        let (who, what) = (Some(actor.account), "account.password-changed");
        self.record(&mut tx, who, what, actor.account.0, &serde_json::json!({}))
            .await?;
        tx.commit().await?;
        self.wake_background();
        Ok(new_sign_in)
    }
}
