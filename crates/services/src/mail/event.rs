//! An event as it stands in a letter: what, when in its own zone, where.

use crate::PublicAddress;
use crate::calendar::sequence;
use icalendar::{Calendar, Component, Event, EventLike, Property};
use maktab_domain::{EventMode, Texts, Timestamp};
use maktab_locale::{LocalTime, Locale, t};
use maktab_store::registrations::EventRow;

/// An event with its titles.
#[derive(Debug, Clone)]
pub(crate) struct EventFacts {
    /// The event.
    pub row: EventRow,
    /// Its titles.
    pub titles: Texts,
    /// Start and end of its sessions, in their order; needed for a calendar only.
    pub sessions: Vec<(Timestamp, Timestamp)>,
}

impl EventFacts {
    /// The title to show a reader.
    pub fn title(&self, locale: Locale) -> &str {
        self.titles.best(locale.tag()).1
    }

    fn local(&self, at: Timestamp) -> LocalTime {
        LocalTime::or_utc(at.millis(), &self.row.time_zone)
    }

    /// A time of the event, in its zone, with the Gregorian date beside another one.
    pub fn moment(&self, locale: Locale, at: Timestamp) -> String {
        let at = self.local(at);
        match locale.date_beside(&at) {
            Some(beside) => format!("{} ({beside})", locale.date_time(&at)),
            None => locale.date_time(&at),
        }
    }

    /// The event's time zone, by name and offset.
    pub fn zone(&self, locale: Locale) -> String {
        let start = self.local(self.row.starts_at);
        let (name, offset) = (locale.zone_name(&start), locale.utc_offset(&start));
        if name == offset {
            name
        } else {
            format!("{name} ({offset})")
        }
    }

    /// Where the event takes place.
    pub fn place(&self, locale: Locale) -> String {
        if self.row.mode == EventMode::Online {
            return t!(locale, "mode-online");
        }
        let country = locale.country_name(&self.row.country);
        let tag = locale.tag();
        let parts = [
            self.row.venue.best(tag).1,
            self.row.city.best(tag).1,
            &country,
        ];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        locale.series(&parts)
    }

    /// The paragraph that says which event it is, and where its page is.
    pub fn paragraph(&self, locale: Locale, address: &PublicAddress) -> String {
        format!("{}\n{}", self.facts(locale), self.link(locale, address))
    }

    /// The paragraph that says which event it is.
    pub fn facts(&self, locale: Locale) -> String {
        let starts = self.moment(locale, self.row.starts_at);
        let ends = self.moment(locale, self.row.ends_at);
        [
            self.title(locale).to_owned(),
            t!(locale, "mail-event-begins", at = starts),
            t!(locale, "mail-event-ends", at = ends),
            t!(locale, "mail-event-zone", zone = self.zone(locale)),
            t!(locale, "mail-event-place", place = self.place(locale)),
        ]
        .join("\n")
    }

    /// The address of the event's page.
    pub fn link(&self, locale: Locale, address: &PublicAddress) -> String {
        address.link(&format!("/{}/events/{}", locale.tag(), self.row.slug))
    }

    /// The days of the event for a calendar, from the first session of a day to its last;
    /// `cancelled` takes them out again. They bear the same identity as those of the event's
    /// own calendar, so that nobody has them twice.
    pub fn calendar(
        &self,
        locale: Locale,
        address: &PublicAddress,
        now: Timestamp,
        cancelled: bool,
    ) -> String {
        let (method, status) = if cancelled {
            ("CANCEL", "CANCELLED")
        } else {
            ("PUBLISH", "CONFIRMED")
        };
        let sequence = sequence(now);
        let mut calendar = Calendar::empty();
        calendar.append_property(Property::new("VERSION", "2.0"));
        calendar.append_property(Property::new("PRODID", "-//Maktab//Maktab//EN"));
        calendar.append_property(Property::new("METHOD", method));
        for (day, (starts, ends)) in (1_usize..).zip(self.days()) {
            let mut entry = Event::new();
            entry.add_property("UID", format!("{}-{day}@{}", self.row.id, address.host()));
            entry.add_property("DTSTAMP", utc(now));
            entry.add_property("DTSTART", utc(starts));
            entry.add_property("DTEND", utc(ends));
            entry.add_property("SEQUENCE", sequence.to_string());
            entry.add_property("STATUS", status);
            entry.add_property("URL", self.link(locale, address));
            entry.summary(self.title(locale));
            entry.location(&self.place(locale));
            let zone = self.zone(locale);
            entry.description(&t!(locale, "mail-event-zone", zone = zone));
            calendar.push(entry.done());
        }
        calendar.to_string()
    }

    /// First start and last end of each day with a session; the whole event where there is none.
    fn days(&self) -> Vec<(Timestamp, Timestamp)> {
        let mut days: Vec<(Timestamp, Timestamp)> = Vec::new();
        for &(starts, ends) in &self.sessions {
            match days.last_mut() {
                Some(last) if self.local(last.0).is_same_day(&self.local(starts)) => {
                    last.1 = last.1.max(ends);
                }
                _ => days.push((starts, ends)),
            }
        }
        if days.is_empty() {
            days.push((self.row.starts_at, self.row.ends_at));
        }
        days
    }
}

/// An instant as calendars write it: `20270208T040000Z`.
fn utc(at: Timestamp) -> String {
    jiff::Timestamp::from_millisecond(at.millis())
        .unwrap_or(jiff::Timestamp::UNIX_EPOCH)
        .strftime("%Y%m%dT%H%M%SZ")
        .to_string()
}
