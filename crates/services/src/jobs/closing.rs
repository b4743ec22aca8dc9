//! Registration closes: whoever still waits for a seat is told, once.
//!
//! Nobody is taken off the waiting list: coordinators can still give its people a seat, and
//! where they put the closing off, seats are offered again. Applications that are not decided
//! stay with the coordinators.

use super::{Next, Run};
use crate::mail::{self, EventFacts, Letter};
use crate::registration::with_titles;
use crate::{Error, Result, Services};
use maktab_domain::{EventId, EventState, Timestamp};
use maktab_store::registrations::{EventRow, RegistrationRow};
use maktab_store::reminders::{self, Reminder};
use maktab_store::{lifecycle, registrations, seats};
use uuid::Uuid;

/// How many events are looked up at once.
const EVENTS: i64 = 20;
/// How many people are told in one transaction.
const PEOPLE: i64 = 100;

impl Services {
    /// Ends the waiting lists of the events whose registration has closed.
    pub(super) async fn close_registration(&self, run: &mut Run<'_>) -> Result<Next> {
        let mut after = (Timestamp(i64::MIN), EventId(Uuid::nil()));
        while run.goes_on().await? {
            let mut tx = self.database().read().await?;
            let events = lifecycle::to_close(&mut tx, self.now(), after, EVENTS).await?;
            drop(tx);
            if events.is_empty() {
                return Ok(None);
            }
            for (closed, event) in events {
                after = (closed, event);
                let mut ended = false;
                while !ended && run.goes_on().await? {
                    let told = self.end_waiting_list(run, event).await;
                    ended = told.unwrap_or_else(|error| {
                        run.note_failure(&format!("event {event}"), &error);
                        true
                    });
                }
            }
        }
        Ok(None)
    }

    /// Tells some of those who wait, or ends the waiting list where nobody is left to be told;
    /// whether it has ended.
    async fn end_waiting_list(&self, run: &mut Run<'_>, event: EventId) -> Result<bool> {
        let now = self.now();
        let mut tx = self.database().write().await?;
        // Nobody puts the closing off, or offers a seat, before this is done.
        seats::hold_still(&mut tx, event).await?;
        let row = registrations::event_by_id(&mut tx, event).await?;
        let row = row.ok_or(Error::NotFound)?;
        if !is_to_close(&row, now) {
            return Ok(true);
        }
        let facts = with_titles(&mut tx, row).await?;
        // Once the event has begun, the news is of no use to anybody.
        let is_news = now < facts.row.starts_at;
        let people = if is_news {
            reminders::waiting(&mut tx, event, PEOPLE).await?
        } else {
            Vec::new()
        };
        if people.is_empty() {
            lifecycle::closed(&mut tx, event).await?;
            let detail = serde_json::json!({ "closes": facts.row.registration_closes });
            self.record(&mut tx, None, "event.registration-closed", event.0, &detail)
                .await?;
            tx.commit().await?;
            return Ok(true);
        }
        let mut told = 0;
        for person in &people {
            let about = facts.row.registration_closes;
            let kind = Reminder::WaitingListEnded;
            if !reminders::note(&mut tx, person.id, kind, about, now).await? {
                continue;
            }
            match self.list_ended(person, &facts) {
                Ok(letter) => {
                    self.post(&mut tx, &letter).await?;
                    told += 1;
                }
                Err(error) => run.note_failure(&format!("registration {}", person.id), &error),
            }
        }
        tx.commit().await?;
        run.done += told;
        Ok(false)
    }

    fn list_ended(&self, person: &RegistrationRow, facts: &EventFacts) -> Result<Letter> {
        let to = crate::accounts::address(&person.email)?;
        let locale = mail::language(&person.details.language);
        let name = &person.details.name_latin;
        let address = &self.settings().public_address;
        Ok(mail::waiting_list_ended(&to, locale, name, facts, address))
    }
}

/// Whether the registration of an event has closed since its waiting list was ended last.
fn is_to_close(event: &EventRow, now: Timestamp) -> bool {
    let closes = event.registration_closes;
    event.state == EventState::Published
        && closes <= now
        && event.closed_for.is_none_or(|closed| closed < closes)
}
