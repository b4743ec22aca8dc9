//! Events as calendars (RFC 5545): one event day by day, and a list to subscribe to.
//!
//! Times are in UTC, so that no zone has to be described; the event's own zone is named in words.

use crate::catalogue::{Event, Listed, Wanted};
use crate::{Actor, PublicAddress, Result, Services};
use icalendar::{Calendar, Component, Event as Entry, EventLike, Property};
use jiff::tz::TimeZone;
use maktab_domain::{EventMode, EventState, Texts, Timestamp};
use maktab_locale::{LocalTime, Locale, t};

impl Services {
    /// The calendar of the events that are wanted, in a language: an entry for each.
    ///
    /// # Errors
    /// The database failed.
    pub async fn calendar(&self, locale: Locale, wanted: &Wanted) -> Result<String> {
        let address = &self.settings().public_address;
        let mut calendar = empty(&t!(locale, "calendar-name"));
        // How often programs that subscribe come back.
        calendar.append_property(Property::new("X-PUBLISHED-TTL", "PT6H"));
        for event in self.all_listed(locale, wanted).await? {
            calendar.push(listed_entry(&event, locale, address));
        }
        Ok(calendar.to_string())
    }

    /// The calendar of one event, in a language: an entry for each of its days.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] as for its page, or the database failed.
    pub async fn event_calendar(
        &self,
        actor: Option<&Actor>,
        locale: Locale,
        slug: &str,
    ) -> Result<String> {
        let event = self.event(actor, slug).await?;
        Ok(of_event(&event, locale, &self.settings().public_address))
    }
}

/// The calendar of one event, in a language: an entry for each of its days, from the first session
/// to the last, so that it takes up the hours in which one has to be there. The entries keep their
/// identity whatever changes, and count the changes.
#[must_use]
pub fn of_event(event: &Event, locale: Locale, address: &PublicAddress) -> String {
    let mut calendar = empty(event.title.best(locale.tag()).1);
    let days = days(event);
    for (day, (starts, ends)) in (1_usize..).zip(&days) {
        let title = event.title.best(locale.tag()).1;
        let title = if days.len() > 1 {
            t!(
                locale,
                "calendar-day",
                title = title,
                day = day,
                days = days.len()
            )
        } else {
            title.to_owned()
        };
        let agenda = agenda(event, locale, *starts, *ends);
        let summary = event.summary.best(locale.tag()).1;
        let zone = &LocalTime::or_utc(starts.millis(), &event.time_zone);
        let times = t!(locale, "calendar-zone", city = locale.zone_city(zone));
        let place = Place {
            mode: event.mode,
            venue: Some(&event.venue),
            city: &event.city,
            country: &event.country,
        };
        let mut entry = Entry::new();
        entry.add_property("UID", format!("{}-{day}@{}", event.id, address.host()));
        entry.add_property("DTSTART", utc(*starts));
        entry.add_property("DTEND", utc(*ends));
        entry.summary(&clean(&title));
        entry.description(&clean(&format!("{summary}\n\n{times}\n{agenda}")));
        place.onto(&mut entry, locale);
        let link = address.link(&format!("/{}/events/{}", locale.tag(), event.slug));
        finish(&mut entry, &link, event.state, event.updated);
        calendar.push(entry);
    }
    calendar.to_string()
}

/// First start and last end of each day on which there is a session; the whole event where there is none.
fn days(event: &Event) -> Vec<(Timestamp, Timestamp)> {
    let mut days: Vec<(Timestamp, Timestamp)> = Vec::new();
    let local = |at: Timestamp| LocalTime::or_utc(at.millis(), &event.time_zone);
    for session in &event.sessions {
        match days.last_mut() {
            Some((first, last)) if local(*first).is_same_day(&local(session.starts)) => {
                *last = session.ends.max(*last);
            }
            _ => days.push((session.starts, session.ends)),
        }
    }
    if days.is_empty() {
        days.push((event.starts, event.ends));
    }
    days
}

/// The sessions between two instants, one to a line.
fn agenda(event: &Event, locale: Locale, from: Timestamp, until: Timestamp) -> String {
    let own = event.sessions.iter();
    let own = own.filter(|session| from <= session.starts && session.starts < until);
    let lines = own.map(|session| {
        let at = |time: Timestamp| LocalTime::or_utc(time.millis(), &event.time_zone);
        let times = locale.time_range(&at(session.starts), &at(session.ends));
        let title = session.title.best(locale.tag()).1;
        match session.room.as_str() {
            "" => format!("\n{times} {title}"),
            room => format!("\n{times} {title} · {room}"),
        }
    });
    lines.collect()
}

fn listed_entry(event: &Listed, locale: Locale, address: &PublicAddress) -> Entry {
    let start = LocalTime::or_utc(event.starts.millis(), &event.time_zone);
    let end = LocalTime::or_utc(event.ends.millis(), &event.time_zone);
    let mut entry = Entry::new();
    entry.add_property("UID", format!("{}@{}", event.id, address.host()));
    if start.is_same_day(&end) {
        entry.add_property("DTSTART", utc(event.starts));
        entry.add_property("DTEND", utc(event.ends));
    } else {
        // Whole days, which take up no hours: a list is for looking, not for being there.
        let zone = TimeZone::get(&event.time_zone).unwrap_or(TimeZone::UTC);
        let day = |at: Timestamp| instant(at).to_zoned(zone.clone()).date();
        // The end is the first day that no longer belongs to it; midnight belongs to the day before.
        let last = day(Timestamp(event.ends.millis().saturating_sub(1)));
        entry.append_property(whole_day("DTSTART", day(event.starts)));
        entry.append_property(whole_day("DTEND", last.tomorrow().unwrap_or(last)));
        entry.add_property("TRANSP", "TRANSPARENT");
    }
    entry.summary(&clean(event.title.best(locale.tag()).1));
    entry.description(&clean(event.summary.best(locale.tag()).1));
    let place = Place {
        mode: event.mode,
        venue: None,
        city: &event.city,
        country: &event.country,
    };
    place.onto(&mut entry, locale);
    let link = address.link(&format!("/{}/events/{}", locale.tag(), event.slug));
    finish(&mut entry, &link, event.state, event.updated);
    entry
}

fn whole_day(name: &str, day: jiff::civil::Date) -> Property {
    let mut property = Property::new(name, day.strftime("%Y%m%d").to_string());
    property.add_parameter("VALUE", "DATE").done()
}

/// Where an event takes place.
struct Place<'a> {
    mode: EventMode,
    venue: Option<&'a Texts>,
    city: &'a Texts,
    country: &'a str,
}

impl Place<'_> {
    fn onto(&self, entry: &mut Entry, locale: Locale) {
        let place = if self.mode == EventMode::Online {
            t!(locale, "mode-online")
        } else {
            let country = locale.country_name(self.country);
            let venue = self.venue.map_or("", |venue| venue.best(locale.tag()).1);
            let city = self.city.best(locale.tag()).1;
            let parts = [venue, city, &country].into_iter();
            let parts: Vec<_> = parts.filter(|part| !part.is_empty()).collect();
            locale.series(&parts)
        };
        entry.location(&clean(&place));
    }
}

/// What every entry bears: where to read on, whether it takes place, which version this is.
fn finish(entry: &mut Entry, link: &str, state: EventState, updated: Timestamp) {
    entry.add_property("URL", link);
    let status = match state {
        EventState::Cancelled => "CANCELLED",
        EventState::Draft => "TENTATIVE",
        _ => "CONFIRMED",
    };
    entry.add_property("STATUS", status);
    entry.add_property("SEQUENCE", sequence(updated).to_string());
    // Without METHOD this is when the entry was last revised (RFC 5545, 3.8.7.2).
    entry.add_property("DTSTAMP", utc(updated));
}

/// The SEQUENCE of what was written at this time: seconds since the beginning of 2020. It has to
/// grow from each version of an entry to the next (RFC 5546, 2.1.4), in the calendar of the event
/// as in what is mailed to each person who registers, cancels and registers again.
pub(crate) fn sequence(written: Timestamp) -> i64 {
    const BEGINNING: i64 = 1_577_836_800;
    (written.millis() / 1000 - BEGINNING).max(0)
}

fn empty(name: &str) -> Calendar {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//Maktab//Maktab//EN"));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.append_property(Property::new("X-WR-CALNAME", clean(name)));
    calendar
}

/// The text without carriage returns, which the format would take for the end of a line.
fn clean(text: &str) -> String {
    text.trim().replace('\r', "")
}

fn instant(at: Timestamp) -> jiff::Timestamp {
    jiff::Timestamp::from_millisecond(at.millis()).unwrap_or(jiff::Timestamp::UNIX_EPOCH)
}

fn utc(at: Timestamp) -> String {
    instant(at).strftime("%Y%m%dT%H%M%SZ").to_string()
}
