//! Reminders: of an event, of confirming, of an offer, of decisions. Each leaves once: that it
//! was sent is noted in the transaction that puts it into the outbox.

use super::{Next, Run, moments};
use crate::mail::{self, EventFacts, Letter};
use crate::registration::confirm::mode_of;
use crate::registration::register::awaits;
use crate::registration::with_titles;
use crate::{Error, Result, Services};
use maktab_domain::{EventId, RegistrationId, Span, Timestamp};
use maktab_store::registrations::{EventRow, RegistrationRow};
use maktab_store::reminders::{self, CoordinatorRow, Reminder};
use maktab_store::{Tx, links, registrations};
use std::collections::HashSet;
use std::collections::hash_map::{Entry, HashMap};

/// How many people are reminded in one transaction.
const BATCH: i64 = 100;
/// How far ahead the first reminder of an event can be due.
const AHEAD: Span = Span::days(5);
/// How long before a hold ends somebody is reminded to confirm.
const BEFORE_A_HOLD_ENDS: Span = Span::hours(6);
/// How long before registration closes coordinators are reminded to decide.
const BEFORE_CLOSING: Span = Span::days(2);

/// What people are reminded of by a secret link.
#[derive(Clone, Copy)]
enum Deadline {
    Confirm,
    Offer,
}

impl Services {
    pub(super) async fn send_reminders(&self, run: &mut Run<'_>) -> Result<Next> {
        self.remind_of_events(run).await?;
        self.remind_of_deadlines(run, Deadline::Confirm).await?;
        self.remind_of_deadlines(run, Deadline::Offer).await?;
        self.remind_of_decisions(run).await?;
        Ok(None)
    }

    /// Reminds people of the events that they have a place in.
    async fn remind_of_events(&self, run: &mut Run<'_>) -> Result<()> {
        let now = self.now();
        let mut tx = self.database().read().await?;
        let ahead = reminders::events_ahead(&mut tx, now, now + AHEAD).await?;
        drop(tx);
        for (event, starts, zone) in ahead {
            let Some((kind, moment)) = moments::due(now, starts, &zone) else {
                continue;
            };
            let mut whole_batch = true;
            while whole_batch && run.goes_on().await? {
                let reminded = self.remind_some(run, event, kind, moment).await;
                whole_batch = reminded.unwrap_or_else(|error| {
                    run.note_failure(&format!("event {event}"), &error);
                    false
                });
            }
        }
        Ok(())
    }

    /// Reminds some of those who had a place before the moment of the reminder; whether there
    /// may be more.
    async fn remind_some(
        &self,
        run: &mut Run<'_>,
        event: EventId,
        kind: Reminder,
        moment: Timestamp,
    ) -> Result<bool> {
        let now = self.now();
        let mut tx = self.database().write().await?;
        // As it is now: it may have been cancelled or put off meanwhile.
        let event = registrations::event_by_id(&mut tx, event).await?;
        let event = event.filter(|event| is_still_due(event, (kind, moment), now));
        let Some(event) = event else {
            return Ok(false);
        };
        let people = reminders::of_event(&mut tx, &event, kind, moment, BATCH).await?;
        if people.is_empty() {
            return Ok(false);
        }
        let facts = with_titles(&mut tx, event).await?;
        for person in &people {
            let starts = facts.row.starts_at;
            if !reminders::note(&mut tx, person.id, kind, starts, now).await? {
                continue;
            }
            match self.event_reminder(person, &facts, now) {
                Ok(letter) => {
                    self.post(&mut tx, &letter).await?;
                    run.done += 1;
                }
                Err(error) => run.note_failure(&registration(person.id), &error),
            }
        }
        tx.commit().await?;
        Ok(people.len() as i64 == BATCH)
    }

    fn event_reminder(
        &self,
        person: &RegistrationRow,
        facts: &EventFacts,
        now: Timestamp,
    ) -> Result<Letter> {
        let to = crate::accounts::address(&person.email)?;
        let locale = mail::language(&person.details.language);
        let name = &person.details.name_latin;
        let address = &self.settings().public_address;
        Ok(mail::event_reminder(&to, locale, name, facts, address, now))
    }

    /// Reminds people of what they have to answer before a deadline, with a fresh link: of the
    /// first one only its hash is known.
    async fn remind_of_deadlines(&self, run: &mut Run<'_>, what: Deadline) -> Result<()> {
        let mut unreadable = HashSet::new();
        'batches: while run.goes_on().await? {
            let now = self.now();
            let mut tx = self.database().write().await?;
            let mut people = match what {
                Deadline::Confirm => {
                    reminders::to_confirm(&mut tx, now, BEFORE_A_HOLD_ENDS, BATCH).await?
                }
                Deadline::Offer => reminders::to_accept(&mut tx, now, BATCH).await?,
            };
            people.retain(|person| !unreadable.contains(&person.event_id));
            if people.is_empty() {
                break;
            }
            let mut known = HashMap::new();
            for event in people.iter().map(|person| person.event_id) {
                if let Entry::Vacant(entry) = known.entry(event) {
                    match facts_of(&mut tx, event).await {
                        Ok(facts) => drop(entry.insert(facts)),
                        Err(error) => {
                            run.note_failure(&format!("event {event}"), &error);
                            unreadable.insert(event);
                            continue 'batches;
                        }
                    }
                }
            }
            for person in &people {
                let Some(facts) = known.get(&person.event_id) else {
                    continue;
                };
                let kind = match what {
                    Deadline::Confirm => Reminder::Confirm,
                    Deadline::Offer => Reminder::Offer,
                };
                let until = person.hold_until.unwrap_or(now);
                if !reminders::note(&mut tx, person.id, kind, until, now).await? {
                    continue;
                }
                match self.deadline_letter(&mut tx, person, facts, what).await {
                    Ok(letter) => {
                        self.post(&mut tx, &letter).await?;
                        run.done += 1;
                    }
                    Err(error @ Error::Store(_)) => return Err(error),
                    Err(error) => run.note_failure(&registration(person.id), &error),
                }
            }
            tx.commit().await?;
        }
        Ok(())
    }

    async fn deadline_letter(
        &self,
        tx: &mut Tx,
        person: &RegistrationRow,
        facts: &EventFacts,
        what: Deadline,
    ) -> Result<Letter> {
        let to = crate::accounts::address(&person.email)?;
        let locale = mail::language(&person.details.language);
        let (now, until) = (self.now(), person.hold_until.unwrap_or(self.now()));
        let secret = self.new_secret();
        let purpose = match what {
            Deadline::Confirm => links::Purpose::ConfirmRegistration,
            Deadline::Offer => links::Purpose::AnswerOffer,
        };
        links::insert(tx, &secret.hash().0, purpose, person.id.0, now, until).await?;
        let address = &self.settings().public_address;
        Ok(match what {
            Deadline::Confirm => {
                let awaits = awaits(mode_of(person, facts), !person.without_seat);
                mail::confirm_reminder(&to, locale, facts, &secret, until, awaits, address)
            }
            Deadline::Offer => {
                let name = &person.details.name_latin;
                mail::offer_reminder(&to, locale, name, facts, &secret, until, address)
            }
        })
    }

    /// Reminds the coordinators of an event whose registration closes soon of what they have not
    /// decided.
    async fn remind_of_decisions(&self, run: &mut Run<'_>) -> Result<()> {
        let now = self.now();
        let mut tx = self.database().read().await?;
        let waiting = reminders::undecided(&mut tx, now, now + BEFORE_CLOSING).await?;
        drop(tx);
        for (event, count) in waiting {
            if !run.goes_on().await? {
                break;
            }
            if let Err(error) = self.remind_to_decide(run, event, count).await {
                run.note_failure(&format!("event {event}"), &error);
            }
        }
        Ok(())
    }

    /// Reminds the coordinators of one event, those who were not reminded yet.
    async fn remind_to_decide(&self, run: &mut Run<'_>, event: EventId, count: i64) -> Result<()> {
        let now = self.now();
        let mut tx = self.database().read().await?;
        let somebody = whom_to_remind(&mut tx, event, now).await?.is_some();
        drop(tx);
        if !somebody {
            return Ok(());
        }
        let mut tx = self.database().write().await?;
        let Some((row, coordinators)) = whom_to_remind(&mut tx, event, now).await? else {
            return Ok(());
        };
        let facts = with_titles(&mut tx, row).await?;
        let mut reminded = 0;
        for person in coordinators {
            let account = person.account_id;
            if !reminders::note_decisions(&mut tx, &facts.row, account, now).await? {
                continue;
            }
            let to = match crate::accounts::address(&person.email) {
                Ok(to) => to,
                Err(error) => {
                    run.note_failure(&format!("account {account}"), &error);
                    continue;
                }
            };
            let locale = mail::language(&person.language);
            let address = &self.settings().public_address;
            let name = &person.name_latin;
            let letter = mail::decision_reminder(&to, locale, name, &facts, count, address);
            self.post(&mut tx, &letter).await?;
            reminded += 1;
        }
        tx.commit().await?;
        run.done += reminded;
        Ok(())
    }
}

/// The coordinators of an event who are to be reminded of its decisions now; `None` where it is
/// no hour for that, or nobody is left.
async fn whom_to_remind(
    tx: &mut Tx,
    event: EventId,
    now: Timestamp,
) -> Result<Option<(EventRow, Vec<CoordinatorRow>)>> {
    let row = registrations::event_by_id(tx, event).await?;
    let row = row.ok_or(Error::NotFound)?;
    if !moments::is_waking_hour(now, &row.time_zone) {
        return Ok(None);
    }
    let coordinators = reminders::coordinators(tx, &row).await?;
    Ok((!coordinators.is_empty()).then_some((row, coordinators)))
}

/// Whether this very reminder is still due, as the event is by now.
fn is_still_due(event: &EventRow, (kind, moment): (Reminder, Timestamp), now: Timestamp) -> bool {
    event.state == maktab_domain::EventState::Published
        && moments::due(now, event.starts_at, &event.time_zone) == Some((kind, moment))
}

fn registration(id: RegistrationId) -> String {
    format!("registration {id}")
}

async fn facts_of(tx: &mut Tx, event: EventId) -> Result<EventFacts> {
    let row = registrations::event_by_id(tx, event).await?;
    with_titles(tx, row.ok_or(Error::NotFound)?).await
}
