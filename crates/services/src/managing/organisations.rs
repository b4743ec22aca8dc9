//! For which organisation somebody comes, where the person has not been invited for one: it is
//! counted among the seats of that organisation.

use super::decisions::{must_decide, one};
use crate::editing::coordinated_alone;
use crate::{Actor, Error, FieldErrors, Result, Services};
use maktab_domain::{Invalid, OrganisationId, RegistrationId};
use maktab_locale::msg;
use maktab_store::managing as store;
use maktab_store::seats::{self, Claim};

impl Services {
    /// Sets for which organisation somebody comes, by its id, or for none where that is empty. A
    /// seat that the person holds is counted for that organisation from then on; what becomes
    /// free of another's seats is offered, where the event is open.
    ///
    /// # Errors
    /// [`Error::Refused`] for `organisation` ([`Invalid::Full`] where no seat of it is left);
    /// [`Error::NotNow`] where the registration has ended or the event is not published; not
    /// found, or out of scope.
    pub async fn set_organisation(
        &self,
        actor: &Actor,
        slug: &str,
        id: RegistrationId,
        organisation: &str,
    ) -> Result<()> {
        let reference = self.reference().await?;
        let known = |id: &OrganisationId| reference.organisation(*id).is_some();
        let organisation = match organisation {
            "" => None,
            typed => {
                let found = typed.parse().ok().filter(known);
                let unknown = || FieldErrors::of("organisation", Invalid::Choice);
                Some(found.ok_or_else(unknown)?)
            }
        };
        let mut tx = self.database().write().await?;
        let event = coordinated_alone(&mut tx, actor, slug).await?;
        must_decide(&event)?;
        let row = one(&mut tx, &event, id).await?;
        if !row.state.is_live() {
            return Err(Error::NotNow(msg!("manage-registration-moved")));
        }
        if row.organisation_id == organisation {
            return Ok(());
        }
        let claim = Claim {
            organisation,
            ..row.claim()
        };
        if row.holds_seat()
            && seats::recount(&mut tx, &row.claim(), &claim)
                .await?
                .is_err()
        {
            return Err(FieldErrors::of("organisation", Invalid::Full).into());
        }
        store::set_organisation(&mut tx, id, organisation).await?;
        let detail = serde_json::json!({ "from": row.organisation_id, "to": organisation });
        let account = Some(actor.account);
        self.record(&mut tx, account, "registration.organisation", id.0, &detail)
            .await?;
        self.offer_free_seats(&mut tx, row.event_id, 0).await?;
        tx.commit().await?;
        self.wake_background();
        Ok(())
    }
}
