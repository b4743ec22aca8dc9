//! Registering as many as come at the same time in one transaction.
//!
//! A registration of somebody who is not signed in waits for the batch before it; all that wait
//! then go through the rules together: the events are read once, the seats of an event are taken at
//! once, and what is stored is stored by one statement for all. Each is answered when the
//! transaction is durable. Where it fails, each is tried on its own, so that nobody pays for
//! somebody else's failure; where the database is busy, all are told so at once.

use super::register::{Candidate, Registered, Seat, made, no_seat};
use super::{gate, public_events};
use crate::limits::{Bucket, MAILS, REGISTRATIONS};
use crate::mail::EventFacts;
use crate::{Error, Result, Services};
use futures_util::FutureExt;
use maktab_domain::{
    EmailAddress, EventId, PersonId, RegistrationMode, RegistrationState, Slug, Timestamp,
};
use maktab_locale::Locale;
use maktab_store::people::Details;
use maktab_store::requests::{self, Request};
use maktab_store::seats::{self, Bound};
use maktab_store::{Tx, links, people, quotas, registrations};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::iter;
use std::net::IpAddr;
use std::panic::AssertUnwindSafe;
use std::slice;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::oneshot;

/// How many go through together at most.
const MOST: usize = 64;

/// How many wait at most; one more is told to come later.
const LONGEST: usize = 1024;

/// So many buckets count an attempt.
const STAGES: usize = 3;

/// Somebody who wants to register, with what was typed and found to be in order.
#[derive(Debug, Clone)]
pub(super) struct Wish {
    pub slug: Slug,
    pub email: EmailAddress,
    pub details: Details,
    pub locale: Locale,
    pub network: Option<IpAddr>,
    /// The request that asks for it, where it has a key.
    pub request: Option<Arc<Request>>,
}

impl Wish {
    /// What counts it, in the order in which it does.
    pub fn buckets(&self) -> [Option<Bucket>; STAGES] {
        let network = self.network.map(|from| REGISTRATIONS.by_network(from));
        let [each, all] = MAILS.by_email(&self.email, self.network);
        [network, Some(each), Some(all)]
    }

    pub fn candidate<'a>(&'a self, facts: &'a EventFacts, now: Timestamp) -> Candidate<'a> {
        Candidate {
            email: &self.email,
            details: &self.details,
            facts,
            locale: self.locale,
            now,
        }
    }
}

/// Those who wait for the next batch.
#[derive(Default)]
pub(crate) struct Queue(Mutex<Waiting>);

#[derive(Default)]
struct Waiting {
    wishes: Taken,
    /// Whether a task is at work that will see to them.
    attended: bool,
}

type Told = oneshot::Sender<Result<Registered>>;
type Taken = Vec<(Wish, Told)>;

impl Queue {
    fn lock(&self) -> std::sync::MutexGuard<'_, Waiting> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds a wish; whether somebody has to see to the queue from now on.
    ///
    /// # Errors
    /// [`Error::Busy`] where too many wait already.
    fn push(&self, wish: Wish, answer: Told) -> Result<bool> {
        let mut waiting = self.lock();
        if waiting.wishes.len() >= LONGEST {
            return Err(Error::Busy);
        }
        waiting.wishes.push((wish, answer));
        Ok(!std::mem::replace(&mut waiting.attended, true))
    }

    /// The next batch. A power of two, so that statements of few sizes are prepared for it. Whoever
    /// has gone away meanwhile was not answered, and is not registered.
    fn next(&self) -> Option<Taken> {
        let mut waiting = self.lock();
        waiting.wishes.retain(|(_, answer)| !answer.is_closed());
        let size = waiting.wishes.len().min(MOST);
        let Some(power) = size.checked_ilog2() else {
            waiting.attended = false;
            return None;
        };
        Some(waiting.wishes.drain(..1 << power).collect())
    }
}

impl Services {
    /// Registers somebody who is not signed in, together with all who wait for it.
    pub(super) async fn register_together(&self, wish: Wish) -> Result<Registered> {
        let (answer, outcome) = oneshot::channel();
        if self.inner.queue.push(wish, answer)? {
            let services = self.clone();
            tokio::spawn(async move {
                while let Some(batch) = services.inner.queue.next() {
                    // A defect that one batch meets ends that batch alone: nobody else would
                    // attend to the queue.
                    let served = AssertUnwindSafe(services.serve(batch)).catch_unwind().await;
                    if served.is_err() {
                        tracing::error!("a batch of registrations met a defect and was given up");
                    }
                }
            });
        }
        let stopped = |_| Error::Failed("nobody saw to a registration".to_owned());
        outcome.await.map_err(stopped)?
    }

    async fn serve(&self, batch: Taken) {
        let (wishes, answers): (Vec<_>, Vec<_>) = batch.into_iter().unzip();
        match self.register_all(&wishes).await {
            Ok(outcomes) => {
                self.wake_background();
                for (answer, outcome) in answers.into_iter().zip(outcomes) {
                    // Whoever no longer waits has the mail.
                    let _ = answer.send(outcome);
                }
            }
            // What one waits for in vain the next one would wait for too.
            Err(Error::Busy) => tell_busy(answers),
            Err(error) => self.serve_each(&error, wishes, answers).await,
        }
    }

    /// Each on its own, after a batch has failed.
    async fn serve_each(&self, error: &Error, wishes: Vec<Wish>, answers: Vec<Told>) {
        let several = wishes.len() > 1;
        if several {
            let cause: &dyn std::error::Error = error;
            tracing::warn!(error = cause, "a batch failed: each is registered alone");
        }
        let mut waiting = wishes.into_iter().zip(answers);
        while let Some((wish, answer)) = waiting.next() {
            if answer.is_closed() {
                continue;
            }
            let alone = self.register_all(slice::from_ref(&wish)).await;
            if matches!(alone, Err(Error::Busy)) {
                tell_busy(iter::once(answer).chain(waiting.map(|(_, answer)| answer)));
                return;
            }
            self.wake_background();
            let outcome = alone.and_then(|mut outcomes| outcomes.pop().unwrap_or_else(lost));
            let _ = answer.send(outcome);
        }
    }

    /// All in one transaction; an outcome for each, in their order. An error is nobody's own.
    async fn register_all(&self, wishes: &[Wish]) -> Result<Vec<Result<Registered>>> {
        let now = self.now();
        let mut tx = self.database().write().await?;
        let events = public_events(&mut tx, wishes.iter().map(|wish| wish.slug.as_str())).await?;
        let mut outcomes = Vec::with_capacity(wishes.len());
        for wish in wishes {
            outcomes.push(match events.get(wish.slug.as_str()) {
                None => Some(Err(Error::NotFound)),
                Some(facts) => Some(gate(&facts.row, now))
                    .filter(|gate| !gate.lets_in())
                    .map(|gate| Ok(Registered::NotPossible(gate))),
            });
        }
        self.count_all(&mut tx, wishes, &mut outcomes).await?;
        let (mut places, mut candidates) = (Vec::new(), Vec::new());
        let mut requests = Vec::new();
        for (place, wish) in wishes.iter().enumerate() {
            if let (None, Some(facts)) = (&outcomes[place], events.get(wish.slug.as_str())) {
                places.push(place);
                candidates.push(wish.candidate(facts, now));
            }
        }
        let seats = self.reserve_all(&mut tx, &candidates).await?;
        let mut let_in = Vec::with_capacity(candidates.len());
        let mut short = BTreeSet::new();
        for ((place, candidate), seat) in places.into_iter().zip(candidates).zip(seats) {
            if seat != Ok(true) {
                short.insert(candidate.facts.row.id);
            }
            match seat {
                Ok(has_seat) => {
                    requests.extend(wishes[place].request.clone());
                    let_in.push((candidate, has_seat));
                }
                Err(bound) => outcomes[place] = Some(no_seat(bound)),
            }
        }
        self.add_all(&mut tx, &let_in, &short).await?;
        // One that is carried out already fails the batch: then each is told alone.
        requests::claim_all(&mut tx, &requests).await?;
        tx.commit().await?;
        for request in requests {
            request.note_committed();
        }
        let done = |outcome: Option<_>| outcome.unwrap_or(Ok(Registered::CheckMail));
        Ok(outcomes.into_iter().map(done).collect())
    }
}

fn tell_busy(answers: impl IntoIterator<Item = Told>) {
    for answer in answers {
        let _ = answer.send(Err(Error::Busy));
    }
}

fn lost() -> Result<Registered> {
    Err(Error::Failed("a registration has no outcome".to_owned()))
}

/// Counts the attempts and takes the seats.
impl Services {
    /// Counts each attempt in its buckets, one after the other; what was refused counts in none of
    /// the rest.
    async fn count_all(
        &self,
        tx: &mut Tx,
        wishes: &[Wish],
        outcomes: &mut [Option<Result<Registered>>],
    ) -> Result<()> {
        let buckets: Vec<_> = wishes.iter().map(Wish::buckets).collect();
        for stage in 0..STAGES {
            let mut places = Vec::new();
            let mut counted = Vec::new();
            for (place, buckets) in buckets.iter().enumerate() {
                if let (None, Some(bucket)) = (&outcomes[place], buckets[stage]) {
                    places.push(place);
                    counted.push(bucket);
                }
            }
            let refused = self.count_each(tx, &counted).await?;
            for (place, refused) in places.into_iter().zip(refused) {
                outcomes[place] = refused.map(Err);
            }
        }
        Ok(())
    }

    /// Takes seats for all: for each whether one is held, or what there is none of. The events are
    /// taken in the order of their ids, so that of two batches neither waits for the other.
    async fn reserve_all(&self, tx: &mut Tx, candidates: &[Candidate<'_>]) -> Result<Vec<Seat>> {
        let mut seats = vec![Ok(false); candidates.len()];
        let mut of_event = BTreeMap::<EventId, Vec<usize>>::new();
        for (place, candidate) in candidates.iter().enumerate() {
            of_event
                .entry(candidate.facts.row.id)
                .or_default()
                .push(place);
        }
        let mut taken = BTreeMap::new();
        for (&event, places) in &of_event {
            if by_approval(candidates, places) {
                seats::hold_still(tx, event).await?;
            } else {
                taken.insert(event, seats::take_many(tx, event, places.len()).await?);
            }
        }
        of_event.retain(|_, places| !by_approval(candidates, places));
        let events: Vec<EventId> = of_event.keys().copied().collect();
        let limited = quotas::any_of(tx, &events).await?;
        for (event, places) in of_event {
            let number = taken.get(&event).copied().unwrap_or_default();
            if limited.contains(&event) {
                seats::free_many(tx, event, number).await?;
                for place in places {
                    seats[place] = self.reserve(tx, &candidates[place]).await?;
                }
                continue;
            }
            for (order, place) in places.into_iter().enumerate() {
                let waits = candidates[place].facts.row.waiting_list;
                seats[place] = match order < number {
                    true => Ok(true),
                    false if waits => Ok(false),
                    false => Err(Bound::Event),
                };
            }
        }
        Ok(seats)
    }

    /// Stores registrations, whose seats are taken, with all that belongs to them; of the events
    /// in `short` there were not seats for all.
    async fn add_all(
        &self,
        tx: &mut Tx,
        let_in: &[(Candidate<'_>, bool)],
        short: &BTreeSet<EventId>,
    ) -> Result<()> {
        let people = self.people_of(tx, let_in).await?;
        let mut rows = Vec::with_capacity(let_in.len());
        for (candidate, has_seat) in let_in {
            let person = people.get(candidate.email.as_str()).copied();
            let person = person.ok_or(Error::NotFound)?;
            rows.push(self.row(person, RegistrationState::Pending, candidate, *has_seat));
        }
        let added = registrations::insert_many(tx, &rows).await?;
        let now = self.now();
        let hold_until = now + self.settings().hold;
        let (mut links, mut letters, mut entries) = (Vec::new(), Vec::new(), Vec::new());
        let mut known = Vec::new();
        for (row, (candidate, has_seat)) in rows.iter().zip(let_in) {
            if !added.contains(&row.id) {
                if *has_seat && short.contains(&row.event) {
                    // Somebody went without it who would not have, had each come alone.
                    let why = "a seat of the batch was taken for somebody who is registered";
                    return Err(Error::Failed(why.to_owned()));
                }
                known.push((row.person, candidate, *has_seat));
                continue;
            }
            let (hash, letter) = self.question(candidate, hold_until, *has_seat);
            links.push((hash, row.id.0));
            letters.push(letter);
            entries.push((row.id.0, made(candidate)));
        }
        let purpose = links::Purpose::ConfirmRegistration;
        links::insert_many(tx, &links, purpose, now, hold_until).await?;
        self.post_many(tx, &letters).await?;
        self.record_many(tx, "registration.made", &entries).await?;
        for (person, candidate, has_seat) in known {
            self.tell_again(tx, person, candidate, has_seat).await?;
        }
        Ok(())
    }

    /// The people with the addresses of all, by address; added where there are none.
    async fn people_of(
        &self,
        tx: &mut Tx,
        let_in: &[(Candidate<'_>, bool)],
    ) -> Result<HashMap<String, PersonId>> {
        let mut new: Vec<_> = let_in
            .iter()
            .map(|(candidate, _)| {
                let id = self.new_id(PersonId);
                (id, candidate.email.as_str(), candidate.details)
            })
            .collect();
        // In one order everywhere, so that of two batches neither waits for the other.
        new.sort_by_key(|&(_, email, _)| email);
        people::insert_many(tx, &new, self.now()).await?;
        let emails: Vec<&str> = new.iter().map(|&(_, email, _)| email).collect();
        Ok(people::ids(tx, &emails).await?)
    }
}

/// Whether coordinators give the seats of the event that these want to come to.
fn by_approval(candidates: &[Candidate<'_>], places: &[usize]) -> bool {
    let mode = |&place: &usize| candidates[place].facts.row.registration_mode;
    places.first().map(mode) == Some(RegistrationMode::Approval)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(number: usize) -> Wish {
        Wish {
            slug: Slug::parse("event").unwrap(),
            email: EmailAddress::parse(&format!("p{number}@example.org")).unwrap(),
            details: Details {
                name_latin: "Aziza".to_owned(),
                name_native: None,
                name_native_language: None,
                country: "UZ".to_owned(),
                institution: "Committee".to_owned(),
                job_title: "Inspector".to_owned(),
                language: "en".to_owned(),
            },
            locale: Locale::En,
            network: None,
            request: None,
        }
    }

    /// Puts so many into the queue; how many were told to attend to it, and what they wait with.
    fn pushed(queue: &Queue, number: usize) -> (usize, Vec<oneshot::Receiver<Result<Registered>>>) {
        let mut attending = 0;
        let waiting = (0..number).map(|number| {
            let (answer, waits) = oneshot::channel();
            attending += usize::from(queue.push(wish(number), answer).unwrap());
            waits
        });
        let waiting = waiting.collect();
        (attending, waiting)
    }

    fn sizes(queue: &Queue) -> Vec<usize> {
        let batches = iter::from_fn(|| queue.next());
        batches.map(|batch| batch.len()).collect()
    }

    #[test]
    fn a_batch_is_a_power_of_two_and_one_task_attends() {
        let queue = Queue::default();
        let (attending, _waiting) = pushed(&queue, 200);
        assert_eq!(attending, 1);
        assert_eq!(sizes(&queue), [64, 64, 64, 8]);
        assert_eq!(pushed(&queue, 1).0, 1, "nobody attends any more");
    }

    #[test]
    fn whoever_has_gone_away_is_not_registered() {
        let queue = Queue::default();
        let (_, mut waiting) = pushed(&queue, 5);
        waiting.remove(2);
        assert_eq!(sizes(&queue), [4]);
    }

    #[test]
    fn of_too_many_the_last_are_told_to_come_later() {
        let queue = Queue::default();
        let (_, _waiting) = pushed(&queue, LONGEST);
        let one_more = queue.push(wish(0), oneshot::channel().0);
        assert!(matches!(one_more, Err(Error::Busy)));
        queue.next();
        assert!(queue.push(wish(0), oneshot::channel().0).is_ok());
    }
}
