//! From plans to events: dates, agenda, trainers, registrations, attendance
//! and certificates, in order of time.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{
    SignedDuration, Timestamp, ToSpan,
    civil::{Date, time},
    tz::TimeZone,
};

use crate::{
    AgendaItem, CertificateRule, Course, DataError, Event, EventState, EventTexts, Mode,
    Organisation, Person, Session, Texts, agenda, attendance,
    booking::Diary,
    calendar, enrolment,
    place::{self, Place},
    plan::{self, Fixed, Plan},
    stream::Stream,
};

/// An event over for this many weeks is archived.
const ARCHIVED_AFTER: i64 = 40;

/// All events, in order of their first session.
pub(crate) fn events(
    reference: Date,
    as_of: Timestamp,
    people: &[Person],
    courses: &[Course],
    organisations: &[Organisation],
) -> Result<Vec<Event>, DataError> {
    let monday = calendar::monday_of(reference)?;
    let places = place::load()?;
    let mut planned = Vec::new();
    for plan in plan::load()? {
        let event = event(&plan, monday, reference, &places, courses)?;
        for key in &event.organisers {
            if organisations.iter().all(|found| found.key != *key) {
                return Err(DataError::unknown(&event.slug, key));
            }
        }
        planned.push((plan, event));
    }
    planned.sort_by(|(_, one), (_, two)| (one.starts(), &one.slug).cmp(&(two.starts(), &two.slug)));
    let mut diary = Diary::new(people, organisations);
    let mut events = Vec::new();
    for (plan, mut event) in planned {
        staff(&mut event, &plan, &mut diary)?;
        enrolment::register(&mut event, &plan, &mut diary, as_of)?;
        attendance::take(&mut event, as_of)?;
        attendance::certify(&mut event, &plan, as_of)?;
        events.push(event);
    }
    Ok(events)
}

/// The event without people.
fn event(
    plan: &Plan,
    monday: Date,
    reference: Date,
    places: &[Place],
    courses: &[Course],
) -> Result<Event, DataError> {
    let unknown = |key: &str| DataError::unknown(&plan.slug, key);
    let place = places.iter().find(|place| place.key == plan.place);
    let place = place.ok_or_else(|| unknown(&plan.place))?;
    let zone = TimeZone::get(&place.zone)?;
    let course = match &plan.course {
        None => None,
        Some(slug) => {
            let found = courses.iter().find(|course| course.slug == *slug);
            Some(found.ok_or_else(|| unknown(slug))?)
        }
    };
    let week = calendar::week(monday, plan.week)?;
    let items = agenda_of(plan, course, place)?;
    let dates = dates(plan, place, week, &items)?;
    let sessions = sessions(plan, place, &zone, &items, &dates)?;
    let (first, last) = match (dates.first(), dates.last()) {
        (Some(first), Some(last)) => (*first, *last),
        _ => return Err(DataError::Agenda(plan.slug.clone())),
    };
    // A week moved off a holiday keeps its planned opening, so that people who
    // have registered by now still could.
    let planned = monday.checked_add((plan.week * 7).days())?.min(week);
    let opens = planned.checked_sub((plan.opens * 7).days())?;
    let closes = first.checked_sub(plan.closes.days())?;
    let at_venue = plan.mode != Mode::Online;
    let areas = course.filter(|_| plan.areas.is_empty());
    Ok(Event {
        slug: plan.slug.clone(),
        course: plan.course.clone(),
        texts: texts(plan, course)?,
        kind: plan.kind,
        mode: plan.mode,
        time_zone: place.zone.clone(),
        country: at_venue.then(|| place.country.clone()),
        city: at_venue.then(|| place.city.clone()),
        venue: at_venue.then(|| place.venue.clone()),
        organisers: plan.organisers.clone(),
        languages: plan.languages.clone(),
        areas: areas.map_or_else(|| plan.areas.clone(), |course| course.areas.clone()),
        capacity: plan.capacity,
        state: state(plan, last, reference),
        registration_mode: plan.registration,
        registration_opens: instant(opens.at(9, 0, 0, 0), &zone)?,
        registration_closes: instant(closes.at(18, 0, 0, 0), &zone)?,
        certificate_rule: plan.certificate.map(|rule| CertificateRule {
            min_percent: rule.min_percent,
            excused_counts_as_absent: rule.excused_counts_as_absent,
            hours: agenda::hours(&items),
            kind: rule.kind,
        }),
        cancellation_reason: plan.reason.clone(),
        sessions,
        registrations: Vec::new(),
    })
}

fn instant(local: jiff::civil::DateTime, zone: &TimeZone) -> Result<Timestamp, DataError> {
    Ok(local.to_zoned(zone.clone())?.timestamp())
}

fn state(plan: &Plan, last: Date, reference: Date) -> EventState {
    match plan.fixed {
        Some(Fixed::Draft) => EventState::Draft,
        Some(Fixed::Cancelled) => EventState::Cancelled,
        None if last >= reference => EventState::Published,
        None if plan.week < -ARCHIVED_AFTER => EventState::Archived,
        None => EventState::Completed,
    }
}

fn texts(plan: &Plan, course: Option<&Course>) -> Result<BTreeMap<String, EventTexts>, DataError> {
    let own = plan.texts.clone();
    let texts = match course {
        Some(course) if own.is_empty() => course
            .texts
            .iter()
            .map(|(tag, texts)| {
                let (title, summary) = (texts.title.clone(), texts.summary.clone());
                (tag.clone(), EventTexts { title, summary })
            })
            .collect(),
        _ => own,
    };
    if texts.contains_key("en") {
        Ok(texts)
    } else {
        Err(DataError::NoEnglish(plan.slug.clone()))
    }
}

/// The agenda with days and local times.
fn agenda_of(
    plan: &Plan,
    course: Option<&Course>,
    place: &Place,
) -> Result<Vec<AgendaItem>, DataError> {
    let own = (!plan.agenda.is_empty()).then(|| plan.agenda.clone());
    let taught: Vec<Vec<Texts>> = own
        .or_else(|| course.map(Course::taught))
        .ok_or_else(|| DataError::Agenda(plan.slug.clone()))?;
    if plan.mode == Mode::Online {
        let days = plan.days.as_ref().map_or(1, Vec::len);
        let at = plan.at.unwrap_or(time(10, 0, 0, 0));
        Ok(agenda::online_days(&taught.concat(), days, at))
    } else if plan.groups.iter().any(|day| day.len() > place.rooms.len()) {
        Err(DataError::Agenda(plan.slug.clone()))
    } else {
        agenda::full_days(&taught, &plan.groups)
    }
}

/// The dates of the agenda's days.
fn dates(
    plan: &Plan,
    place: &Place,
    week: Date,
    items: &[AgendaItem],
) -> Result<Vec<Date>, DataError> {
    let count = items.iter().map(|item| item.day + 1).max().unwrap_or(0);
    let offsets = plan
        .days
        .clone()
        .unwrap_or_else(|| calendar::working_days(&place.country, count));
    let dates: Result<Vec<Date>, jiff::Error> = offsets
        .iter()
        .map(|offset| week.checked_add(offset.days()))
        .collect();
    let dates = dates?;
    let works = |date: &Date| calendar::is_working_day(&place.country, date.weekday());
    if dates.len() != count || !dates.iter().all(works) {
        return Err(DataError::Agenda(plan.slug.clone()));
    }
    Ok(dates)
}

fn sessions(
    plan: &Plan,
    place: &Place,
    zone: &TimeZone,
    items: &[AgendaItem],
    dates: &[Date],
) -> Result<Vec<Session>, DataError> {
    let mut sessions = Vec::new();
    for item in items {
        let date = dates.get(item.day);
        let date = date.ok_or_else(|| DataError::Agenda(plan.slug.clone()))?;
        let starts = instant(date.to_datetime(item.starts), zone)?;
        let length = SignedDuration::from_mins(i64::from(item.minutes));
        let room = place.rooms.get(item.room).cloned();
        sessions.push(Session {
            starts,
            ends: starts.checked_add(length)?,
            room: room.filter(|_| plan.mode != Mode::Online),
            texts: item.texts.clone(),
            trainers: Vec::new(),
            tracked: item.tracked,
        });
    }
    Ok(sessions)
}

/// The days of the event, in its own zone.
pub(crate) fn session_dates(event: &Event) -> BTreeSet<Date> {
    let starts = event.sessions.iter().map(|session| session.starts);
    starts.map(|instant| event.local_date(instant)).collect()
}

/// Gives the taught sessions to trainers, in turn.
fn staff<'a>(event: &mut Event, plan: &Plan, diary: &mut Diary<'a>) -> Result<(), DataError> {
    let taught = event.sessions.iter().filter(|session| session.tracked);
    let count = match taught.count() {
        0..=2 => 1,
        3..=7 => 2,
        _ => 3,
    };
    let dates = session_dates(event);
    let mut stream = Stream::named(&format!("{}/trainers", event.slug));
    let trainers: Vec<&'a Person> = diary.trainers(plan, &dates, count, &mut stream)?;
    let taught = event.sessions.iter_mut().filter(|session| session.tracked);
    for (session, trainer) in taught.zip(trainers.iter().cycle()) {
        session.trainers.push(trainer.key.clone());
    }
    if plan.fixed != Some(Fixed::Cancelled) {
        for trainer in trainers {
            diary.book(trainer, &dates);
        }
    }
    Ok(())
}
