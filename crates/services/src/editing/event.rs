//! Creating an event, alone or from a course, and changing its details.

use super::draft::{EventDraft, Frame, read};
use super::template;
use super::{Coordinated, Typed, coordinated, coordinated_alone, local, must_be_open_to_change};
use crate::catalogue::rebuild_search_text;
use crate::managing::Head;
use crate::{Actor, Error, FieldErrors, Result, Services};
use maktab_domain::{
    CertificateKind, EventId, EventKind, EventMode, ExcusedAbsence, Invalid, OrganisationId,
    RegistrationMode, SessionId, Slug, Span, Timestamp,
};
use maktab_locale::Locale;
use maktab_store::{Tx, editing as store};

/// An event as a form shows it.
#[derive(Debug, Clone)]
pub struct EditableEvent {
    /// The event.
    pub head: Head,
    /// Its fields.
    pub typed: Typed,
    /// Seats taken or held: the least capacity.
    pub taken: i64,
    /// Start and end by its sessions, where it has any, and its zone.
    pub span: Option<(Timestamp, Timestamp, String)>,
}

/// What a new event begins with where nobody has said otherwise.
const SEATS: &str = "24";
const PERCENT: &str = "80";

impl Services {
    /// What the form of a new event begins with; from a course its texts, areas,
    /// languages and hours.
    ///
    /// # Errors
    /// [`Error::Forbidden`] for whoever coordinates nothing; no such course.
    pub async fn new_event(&self, actor: &Actor, course: Option<&str>) -> Result<Typed> {
        if !actor.is_coordinator() {
            return Err(Error::Forbidden);
        }
        let mut typed = Typed::default();
        if let Some(slug) = course {
            let course = self.course(Locale::En, slug).await?;
            for (language, title) in course.title.iter() {
                typed.push(format!("title-{language}"), title);
            }
            for (language, summary) in course.summary.iter() {
                typed.push(format!("summary-{language}"), summary);
            }
            for area in course.areas {
                typed.push("areas", area);
            }
            for language in course.languages {
                typed.push("languages", language);
            }
            typed.push("hours", course.hours.to_string());
            typed.push("kind", EventKind::TrainingCourse.code());
            typed.push("certificate-kind", CertificateKind::Completion.code());
        }
        for (name, value) in [
            ("mode", EventMode::InPerson.code()),
            ("capacity", SEATS),
            ("registration-mode", RegistrationMode::Open.code()),
            ("certificate-kind", CertificateKind::Participation.code()),
            ("min-percent", PERCENT),
            ("excused-absence", ExcusedAbsence::LeavesCount.code()),
        ] {
            typed.push(name, value);
        }
        for organiser in actor.coordinated_organisations().unwrap_or_default() {
            typed.push("organisers", organiser.to_string());
        }
        Ok(typed)
    }

    /// Slug and title of the courses from which an event can be made.
    ///
    /// # Errors
    /// [`Error::Forbidden`] for whoever coordinates nothing.
    pub async fn course_choices(
        &self,
        actor: &Actor,
        language: &str,
    ) -> Result<Vec<(String, String)>> {
        if !actor.is_coordinator() {
            return Err(Error::Forbidden);
        }
        let mut tx = self.database().read().await?;
        Ok(store::course_choices(&mut tx, language).await?)
    }

    /// Creates a draft. From a course with an agenda template it has the sessions of the
    /// template, beginning on the day of `starts`; start and end then follow from them.
    /// Answers its slug.
    ///
    /// # Errors
    /// [`Error::Refused`] with the fields; [`Error::Forbidden`]; no such course.
    pub async fn create_event(
        &self,
        actor: &Actor,
        typed: &Typed,
        course: Option<&str>,
    ) -> Result<String> {
        if !actor.is_coordinator() {
            return Err(Error::Forbidden);
        }
        let reference = self.reference().await?;
        let frame = Frame {
            reference: &reference,
            own: actor.coordinated_organisations(),
            span: None,
            taken: 0,
        };
        let draft = read(typed, &frame)?;
        actor.must_coordinate(&draft.organisers)?;
        let now = self.now();
        let mut tx = self.database().write().await?;
        let course = match course {
            Some(slug) => {
                let found = store::course_agenda(&mut tx, slug).await?;
                Some(found.ok_or(Error::NotFound)?)
            }
            None => None,
        };
        let id = self.new_id(EventId);
        let slug = insert(&mut tx, id, course.as_ref().map(|c| c.id), &draft, now).await?;
        put_parts(&mut tx, id, &draft).await?;
        if let Some(course) = course {
            let zone = local::stored_zone(&draft.columns.time_zone);
            let first = local::clock(draft.columns.starts_at, &zone).date();
            let items = template::read(course.agenda);
            let sessions = template::sessions(&items, first, &zone);
            let sessions = sessions.map_err(|why| FieldErrors::of("starts", why))?;
            for session in &sessions {
                let session_id = self.new_id(SessionId);
                store::insert_session(&mut tx, session_id, id, session).await?;
            }
            store::fit_to_sessions(&mut tx, id).await?;
        }
        rebuild_search_text(&mut tx, id).await?;
        let detail = serde_json::json!({ "slug": slug });
        self.record(&mut tx, Some(actor.account), "event.created", id.0, &detail)
            .await?;
        tx.commit().await?;
        Ok(slug)
    }

    /// The details of an event for its form.
    ///
    /// # Errors
    /// Not found, or out of scope.
    pub async fn editable_event(&self, actor: &Actor, slug: &str) -> Result<EditableEvent> {
        let mut tx = self.database().read().await?;
        let Coordinated { row, organisers } = coordinated(&mut tx, actor, slug).await?;
        let sessions = store::agenda(&mut tx, row.id).await?;
        let texts = store::texts(&mut tx, row.id).await?;
        let areas = store::areas(&mut tx, row.id).await?;
        let languages = store::languages(&mut tx, row.id).await?;
        let columns = &row.columns;
        let zone_name = columns.time_zone.clone();
        let span =
            (!sessions.is_empty()).then_some((columns.starts_at, columns.ends_at, zone_name));
        Ok(EditableEvent {
            head: Head::load(&mut tx, &row).await?,
            typed: written(&row, &texts, &areas, &languages, &organisers),
            taken: row.taken,
            span,
        })
    }

    /// Changes the details of an event. With another time zone, its sessions keep their
    /// hours by the clocks of the new one. `version` is what the form was made from: where
    /// somebody else has changed the event since, the field `version` is refused.
    ///
    /// # Errors
    /// [`Error::Refused`] with the fields; [`Error::NotNow`]; not found, or out of scope.
    pub async fn change_event(&self, actor: &Actor, slug: &str, typed: &Typed) -> Result<()> {
        let reference = self.reference().await?;
        let now = self.now();
        let mut tx = self.database().write().await?;
        let Coordinated { row, organisers } = coordinated_alone(&mut tx, actor, slug).await?;
        must_be_open_to_change(row.state)?;
        let moved_sessions = sessions_in_zone(&mut tx, &row, typed.get("time-zone")).await?;
        let starts = moved_sessions.iter().map(|(_, s)| s.starts_at).min();
        let ends = moved_sessions.iter().map(|(_, s)| s.ends_at).max();
        let frame = Frame {
            reference: &reference,
            own: actor.coordinated_organisations(),
            span: starts.zip(ends),
            taken: row.taken,
        };
        let draft = read(typed, &frame)?;
        if typed.get("version") != row.updated_at.millis().to_string() {
            return Err(FieldErrors::of("version", Invalid::Taken).into());
        }
        actor.must_coordinate(&draft.organisers)?;
        // Who organises an event with others does not put them out of it.
        let mut gone = organisers
            .iter()
            .filter(|id| !draft.organisers.contains(id));
        if gone.any(|&id| !actor.coordinates(&[id])) {
            return Err(FieldErrors::of("organisers", Invalid::Taken).into());
        }
        // A later change is always told from an earlier one, also within a millisecond.
        let at = now.max(row.updated_at + Span(1));
        if !store::update_event(&mut tx, row.id, &draft.columns, at).await? {
            return Err(FieldErrors::with_number("capacity", Invalid::Order, row.taken).into());
        }
        put_parts(&mut tx, row.id, &draft).await?;
        if draft.columns.time_zone != row.columns.time_zone {
            for (id, session) in &moved_sessions {
                store::change_session(&mut tx, *id, row.id, session).await?;
            }
        }
        if is_moved(&row.columns, &draft.columns) {
            store::moved(&mut tx, row.id, at).await?;
        }
        rebuild_search_text(&mut tx, row.id).await?;
        let mut detail = changes(&row.columns, &draft.columns);
        if !is_same_set(&organisers, &draft.organisers) {
            detail["organisers"] = serde_json::json!([organisers, draft.organisers]);
        }
        self.record(
            &mut tx,
            Some(actor.account),
            "event.changed",
            row.id.0,
            &detail,
        )
        .await?;
        let freed = draft.columns.capacity - row.columns.capacity;
        let freed = usize::try_from(freed).unwrap_or(0);
        self.offer_anew(&mut tx, row.id, freed).await?;
        tx.commit().await?;
        self.wake_background();
        Ok(())
    }
}

/// Adds the event under the first free slug made from its English title.
async fn insert(
    tx: &mut Tx,
    id: EventId,
    course: Option<maktab_domain::CourseId>,
    draft: &EventDraft,
    now: Timestamp,
) -> Result<String> {
    let title = draft.texts.iter().find(|text| text.language == "en");
    let base = title.and_then(|text| Slug::from_title(&text.title));
    let base = base.map_or_else(|| "event".to_owned(), |slug| slug.to_string());
    let zone = local::stored_zone(&draft.columns.time_zone);
    let month = local::clock(draft.columns.starts_at, &zone).strftime("%Y-%m");
    // `new` is the address of the form itself.
    let plain = (base != "new").then(|| base.clone());
    let dated = format!("{base}-{month}");
    let numbered = (2..1000).map(|n| format!("{base}-{month}-{n}"));
    for slug in plain.into_iter().chain([dated.clone()]).chain(numbered) {
        if store::insert_event(tx, id, &slug, course, &draft.columns, now).await? {
            return Ok(slug);
        }
    }
    Err(Error::Failed(format!("no address is left for {base}")))
}

async fn put_parts(tx: &mut Tx, id: EventId, draft: &EventDraft) -> Result<()> {
    store::replace_texts(tx, id, &draft.texts).await?;
    store::replace_areas(tx, id, &draft.areas).await?;
    store::replace_languages(tx, id, &draft.languages).await?;
    store::replace_organisers(tx, id, &draft.organisers).await?;
    Ok(())
}

/// The sessions of the event as they are once its zone is `to`: at the same hours.
async fn sessions_in_zone(
    tx: &mut Tx,
    row: &store::EventRow,
    to: &str,
) -> Result<Vec<(SessionId, store::NewSession)>> {
    let from = local::stored_zone(&row.columns.time_zone);
    let to = local::zone(to).unwrap_or_else(|_| from.clone());
    let agenda = store::agenda(tx, row.id).await?;
    let moved = agenda.into_iter().map(|session| {
        let new = store::NewSession {
            starts_at: local::same_clock(session.starts_at, &from, &to),
            ends_at: local::same_clock(session.ends_at, &from, &to),
            room: session.room,
            titles: session.titles,
            tracked: session.tracked,
        };
        (session.id, new)
    });
    Ok(moved.collect())
}

/// Whether a calendar that holds the event is wrong now.
fn is_moved(old: &store::EventColumns, new: &store::EventColumns) -> bool {
    let place = |c: &store::EventColumns| {
        (
            c.mode,
            c.time_zone.clone(),
            c.country.clone(),
            c.city.clone(),
            c.venue.clone(),
        )
    };
    (old.starts_at, old.ends_at) != (new.starts_at, new.ends_at) || place(old) != place(new)
}

fn is_same_set(one: &[OrganisationId], other: &[OrganisationId]) -> bool {
    one.len() == other.len() && one.iter().all(|id| other.contains(id))
}

/// The columns that changed, before and after, for the audit log.
fn changes(old: &store::EventColumns, new: &store::EventColumns) -> serde_json::Value {
    let columns = |c: &store::EventColumns| {
        serde_json::json!({
            "kind": c.kind, "mode": c.mode, "time_zone": c.time_zone, "country": c.country,
            "city": c.city, "venue": c.venue, "capacity": c.capacity,
            "registration_mode": c.registration_mode,
            "registration_opens": c.registration_opens,
            "registration_closes": c.registration_closes,
            "starts_at": c.starts_at, "ends_at": c.ends_at, "hours": c.hours,
            "certificate_kind": c.certificate_kind, "min_percent": c.min_percent,
            "excused_absence": c.excused_absence,
        })
    };
    let (old, new) = (columns(old), columns(new));
    let mut changed = serde_json::Map::new();
    for (name, after) in new.as_object().into_iter().flatten() {
        let before = &old[name];
        if before != after {
            changed.insert(name.clone(), serde_json::json!([before, after]));
        }
    }
    changed.into()
}

/// The fields of the form.
fn written(
    row: &store::EventRow,
    texts: &[store::TextRow],
    areas: &[String],
    languages: &[String],
    organisers: &[OrganisationId],
) -> Typed {
    let c = &row.columns;
    let zone = local::stored_zone(&c.time_zone);
    let at = |at| local::written(at, &zone);
    let mut typed = Typed::default();
    for text in texts {
        typed.push(format!("title-{}", text.language), &text.title);
        typed.push(format!("summary-{}", text.language), &text.summary);
    }
    for (field, names) in [("city", &c.city), ("venue", &c.venue)] {
        for (language, name) in names.iter() {
            typed.push(format!("{field}-{language}"), name);
        }
    }
    for (name, value) in [
        ("kind", c.kind.code().to_owned()),
        ("mode", c.mode.code().to_owned()),
        ("country", c.country.clone()),
        ("time-zone", c.time_zone.clone()),
        ("starts", at(c.starts_at)),
        ("ends", at(c.ends_at)),
        ("capacity", c.capacity.to_string()),
        ("registration-mode", c.registration_mode.code().to_owned()),
        ("registration-opens", at(c.registration_opens)),
        ("registration-closes", at(c.registration_closes)),
        ("hours", c.hours.to_string()),
        ("certificate-kind", c.certificate_kind.code().to_owned()),
        ("min-percent", c.min_percent.to_string()),
        ("excused-absence", c.excused_absence.code().to_owned()),
        ("version", row.updated_at.millis().to_string()),
    ] {
        typed.push(name, value);
    }
    let many = [("areas", areas), ("languages", languages)];
    for (name, values) in many {
        values.iter().for_each(|value| typed.push(name, value));
    }
    for organiser in organisers {
        typed.push("organisers", organiser.to_string());
    }
    typed
}
