//! Taking an import back as a whole, while none of its letters has left: the wrong file was
//! chosen, and nobody has to learn of it.

use super::{Outcome, one};
use crate::editing::coordinated_alone;
use crate::{Actor, Error, Result, Services};
use maktab_domain::{ImportId, RegistrationMode};
use maktab_locale::msg;
use maktab_store::imports as store;
use maktab_store::seats::{self, Claim};

/// What taking back has done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TakenBack {
    /// How many people are there no more.
    pub people: i64,
    /// How many have moved on since (decided upon, withdrawn, attending) and stay.
    pub stay: i64,
}

impl Services {
    /// Takes an import back: the people whom it has added and who stand as it added them are
    /// gone, with their letters and seats, and without a trace besides the audit log. Where
    /// people register by themselves, the freed seats are offered to those who wait.
    ///
    /// # Errors
    /// [`Error::NotNow`] where it is too late or it is not done; not found, or out of scope.
    pub async fn take_import_back(
        &self,
        actor: &Actor,
        slug: &str,
        id: ImportId,
    ) -> Result<TakenBack> {
        let now = self.now();
        let mut tx = self.database().write_alone().await?;
        let event = coordinated_alone(&mut tx, actor, slug).await?;
        let row = one(&mut tx, event.row.id, id, now).await?;
        let too_late = || Error::NotNow(msg!("import-back-too-late"));
        if !store::take_back(&mut tx, id, actor.account, now).await? {
            return Err(too_late());
        }
        let groups = store::groups_untouched(&mut tx, id).await?;
        let people: i64 = groups.iter().map(|group| group.people).sum();
        let same = |changed: u64| i64::try_from(changed).is_ok_and(|changed| changed == people);
        let told = row.tell || Outcome::of(row.outcome) == Outcome::Offer;
        if told && !same(store::take_mails_back(&mut tx, id).await?) {
            return Err(too_late());
        }
        store::take_links_back(&mut tx, id).await?;
        if !same(store::delete_registrations(&mut tx, id).await?) {
            // Somebody decided or answered in this very moment.
            return Err(too_late());
        }
        if row.outcome.holds_seat(false) {
            for group in &groups {
                let claim = Claim {
                    event: event.row.id,
                    role: group.role,
                    country: &group.country,
                    organisation: group.organisation_id,
                };
                seats::free_several(&mut tx, &claim, group.people).await?;
            }
        }
        store::delete_people(&mut tx, id).await?;
        store::forget_rows(&mut tx, id).await?;
        let stay = row.added - people;
        let detail = serde_json::json!({ "import": id, "people": people, "stay": stay });
        let (account, action) = (Some(actor.account), "event.import-taken-back");
        self.record(&mut tx, account, action, event.row.id.0, &detail)
            .await?;
        // Elsewhere coordinators give the seats, and those who wait are their reserve.
        let open = event.row.columns.registration_mode == RegistrationMode::Open;
        if open && row.outcome.holds_seat(false) {
            let freed = usize::try_from(people).unwrap_or(0);
            self.offer_free_seats(&mut tx, event.row.id, freed).await?;
        }
        tx.commit().await?;
        self.wake_background();
        Ok(TakenBack { people, stay })
    }
}
