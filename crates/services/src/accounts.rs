//! Accounts: who is signed in.

use crate::{Actor, Error, Result, Secret, Services};
use maktab_domain::{CountryCode, EmailAddress, Grant, Role, Scope, Span};
use maktab_store::accounts as store;

impl Services {
    /// Who is behind the secret of a cookie; `None` where nobody is (any more).
    /// Roles and disabling are read at every call, so that a change holds at once.
    ///
    /// # Errors
    /// The database failed.
    pub async fn actor(&self, cookie: &Secret) -> Result<Option<Actor>> {
        let mut tx = self.database().read().await?;
        let Some(found) = store::signed_in(&mut tx, &cookie.hash().0, self.now()).await? else {
            return Ok(None);
        };
        let grants = store::grants(&mut tx, found.account_id).await?;
        drop(tx);
        if self.now() - found.seen_at >= NOTED_EVERY {
            self.note_use(cookie).await?;
        }
        Ok(Some(Actor {
            account: found.account_id,
            person: found.person_id,
            name: found.name_latin,
            email: address(&found.email)?,
            grants: grants.into_iter().filter_map(grant).collect(),
            trains: found.trains,
        }))
    }

    /// Notes that a signed-in browser is in use, from which its life counts anew. That is
    /// book-keeping: it changes nothing that anybody sees.
    async fn note_use(&self, cookie: &Secret) -> Result<()> {
        let now = self.now();
        let until = now + self.settings().sign_in_life;
        let mut tx = self.database().write().await?;
        store::seen(&mut tx, &cookie.hash().0, now, until).await?;
        Ok(tx.commit_apart().await?)
    }
}

/// How exactly the use of a browser is noted.
const NOTED_EVERY: Span = Span::hours(1);

/// An address as it is stored.
pub(crate) fn address(stored: &str) -> Result<EmailAddress> {
    EmailAddress::parse(stored).map_err(|_| Error::Failed("an unreadable address".to_owned()))
}

/// A grant whose country cannot be read gives nothing.
fn grant(row: store::GrantRow) -> Option<Grant> {
    let scope = match (row.organisation_id, row.country) {
        (Some(organisation), _) => Scope::Organisation(organisation),
        (None, Some(country)) => Scope::Country(CountryCode::parse(&country).ok()?),
        // A focal point without a country is one of nowhere, never of everywhere.
        (None, None) if row.role == Role::FocalPoint => return None,
        (None, None) => Scope::Everywhere,
    };
    let role = row.role;
    Some(Grant { role, scope })
}
