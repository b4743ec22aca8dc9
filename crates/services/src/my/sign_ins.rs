//! One's signed-in browsers.

use crate::sign_in::NewSignIn;
use crate::{Actor, Error, Result, Secret, Services};
use maktab_domain::Timestamp;
use maktab_store::{Tx, accounts, links};

/// A signed-in browser.
#[derive(Debug, Clone)]
pub struct OwnSignIn {
    /// When it was signed in.
    pub since: Timestamp,
    /// When it was last noted to be in use.
    pub seen: Timestamp,
    /// What the browser said of itself.
    pub user_agent: String,
    /// Whether it is the one that asks.
    pub is_this: bool,
}

/// What the page of one's account shows.
#[derive(Debug, Clone)]
pub struct OwnAccount {
    /// Whether a password is set.
    pub has_password: bool,
    /// The signed-in browsers, the one used last first.
    pub sign_ins: Vec<OwnSignIn>,
}

impl Services {
    /// What the page of one's account shows.
    ///
    /// # Errors
    /// The database failed.
    pub async fn my_account(&self, actor: &Actor, this_browser: &Secret) -> Result<OwnAccount> {
        let mut tx = self.database().read().await?;
        let account = accounts::by_id(&mut tx, actor.account).await?;
        let account = account.ok_or(Error::NotFound)?;
        let this = this_browser.hash().0;
        let rows = accounts::sign_ins(&mut tx, actor.account, self.now()).await?;
        let sign_ins = rows.into_iter().map(|row| OwnSignIn {
            since: row.created_at,
            seen: row.seen_at,
            is_this: row.token_hash == this,
            user_agent: row.user_agent,
        });
        Ok(OwnAccount {
            has_password: account.password_hash.is_some(),
            sign_ins: sign_ins.collect(),
        })
    }

    /// Signs out all browsers but this one, and makes links to sign in with that are under way
    /// useless. This browser's new secret.
    ///
    /// # Errors
    /// The database failed.
    pub async fn sign_out_everywhere_else(
        &self,
        actor: &Actor,
        this_browser: &Secret,
    ) -> Result<NewSignIn> {
        let mut tx = self.database().write().await?;
        let (new, count) = self.shut_others_out(&mut tx, actor, this_browser).await?;
        let detail = serde_json::json!({ "browsers": count });
        let (who, what) = (Some(actor.account), "account.signed-out-elsewhere");
        self.record(&mut tx, who, what, actor.account.0, &detail)
            .await?;
        tx.commit().await?;
        Ok(new)
    }

    /// Ends everything that opens the account but this browser, which goes on with another
    /// secret, should anybody have got hold of its own. How many browsers were signed out.
    pub(super) async fn shut_others_out(
        &self,
        tx: &mut Tx,
        actor: &Actor,
        this_browser: &Secret,
    ) -> Result<(NewSignIn, u64)> {
        let this = this_browser.hash().0;
        let count = accounts::sign_out_others(tx, actor.account, &this).await?;
        let purpose = links::Purpose::SignIn;
        links::use_up_all(tx, actor.account.0, purpose, self.now()).await?;
        let secret = self.new_secret();
        if !accounts::change_secret(tx, &this, &secret.hash().0).await? {
            return Err(Error::SignInFirst);
        }
        Ok((NewSignIn { secret }, count))
    }
}
