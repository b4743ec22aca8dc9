//! Who takes part: chooses trainers and participants so that nobody is in two
//! places on one day, countries are balanced, and people come to what their
//! institution works on.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::{DataError, Organisation, Person, PersonKind, plan::Plan, stream::Stream};

/// What everybody is booked for so far.
pub(crate) struct Diary<'a> {
    people: &'a [Person],
    offices: BTreeMap<&'a str, &'a Organisation>,
    days: BTreeMap<&'a str, BTreeSet<Date>>,
    events: BTreeMap<&'a str, usize>,
}

impl<'a> Diary<'a> {
    pub(crate) fn new(people: &'a [Person], organisations: &'a [Organisation]) -> Self {
        Self {
            people,
            offices: organisations
                .iter()
                .map(|office| (office.key.as_str(), office))
                .collect(),
            days: BTreeMap::new(),
            events: BTreeMap::new(),
        }
    }

    fn is_free(&self, person: &Person, dates: &BTreeSet<Date>) -> bool {
        self.days
            .get(person.key.as_str())
            .is_none_or(|booked| booked.is_disjoint(dates))
    }

    fn load(&self, person: &Person) -> usize {
        let key = person.key.as_str();
        self.events.get(key).copied().unwrap_or_default()
    }

    /// Enters the event's days for this person.
    pub(crate) fn book(&mut self, person: &'a Person, dates: &BTreeSet<Date>) {
        self.days.entry(&person.key).or_default().extend(dates);
        *self.events.entry(&person.key).or_default() += 1;
    }

    /// `count` trainers: those the plan names, then those who speak one of the
    /// event's languages and have the fewest events.
    pub(crate) fn trainers(
        &self,
        plan: &Plan,
        dates: &BTreeSet<Date>,
        count: usize,
        stream: &mut Stream,
    ) -> Result<Vec<&'a Person>, DataError> {
        let people = self.people;
        let mut pool: Vec<&'a Person> = people
            .iter()
            .filter(|person| person.kind == PersonKind::Trainer && self.is_free(person, dates))
            .collect();
        stream.shuffle(&mut pool);
        pool.sort_by_key(|person| {
            let named = plan.trainers.contains(&person.key);
            let speaks = plan.languages.contains(&person.language);
            (!named, !speaks, self.load(person))
        });
        pool.truncate(count.max(plan.trainers.len()));
        if pool.is_empty() {
            return Err(DataError::TooFew(format!("trainers for {}", plan.slug)));
        }
        Ok(pool)
    }

    /// Everybody who may have a seat, best first: those the plan names, then
    /// the countries in turn.
    pub(crate) fn candidates(
        &self,
        plan: &Plan,
        areas: &[String],
        dates: &BTreeSet<Date>,
        stream: &mut Stream,
    ) -> Vec<&'a Person> {
        let mut countries: BTreeMap<&str, Vec<&'a Person>> = BTreeMap::new();
        let mut named = Vec::new();
        let people = self.people;
        for person in people {
            let fits = person.kind == PersonKind::Trainee
                && person.verified
                && self.is_free(person, dates);
            if !fits {
                continue;
            }
            if plan.include.contains(&person.key) {
                named.push(person);
            } else if plan.countries.is_empty() || plan.countries.contains(&person.country) {
                countries.entry(&person.country).or_default().push(person);
            }
        }
        let mut queues: Vec<Vec<&Person>> = countries.into_values().collect();
        stream.shuffle(&mut queues);
        for queue in &mut queues {
            stream.shuffle(queue);
            queue.sort_by_key(|person| self.load(person) + self.distance(person, areas));
        }
        let longest = queues.iter().map(Vec::len).max().unwrap_or_default();
        let in_turn = (0..longest).flat_map(|turn| {
            let queues = &queues;
            queues.iter().filter_map(move |queue| queue.get(turn))
        });
        named.into_iter().chain(in_turn.copied()).collect()
    }

    /// How far the person's work is from the event's areas.
    fn distance(&self, person: &Person, areas: &[String]) -> usize {
        let office = self.offices.get(person.institution.as_str());
        let works_on = |area: &String| {
            office.is_some_and(|office| office.kind.areas().contains(&area.as_str()))
        };
        if areas.iter().any(works_on) { 0 } else { 3 }
    }

    /// Somebody whose address is not confirmed and who has no registration yet.
    pub(crate) fn unconfirmed(&self) -> Option<&'a Person> {
        let people = self.people;
        people.iter().find(|person| {
            !person.verified && person.kind == PersonKind::Trainee && self.load(person) == 0
        })
    }

    /// The focal point of `country`.
    pub(crate) fn focal_point(&self, country: &str) -> Option<&'a Person> {
        let people = self.people;
        people
            .iter()
            .find(|person| person.kind == PersonKind::FocalPoint && person.country == country)
    }
}
