//! One event in full.

use super::seats::Basis;
use super::{Seats, given};
use crate::reference::{Organisation, sort_languages};
use crate::{Actor, Error, Result, Services};
use maktab_domain::{
    CertificateKind, CertificateRule, EventId, EventKind, EventMode, EventState, OrganisationId,
    PersonId, RegistrationState, RegistrationWindow, SessionId, Slug, Texts, Timestamp,
};
use maktab_store::{Tx, catalogue as store, courses};

/// One event in full, as visitors see it.
#[derive(Debug, Clone)]
pub struct Event {
    /// The event.
    pub id: EventId,
    /// Its name in addresses.
    pub slug: String,
    /// Title by language.
    pub title: Texts,
    /// Summary by language.
    pub summary: Texts,
    /// Kind.
    pub kind: EventKind,
    /// Mode.
    pub mode: EventMode,
    /// State.
    pub state: EventState,
    /// Time zone (IANA).
    pub time_zone: String,
    /// Code of the host country.
    pub country: String,
    /// City by language; empty online.
    pub city: Texts,
    /// Venue by language; empty online.
    pub venue: Texts,
    /// Start.
    pub starts: Timestamp,
    /// End.
    pub ends: Timestamp,
    /// Codes of its areas, in their order.
    pub areas: Vec<String>,
    /// Tags of its languages, in their order.
    pub languages: Vec<String>,
    /// Who organises it, in their order.
    pub organisers: Vec<Organisation>,
    /// Its agenda in the order of time.
    pub sessions: Vec<Session>,
    /// The course that it is a run of.
    pub course: Option<CourseOfEvent>,
    /// Its seats.
    pub seats: Seats,
    /// How a certificate is earned.
    pub certificate: CertificateTerms,
    /// Why it was cancelled.
    pub cancellation_reason: Option<String>,
    /// Where the visitor's own registration stands.
    pub own_place: Option<RegistrationState>,
    /// Whether the visitor coordinates it.
    pub is_coordinated: bool,
    /// When it was last changed.
    pub updated: Timestamp,
}

/// One item of the agenda.
#[derive(Debug, Clone)]
pub struct Session {
    /// The session.
    pub id: SessionId,
    /// Start.
    pub starts: Timestamp,
    /// End.
    pub ends: Timestamp,
    /// Room; may be empty.
    pub room: String,
    /// Title by language.
    pub title: Texts,
    /// Whether attendance is taken.
    pub tracked: bool,
    /// Whether it is under way.
    pub is_now: bool,
    /// Who runs it.
    pub trainers: Vec<Trainer>,
}

/// Who runs a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trainer {
    /// The person.
    pub person: PersonId,
    /// Name in Latin script.
    pub name: String,
    /// Name in another script, with the tag of its language.
    pub native: Option<(String, String)>,
    /// Institution.
    pub institution: String,
}

/// The course of an event, as far as the event's page shows it.
#[derive(Debug, Clone)]
pub struct CourseOfEvent {
    /// Its name in addresses.
    pub slug: String,
    /// Title by language.
    pub title: Texts,
    /// What a participant can do afterwards, one to a line, by language.
    pub objectives: Texts,
    /// For whom it is, by language.
    pub audience: Texts,
    /// What participants bring along, by language.
    pub prerequisites: Texts,
}

/// How a certificate is earned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CertificateTerms {
    /// What it certifies.
    pub kind: CertificateKind,
    /// Which share of the sessions has to be attended.
    pub rule: CertificateRule,
    /// In how many sessions attendance is taken.
    pub tracked: i64,
    /// Hours that are printed on it.
    pub hours: i64,
}

impl Services {
    /// The event of this name. A draft is there for those who may coordinate it, and for nobody else.
    ///
    /// # Errors
    /// [`Error::NotFound`], or the database failed.
    pub async fn event(&self, actor: Option<&Actor>, slug: &str) -> Result<Event> {
        let slug = Slug::parse(slug).map_err(|_| Error::NotFound)?;
        let reference = self.reference().await?;
        let now = self.now();
        let mut tx = self.database().read().await?;
        let Some(row) = store::event(&mut tx, slug.as_str()).await? else {
            return Err(Error::NotFound);
        };
        let organisers = store::organisers(&mut tx, row.id).await?;
        let is_coordinated = actor.is_some_and(|actor| actor.coordinates(&organisers));
        if !row.state.is_public() && !is_coordinated {
            return Err(Error::NotFound);
        }
        let own_place = match actor {
            Some(actor) => store::own_place(&mut tx, row.id, actor.person).await?,
            None => None,
        };
        let texts = store::texts(&mut tx, row.id).await?;
        let mut areas = store::areas(&mut tx, row.id).await?;
        reference.sort_areas(&mut areas);
        let mut languages = store::languages(&mut tx, row.id).await?;
        sort_languages(&mut languages);
        let sessions = agenda(&mut tx, row.id, now).await?;
        let course = match row.course_id {
            Some(id) => course(&mut tx, id).await?,
            None => None,
        };
        let organiser = |id: &OrganisationId| reference.organisation(*id).cloned();
        Ok(Event {
            seats: Seats::of(&basis(&row), now),
            certificate: terms(&row, &sessions),
            title: given(texts.iter().map(|t| (&*t.language, &*t.title))),
            summary: given(texts.iter().map(|t| (&*t.language, &*t.summary))),
            organisers: organisers.iter().filter_map(organiser).collect(),
            own_place: own_place.map(|place| place.state),
            areas,
            languages,
            sessions,
            course,
            is_coordinated,
            id: row.id,
            slug: row.slug,
            kind: row.kind,
            mode: row.mode,
            state: row.state,
            time_zone: row.time_zone,
            country: row.country,
            city: row.city,
            venue: row.venue,
            starts: row.starts_at,
            ends: row.ends_at,
            cancellation_reason: row.cancellation_reason,
            updated: row.updated_at,
        })
    }
}

fn basis(row: &store::EventRow) -> Basis {
    Basis {
        state: row.state,
        mode: row.registration_mode,
        window: RegistrationWindow {
            opens: row.registration_opens,
            closes: row.registration_closes,
        },
        capacity: row.capacity,
        taken: row.taken,
        unconfirmed: row.unconfirmed,
        waiting: row.waiting,
        waiting_list: row.waiting_list,
        starts: row.starts_at,
        ends: row.ends_at,
    }
}

fn terms(row: &store::EventRow, sessions: &[Session]) -> CertificateTerms {
    let tracked = sessions.iter().filter(|session| session.tracked).count();
    CertificateTerms {
        kind: row.certificate_kind,
        rule: CertificateRule {
            // The database keeps it between 0 and 100.
            min_percent: u8::try_from(row.min_percent).unwrap_or(100),
            excused: row.excused_absence,
        },
        tracked: i64::try_from(tracked).unwrap_or(i64::MAX),
        hours: row.hours,
    }
}

async fn agenda(tx: &mut Tx, event: EventId, now: Timestamp) -> Result<Vec<Session>> {
    let trainers = store::trainers(tx, event).await?;
    let sessions = store::sessions(tx, event).await?;
    let session = |row: store::SessionRow| {
        let own = trainers.iter().filter(|t| t.session_id == row.id);
        Session {
            id: row.id,
            starts: row.starts_at,
            ends: row.ends_at,
            room: row.room,
            title: row.titles,
            tracked: row.tracked,
            is_now: row.starts_at <= now && now < row.ends_at,
            trainers: own.map(trainer).collect(),
        }
    };
    Ok(sessions.into_iter().map(session).collect())
}

fn trainer(row: &store::TrainerRow) -> Trainer {
    let language = row.name_native_language.clone();
    let native = row
        .name_native
        .clone()
        .filter(|name| *name != row.name_latin);
    Trainer {
        person: row.person_id,
        name: row.name_latin.clone(),
        native: native.map(|name| (name, language.unwrap_or_else(|| "und".to_owned()))),
        institution: row.institution.clone(),
    }
}

async fn course(tx: &mut Tx, id: maktab_domain::CourseId) -> Result<Option<CourseOfEvent>> {
    let Some(row) = courses::by_id(tx, id).await? else {
        return Ok(None);
    };
    let texts = courses::texts(tx, id).await?;
    Ok(Some(CourseOfEvent {
        slug: row.slug,
        title: given(texts.iter().map(|t| (&*t.language, &*t.title))),
        objectives: given(texts.iter().map(|t| (&*t.language, &*t.objectives))),
        audience: given(texts.iter().map(|t| (&*t.language, &*t.audience))),
        prerequisites: given(texts.iter().map(|t| (&*t.language, &*t.prerequisites))),
    }))
}
