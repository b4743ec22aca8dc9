//! Adding, changing and removing a session.
//!
//! The names of the fields: `title-en` and the other languages of the interface, `day`,
//! `start`, `end` by the clocks of the event, `room`, `trainers` (any number), `trainer-email`
//! (one more, by address), `tracked` (`yes`).

use super::agenda::{Agenda, AgendaSession, load};
use super::{Coordinated, Typed, coordinated_alone, local, must_be_open_to_change};
use crate::{Actor, Error, FieldErrors, Result, Services};
use jiff::tz::TimeZone;
use maktab_domain::{
    EmailAddress, EventState, Invalid, Line, PersonId, SessionId, Span, Texts, Timestamp,
};
use maktab_locale::{Locale, msg};
use maktab_store::{Tx, editing as store};

/// A session as a form shows it, with the agenda that it stands on.
#[derive(Debug, Clone)]
pub struct EditableSession {
    /// The agenda.
    pub agenda: Agenda,
    /// The session.
    pub session: AgendaSession,
    /// Its fields.
    pub typed: Typed,
}

impl Services {
    /// What the form of a new session begins with: the day and the time at which the last
    /// one ends, for an hour and a half, with attendance.
    #[must_use]
    pub fn new_session(agenda: &Agenda) -> Typed {
        let zone = local::stored_zone(&agenda.head.time_zone);
        let last = agenda.sessions.last();
        let starts = last.map_or(agenda.head.starts_at, |last| last.ends_at);
        let ends = starts + Span::minutes(90);
        let mut typed = times(starts, ends, &zone);
        typed.push("tracked", "yes");
        if let Some(last) = last {
            typed.push("room", &last.room);
        }
        typed
    }

    /// A session for its form.
    ///
    /// # Errors
    /// Not found, or out of scope.
    pub async fn editable_session(
        &self,
        actor: &Actor,
        slug: &str,
        id: SessionId,
    ) -> Result<EditableSession> {
        let agenda = self.agenda(actor, slug).await?;
        let session = agenda.sessions.iter().find(|s| s.id == id);
        let session = session.cloned().ok_or(Error::NotFound)?;
        let zone = local::stored_zone(&agenda.head.time_zone);
        let mut typed = times(session.starts_at, session.ends_at, &zone);
        for (language, title) in session.titles.iter() {
            typed.push(format!("title-{language}"), title);
        }
        typed.push("room", &session.room);
        for trainer in &session.trainers {
            typed.push("trainers", trainer.person.to_string());
        }
        if session.tracked {
            typed.push("tracked", "yes");
        }
        Ok(EditableSession {
            agenda,
            session,
            typed,
        })
    }

    /// Adds a session. Start and end of the event follow.
    ///
    /// # Errors
    /// [`Error::Refused`] with the fields; [`Error::NotNow`]; not found, or out of scope.
    pub async fn add_session(&self, actor: &Actor, slug: &str, typed: &Typed) -> Result<SessionId> {
        let id = self.new_id(SessionId);
        self.put_session(actor, slug, None, id, typed).await?;
        Ok(id)
    }

    /// Changes a session. Start and end of the event follow.
    ///
    /// # Errors
    /// As for adding one.
    pub async fn change_session(
        &self,
        actor: &Actor,
        slug: &str,
        id: SessionId,
        typed: &Typed,
    ) -> Result<()> {
        self.put_session(actor, slug, Some(id), id, typed).await
    }

    async fn put_session(
        &self,
        actor: &Actor,
        slug: &str,
        existing: Option<SessionId>,
        id: SessionId,
        typed: &Typed,
    ) -> Result<()> {
        let mut tx = self.database().write().await?;
        let event = coordinated_alone(&mut tx, actor, slug).await?;
        must_be_open_to_change(event.row.state)?;
        let agenda = load(&mut tx, &event).await?;
        let old = match existing {
            Some(id) => {
                let old = agenda.sessions.iter().find(|s| s.id == id);
                Some(old.ok_or(Error::NotFound)?)
            }
            None => None,
        };
        let (new, trainers) = read(&mut tx, typed, &agenda, old).await?;
        match old {
            Some(_) => {
                store::change_session(&mut tx, id, event.row.id, &new).await?;
            }
            None => store::insert_session(&mut tx, id, event.row.id, &new).await?,
        }
        store::replace_trainers(&mut tx, id, &trainers).await?;
        let moved = old.is_none_or(|old| {
            (old.starts_at, old.ends_at) != (new.starts_at, new.ends_at) || old.room != new.room
        });
        let action = match (old.is_some(), moved) {
            (false, _) => "session.added",
            (true, true) => "session.moved",
            (true, false) => "session.changed",
        };
        self.finish(&mut tx, actor, &event, (id, action, moved))
            .await?;
        tx.commit().await?;
        self.wake_background();
        Ok(())
    }

    /// Removes a session that has no attendance. The last one of a published event stays.
    ///
    /// # Errors
    /// [`Error::NotNow`] with the reason; not found, or out of scope.
    pub async fn remove_session(&self, actor: &Actor, slug: &str, id: SessionId) -> Result<()> {
        let mut tx = self.database().write().await?;
        let event = coordinated_alone(&mut tx, actor, slug).await?;
        must_be_open_to_change(event.row.state)?;
        let sessions = store::agenda(&mut tx, event.row.id).await?;
        if !sessions.iter().any(|s| s.id == id) {
            return Err(Error::NotFound);
        }
        if event.row.state == EventState::Published && sessions.len() == 1 {
            return Err(Error::NotNow(msg!("manage-last-session")));
        }
        if !store::delete_session(&mut tx, id, event.row.id).await? {
            return Err(Error::NotNow(msg!("manage-session-attended")));
        }
        self.finish(&mut tx, actor, &event, (id, "session.removed", true))
            .await?;
        tx.commit().await?;
        self.wake_background();
        Ok(())
    }

    /// What every change of the agenda entails.
    async fn finish(
        &self,
        tx: &mut Tx,
        actor: &Actor,
        event: &Coordinated,
        (session, action, moved): (SessionId, &str, bool),
    ) -> Result<()> {
        store::fit_to_sessions(tx, event.row.id).await?;
        if moved {
            let at = self.now().max(event.row.updated_at + Span(1));
            store::moved(tx, event.row.id, at).await?;
            // An event that begins later may be open for registration again.
            self.offer_anew(tx, event.row.id, 0).await?;
        }
        let detail = serde_json::json!({ "event": event.row.slug });
        self.record(tx, Some(actor.account), action, session.0, &detail)
            .await
    }
}

fn times(starts: Timestamp, ends: Timestamp, zone: &TimeZone) -> Typed {
    let (starts, ends) = (local::clock(starts, zone), local::clock(ends, zone));
    let time = |at: jiff::civil::DateTime| at.strftime("%H:%M").to_string();
    Typed::new([
        ("day", starts.date().to_string()),
        ("start", time(starts)),
        ("end", time(ends)),
    ])
}

/// Reads all fields of a session; every one that cannot be accepted is named.
async fn read(
    tx: &mut Tx,
    typed: &Typed,
    agenda: &Agenda,
    old: Option<&AgendaSession>,
) -> Result<(store::NewSession, Vec<PersonId>)> {
    let mut errors = FieldErrors::new();
    let e = &mut errors;
    let mut titles = Texts::default();
    for locale in Locale::ALL {
        let name = format!("title-{}", locale.tag());
        let raw = typed.get(&name);
        let line = if locale == Locale::En {
            Line::parse(raw).map(Some)
        } else {
            Line::parse_optional(raw)
        };
        if let Some(title) = e.take(&name, line).flatten() {
            titles.set(locale.tag(), title.into_string());
        }
    }
    let zone = local::stored_zone(&agenda.head.time_zone);
    let day = e.take("day", local::day(typed.get("day")));
    let start = e.take("start", local::time(typed.get("start")));
    let end = e.take("end", local::time(typed.get("end")));
    let mut at = |name: &str, time: Option<jiff::civil::Time>| {
        let clock = day?.to_datetime(time?);
        e.take(name, local::instant(clock, &zone))
    };
    let (starts_at, ends_at) = (at("day", start), at("day", end));
    if let (Some(starts), Some(ends)) = (starts_at, ends_at)
        && starts >= ends
    {
        e.push("end", Invalid::Order);
    }
    let room = e.take("room", Line::parse_optional(typed.get("room")));
    let trainers = trainers(tx, typed, agenda, e).await?;
    let tracked = typed.get("tracked") == "yes";
    // Attendance that was recorded keeps counting.
    if !tracked && old.is_some_and(|old| old.tracked && old.has_records) {
        e.push("tracked", Invalid::Choice);
    }
    match (starts_at, ends_at, room) {
        (Some(starts_at), Some(ends_at), Some(room)) if errors.is_empty() => {
            let session = store::NewSession {
                starts_at,
                ends_at,
                room: room.map(Line::into_string).unwrap_or_default(),
                titles,
                tracked,
            };
            Ok((session, trainers))
        }
        _ => Err(errors.into()),
    }
}

/// Those chosen from the list, and the one named by address.
async fn trainers(
    tx: &mut Tx,
    typed: &Typed,
    agenda: &Agenda,
    e: &mut FieldErrors,
) -> Result<Vec<PersonId>> {
    let mut found = Vec::new();
    for raw in typed.all("trainers") {
        let id = raw.parse().ok();
        let known = id.filter(|id| agenda.choices.iter().any(|t| t.person == *id));
        match known {
            Some(id) => found.push(id),
            None if e.get("trainers").is_none() => e.push("trainers", Invalid::Choice),
            None => {}
        }
    }
    match EmailAddress::parse(typed.get("trainer-email")) {
        Ok(address) => match store::trainer_by_email(tx, address.as_str()).await? {
            Some(id) => found.push(id),
            None => e.push("trainer-email", Invalid::Choice),
        },
        Err(Invalid::Required) => {}
        Err(why) => e.push("trainer-email", why),
    }
    Ok(found)
}
