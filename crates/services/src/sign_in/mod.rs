//! Signing in: by a link that is mailed, or by a password; and signing out.
//!
//! Whether an address is known shows in no answer: not in its text, nor in its
//! status, nor in the time that it takes.

mod by_link;
mod by_password;
mod password;

pub use by_link::SignInLink;
pub(crate) use password::{NewPassword, hash_password, verify_password};

use crate::{Result, Secret, Services};
use maktab_domain::{AccountId, SignInId};
use maktab_store::{Tx, accounts};
use std::net::IpAddr;

/// The browser that asks.
#[derive(Debug, Clone, Default)]
pub struct Browser {
    /// The value of its cookie, where it has one.
    pub secret: Option<Secret>,
    /// What it says of itself.
    pub user_agent: String,
    /// The network address that asks: the other end of the connection, or what a proxy that the
    /// settings trust says of it.
    pub network: Option<IpAddr>,
}

/// A browser that has just signed in.
#[derive(Debug)]
pub struct NewSignIn {
    /// The value of its cookie.
    pub secret: Secret,
}

impl Services {
    /// Signs a browser in, with a new secret each time; what it was signed in with before ends.
    pub(crate) async fn open_sign_in(
        &self,
        tx: &mut Tx,
        account: AccountId,
        browser: &Browser,
    ) -> Result<NewSignIn> {
        let secret = self.new_secret();
        let id = self.new_id(SignInId);
        let now = self.now();
        let until = now + self.settings().sign_in_life;
        let hash = secret.hash().0;
        let agent: String = browser.user_agent.chars().take(200).collect();
        if let Some(former) = &browser.secret {
            accounts::sign_out(tx, &former.hash().0).await?;
        }
        accounts::sign_in(tx, id, &hash, account, now, until, &agent).await?;
        let nothing = serde_json::json!({});
        self.record(tx, Some(account), "account.signed-in", account.0, &nothing)
            .await?;
        Ok(NewSignIn { secret })
    }

    /// Signs a browser out. Harmless where it is out already.
    ///
    /// # Errors
    /// The database failed.
    pub async fn sign_out(&self, secret: &Secret) -> Result<()> {
        let mut tx = self.database().write().await?;
        accounts::sign_out(&mut tx, &secret.hash().0).await?;
        Ok(tx.commit().await?)
    }
}
