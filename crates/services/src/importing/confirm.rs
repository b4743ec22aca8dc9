//! Carrying an import out: all of it in one transaction, or nothing.

use super::choices::offers_until;
use super::{KEPT, Outcome, must_import, one};
use crate::editing::coordinated_alone;
use crate::mail::{self, EventFacts, Letter, OfferWords};
use crate::managing::letters::facts;
use crate::{Actor, Error, Result, Services};
use maktab_domain::{Guard, ImportId, RegistrationEvent, RegistrationState, Span, Timestamp};
use maktab_locale::msg;
use maktab_store::registrations::RegistrationRow;
use maktab_store::seats::{self, Claim};
use maktab_store::{Tx, imports as store, links};

/// How long an import can be taken back of which nobody was told.
const SILENT: Span = Span::days(1);
/// How many letters are stored at once: as many as one statement takes.
const AT_ONCE: usize = 512;

/// What carrying out has done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportConfirmed {
    /// So many people were added.
    Added(i64),
    /// Somebody has carried it out before; nothing more has happened.
    Before,
    /// There are not as many seats: nothing was stored. The preview says how many are missing.
    NoSeats,
    /// The file was read anew since this preview, or something is wrong: nothing was stored.
    Changed,
}

impl Services {
    /// Adds the people of an import as its preview `revision` showed it. Whoever is registered
    /// already is passed over. Letters leave some minutes later; until then the import can be
    /// taken back.
    ///
    /// # Errors
    /// [`Error::NotNow`] where it is not possible in the present state of the event, or nobody
    /// would be added; not found, or out of scope.
    pub async fn confirm_import(
        &self,
        actor: &Actor,
        slug: &str,
        id: ImportId,
        revision: i64,
    ) -> Result<ImportConfirmed> {
        let now = self.now();
        let mut tx = self.database().write_alone().await?;
        let event = coordinated_alone(&mut tx, actor, slug).await?;
        let row = one(&mut tx, event.row.id, id, now).await?;
        if matches!(row.state.as_str(), "done" | "taken-back") {
            return Ok(ImportConfirmed::Before);
        }
        must_import(&event)?;
        let outcome = Outcome::of(row.outcome);
        let until = match outcome {
            Outcome::Offer => {
                let until = offers_until(&mut tx, &event, now).await?;
                Some(until.ok_or(Error::NotNow(msg!("manage-offers-over")))?)
            }
            Outcome::List | Outcome::Confirm => None,
        };
        if !store::begin(&mut tx, id, revision, actor.account, now).await? {
            return Ok(ImportConfirmed::Changed);
        }
        let state = beginning(outcome)?;
        store::add_people(&mut tx, id, now).await?;
        store::add_registrations(&mut tx, id, event.row.id, state, until, now).await?;
        store::mark_added(&mut tx, id).await?;
        let groups = store::groups_added(&mut tx, id).await?;
        let added: i64 = groups.iter().map(|group| group.people).sum();
        if added == 0 {
            return Err(Error::NotNow(msg!("import-nobody")));
        }
        if state.holds_seat(false) {
            for group in &groups {
                let claim = Claim {
                    event: event.row.id,
                    role: group.role,
                    country: &group.country,
                    organisation: group.organisation_id,
                };
                let taken = seats::take_several(&mut tx, &claim, group.people).await?;
                if taken.is_err() {
                    return Ok(ImportConfirmed::NoSeats);
                }
            }
        }
        let mut back_until = now + SILENT;
        if row.tell || outcome == Outcome::Offer {
            back_until = now + self.settings().undo;
            let facts = facts(&mut tx, &event.row).await?;
            self.tell_all(&mut tx, id, &facts, until, back_until)
                .await?;
        }
        let action = "registration.imported";
        let detail = serde_json::json!({ "import": id, "state": state });
        store::audit_added(&mut tx, id, actor.account, action, &detail, now).await?;
        let detail = serde_json::json!({
            "import": id,
            "file": row.file_name,
            "sha256": hex::encode(&row.file_hash),
            "rows": row.row_count,
            "added": added,
            "state": state,
            "told": row.tell,
        });
        let account = Some(actor.account);
        self.record(&mut tx, account, "event.imported", event.row.id.0, &detail)
            .await?;
        store::finish(&mut tx, id, added, back_until, back_until + KEPT).await?;
        tx.commit().await?;
        self.wake_background();
        Ok(ImportConfirmed::Added(added))
    }

    /// Writes to everybody who was added.
    async fn tell_all(
        &self,
        tx: &mut Tx,
        id: ImportId,
        facts: &EventFacts,
        until: Option<Timestamp>,
        due: Timestamp,
    ) -> Result<()> {
        let rows = store::letters(tx, id).await?;
        for rows in rows.chunks(AT_ONCE) {
            let (mut hashes, mut letters) = (Vec::new(), Vec::with_capacity(rows.len()));
            for row in rows {
                let letter = match until {
                    Some(until) => {
                        let (row, words) = (&row.registration, OfferWords::Listed);
                        let (hash, letter) = self.offer_with_link(row, facts, until, words)?;
                        hashes.push((hash, row.id.0));
                        letter
                    }
                    None => self.listed(&row.registration, facts)?,
                };
                letters.push((row.outbox_id, letter));
            }
            if let Some(until) = until {
                let (now, purpose) = (self.now(), links::Purpose::AnswerOffer);
                links::insert_many(tx, &hashes, purpose, now, until).await?;
            }
            self.put_mails(tx, &letters, due).await?;
        }
        Ok(())
    }

    /// Tells somebody that a coordinator has put them on the list.
    fn listed(&self, row: &RegistrationRow, facts: &EventFacts) -> Result<Letter> {
        let to = crate::accounts::address(&row.email)?;
        let locale = mail::language(&row.details.language);
        let name = &row.details.name_latin;
        let has_place = row.state == RegistrationState::Confirmed;
        let (address, now) = (&self.settings().public_address, self.now());
        Ok(mail::listed(
            &to, locale, name, facts, has_place, address, now,
        ))
    }
}

/// Where the registrations begin: as those of people whom somebody else has proposed, and then
/// where the table leads.
fn beginning(outcome: Outcome) -> Result<RegistrationState> {
    let proposed = RegistrationState::Submitted;
    let state = match outcome {
        Outcome::List => Ok(proposed),
        // All the seats are taken before anybody is added.
        Outcome::Offer => proposed.step(RegistrationEvent::SeatOffered, &[Guard::SeatFree]),
        Outcome::Confirm => proposed.step(RegistrationEvent::Approved, &[Guard::SeatFree]),
    };
    let state = state.ok().filter(|&state| state == outcome.state());
    state.ok_or_else(|| Error::Failed(format!("an import cannot end as {outcome:?}")))
}
