//! The events with their agendas.

use super::{Plan, codes, missing, texts, time};
use crate::Result;
use maktab_demo::{CertificateRule, Event, Session, Texts as DemoTexts};
use maktab_domain::{EventId, ExcusedAbsence, SessionId, Span, Texts};
use maktab_store::seeding as store;

/// So long before registration opens an event was begun to be prepared.
const PREPARED_FOR: Span = Span::days(21);

/// The ten countries and their time zones, for events that are held nowhere else than in a time zone.
pub(super) const HOMES: [(&str, &str); 10] = [
    ("Asia/Kabul", "AF"),
    ("Asia/Baku", "AZ"),
    ("Asia/Tehran", "IR"),
    ("Asia/Almaty", "KZ"),
    ("Asia/Bishkek", "KG"),
    ("Asia/Karachi", "PK"),
    ("Asia/Dushanbe", "TJ"),
    ("Asia/Ashgabat", "TM"),
    ("Europe/Istanbul", "TR"),
    ("Asia/Tashkent", "UZ"),
];

/// Every event, in the order of the data set.
pub(super) fn rows(plan: &mut Plan<'_>) -> Result<Vec<store::Event>> {
    let events = plan.dataset.events.iter();
    events.map(|event| row(plan, event)).collect()
}

fn row(plan: &Plan<'_>, event: &Event) -> Result<store::Event> {
    let course = event.course.as_deref();
    let organisers = event.organisers.iter();
    let words = |texts_of: &Option<DemoTexts>| texts_of.as_ref().map_or_else(Texts::default, texts);
    let rule = event.certificate_rule.unwrap_or(unsaid(event));
    let excused = if rule.excused_counts_as_absent {
        ExcusedAbsence::CountsAsAbsent
    } else {
        ExcusedAbsence::LeavesCount
    };
    Ok(store::Event {
        id: plan.id(EventId),
        slug: event.slug.clone(),
        course: course.and_then(|slug| plan.courses.get(slug).copied()),
        kind: codes::kind(event.kind),
        mode: codes::mode(event.mode),
        state: codes::state(event.state),
        time_zone: event.time_zone.clone(),
        country: country(event)?,
        city: words(&event.city),
        venue: words(&event.venue),
        capacity: i64::from(event.capacity),
        taken: i64::try_from(event.seats_taken()).unwrap_or(i64::MAX),
        registration_mode: codes::registration_mode(event.registration_mode),
        registration_opens: time(event.registration_opens),
        registration_closes: time(event.registration_closes),
        starts_at: time(event.starts()),
        ends_at: time(event.ends()),
        hours: i64::from(rule.hours.max(1)),
        certificate_kind: codes::certificate(rule.kind),
        min_percent: i64::from(rule.min_percent),
        excused_absence: excused.code(),
        cancellation_reason: event
            .cancellation_reason
            .as_ref()
            .map(|reason| reason.english().to_owned()),
        created_at: time(event.registration_opens) - PREPARED_FOR,
        texts: in_languages(event),
        areas: event.areas.clone(),
        languages: event.languages.clone(),
        organisers: organisers
            .map(|key| plan.organisation(key))
            .collect::<Result<_>>()?,
        sessions: event
            .sessions
            .iter()
            .map(|session| agenda(plan, session))
            .collect::<Result<_>>()?,
    })
}

/// The host country; of an event online the one whose time it keeps.
fn country(event: &Event) -> Result<String> {
    let home = || {
        let mut homes = HOMES.iter();
        homes.find_map(|(zone, home)| (*zone == event.time_zone).then(|| (*home).to_owned()))
    };
    let country = event.country.clone().or_else(home);
    country.ok_or_else(|| missing("country for", &event.slug))
}

/// The rule of an event that says none: whoever was in every session took part.
fn unsaid(event: &Event) -> CertificateRule {
    let tracked = event.sessions.iter().filter(|session| session.tracked);
    let minutes: i64 = tracked
        .map(|session| session.ends.duration_since(session.starts).as_secs() / 60)
        .sum();
    CertificateRule {
        min_percent: 100,
        excused_counts_as_absent: true,
        hours: u16::try_from((minutes + 30) / 60).unwrap_or(1),
        kind: maktab_demo::CertificateKind::Participation,
    }
}

fn in_languages(event: &Event) -> Vec<(String, String, String)> {
    let texts = event.texts.iter();
    texts
        .map(|(language, own)| (language.clone(), own.title.clone(), own.summary.clone()))
        .collect()
}

fn agenda(plan: &Plan<'_>, session: &Session) -> Result<store::Session> {
    let trainers = session.trainers.iter();
    Ok(store::Session {
        id: plan.id(SessionId),
        starts_at: time(session.starts),
        ends_at: time(session.ends),
        room: session.room.clone().unwrap_or_default(),
        titles: texts(&session.texts),
        tracked: session.tracked,
        trainers: trainers
            .map(|key| plan.person(key).map(|(id, _)| *id))
            .collect::<Result<_>>()?,
    })
}
