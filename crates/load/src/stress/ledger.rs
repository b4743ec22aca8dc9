//! The books of a database against what was promised over HTTP.

use eyre::Result;
use maktab_domain::EventId;
use maktab_store::Database;
use maktab_store::testing::books::{self, Booked, Posted, Seats};
use std::collections::{BTreeMap, BTreeSet};

/// The mail that each registration owes.
const OWED: &str = "confirm-registration";

/// Everything that registrations leave in a database, at one moment.
#[derive(Debug, Clone)]
pub(super) struct Books {
    pub booked: Vec<Booked>,
    pub posted: Vec<Posted>,
    pub seats: Vec<Seats>,
    /// People without a registration.
    pub people_alone: i64,
}

impl Books {
    /// Reads them as one consistent picture.
    ///
    /// # Errors
    /// The database failed.
    pub async fn read(database: &Database) -> Result<Self> {
        let mut tx = database.read().await?;
        Ok(Self {
            booked: books::booked(&mut tx).await?,
            posted: books::posted(&mut tx).await?,
            seats: books::seats(&mut tx).await?,
            people_alone: books::left_over(&mut tx).await?.0,
        })
    }

    /// How many registrations hold a seat.
    pub fn seated(&self) -> usize {
        self.booked.iter().filter(|one| holds_seat(one)).count()
    }

    /// How many stand in a state.
    pub fn in_state(&self, state: &str) -> usize {
        self.booked.iter().filter(|one| one.state == state).count()
    }

    /// What is wrong, given whose registrations were acknowledged: one that is missing, there
    /// twice or half, an event with more people than seats or a wrong count of them.
    pub fn faults(&self, acknowledged: &BTreeSet<String>) -> Vec<String> {
        let mut faults = Faults::default();
        let mut known = BTreeMap::<(&str, EventId), usize>::new();
        for one in &self.booked {
            *known.entry((&one.email, one.event_id)).or_default() += 1;
        }
        let there: BTreeSet<&str> = known.keys().map(|(email, _)| *email).collect();
        let missing = acknowledged
            .iter()
            .filter(|email| !there.contains(email.as_str()));
        faults.add("acknowledged registrations are missing", missing);
        let twice = known.iter().filter(|(_, count)| **count > 1);
        faults.add(
            "people are registered twice",
            twice.map(|((email, _), _)| email),
        );
        let mut mails = BTreeMap::<&str, usize>::new();
        for mail in self.posted.iter().filter(|mail| mail.kind == OWED) {
            *mails.entry(&mail.recipient).or_default() += 1;
        }
        let has = |one: &&Booked| mails.get(one.email.as_str()) == Some(&1);
        let half = self.booked.iter().filter(|one| !has(one));
        faults.add(
            "registrations have not exactly one mail",
            half.map(|one| &one.email),
        );
        let half = self
            .booked
            .iter()
            .filter(|one| (one.links, one.records) != (1, 1));
        faults.add(
            "registrations lack a link or a record",
            half.map(|one| &one.email),
        );
        let loose = mails.keys().filter(|email| !there.contains(*email));
        faults.add("mails belong to no registration", loose);
        faults.add("people have no registration", 0..self.people_alone);
        for event in &self.seats {
            let of_event = self.booked.iter().filter(|one| one.event_id == event.id);
            let held = of_event.filter(|one| holds_seat(one)).count();
            let held = i64::try_from(held).unwrap_or(i64::MAX);
            if held > event.capacity {
                faults
                    .0
                    .push(format!("overbooked: {held} hold {} seats", event.capacity));
            }
            if held != event.taken {
                faults.0.push(format!(
                    "{held} hold a seat, the event says {}",
                    event.taken
                ));
            }
        }
        faults.0
    }
}

/// Whether a registration holds a seat of its event.
fn holds_seat(one: &Booked) -> bool {
    match one.state.as_str() {
        "pending" => !one.without_seat,
        state => matches!(state, "confirmed" | "offered"),
    }
}

/// Sentences about what is wrong.
#[derive(Debug, Default)]
pub(super) struct Faults(pub Vec<String>);

impl Faults {
    /// Counts what is wrong in one way, and names the first.
    pub fn add(&mut self, what: &str, mut which: impl Iterator<Item = impl std::fmt::Display>) {
        if let Some(first) = which.next() {
            let count = 1 + which.count();
            self.0.push(format!("{count} {what}, as {first}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use maktab_domain::{OutboxId, RegistrationId};
    use maktab_store::testing::load::event_id;

    fn booked(number: u128, without_seat: bool) -> Booked {
        Booked {
            id: RegistrationId(uuid::Uuid::from_u128(number)),
            event_id: event_id(0),
            email: format!("r{number}@load.example"),
            state: "pending".to_owned(),
            without_seat,
            links: 1,
            records: 1,
        }
    }

    /// Two who hold the two seats, and one who waits.
    fn books() -> Books {
        let booked = vec![booked(1, false), booked(2, false), booked(3, true)];
        let posted = booked.iter().map(|one| Posted {
            id: OutboxId(one.id.0),
            recipient: one.email.clone(),
            kind: OWED.to_owned(),
            sent: true,
        });
        Books {
            posted: posted.collect(),
            booked,
            seats: vec![Seats {
                id: event_id(0),
                capacity: 2,
                taken: 2,
            }],
            people_alone: 0,
        }
    }

    fn faults(spoil: impl FnOnce(&mut Books)) -> String {
        let mut books = books();
        let acknowledged = books.booked.iter().map(|one| one.email.clone()).collect();
        spoil(&mut books);
        books.faults(&acknowledged).join("; ")
    }

    #[test]
    fn whatever_is_spoilt_is_noticed() {
        assert_eq!(faults(|_| ()), "");
        let lost = faults(|books| drop(books.booked.pop()));
        assert!(
            lost.contains("1 acknowledged registrations are missing, as r3@"),
            "{lost}"
        );
        assert!(lost.contains("1 mails belong to no registration"), "{lost}");
        let twice = faults(|books| books.booked.push(booked(3, true)));
        assert!(twice.contains("1 people are registered twice"), "{twice}");
        let unwritten = faults(|books| drop(books.posted.pop()));
        assert!(
            unwritten.contains("have not exactly one mail, as r3@"),
            "{unwritten}"
        );
        let doubled = faults(|books| books.posted.extend(books.posted.first().cloned()));
        assert!(
            doubled.contains("have not exactly one mail, as r1@"),
            "{doubled}"
        );
        let half = faults(|books| books.booked[0].links = 0);
        assert!(
            half.contains("1 registrations lack a link or a record"),
            "{half}"
        );
        let alone = faults(|books| books.people_alone = 2);
        assert!(alone.contains("2 people have no registration"), "{alone}");
        let count = faults(|books| books.seats[0].taken = 1);
        assert_eq!(count, "2 hold a seat, the event says 1");
        let over = faults(|books| books.booked[2].without_seat = false);
        assert!(over.contains("overbooked: 3 hold 2 seats"), "{over}");
    }
}
