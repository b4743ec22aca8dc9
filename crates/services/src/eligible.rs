//! Who meets the certificate rule of an event, and why or why not, person by person.
//!
//! Everything is read with a fixed number of queries, however many people there are, and
//! always over all sessions that are scheduled and tracked.

use crate::issuing::{Progress, facts};
use crate::managing::Head;
use crate::{Actor, Error, Result, Services};
use maktab_domain::{
    CertificateKind, CertificateRule, CertificateStanding, Counted, Eligibility, EventId,
    EventState, OrganisationId, RegistrationId, SessionId, SessionMark, Texts, Timestamp,
    eligibility,
};
use maktab_store::issuing::{self as store, EventRow, MarkRow, OrganiserRow, ParticipantRow};
use maktab_store::{Tx, certificates};
use std::collections::HashMap;

/// An event with everything that eligibility and certificates depend on.
pub(crate) struct EventFile {
    pub event: EventRow,
    pub titles: Texts,
    pub organisers: Vec<OrganiserRow>,
    /// The scheduled, tracked sessions, as people count them.
    pub sessions: Vec<SessionId>,
    pub people: Vec<ParticipantRow>,
    marks: HashMap<RegistrationId, HashMap<SessionId, MarkRow>>,
    pub issued: Vec<certificates::IssuedRow>,
}

impl EventFile {
    /// Reads the event, with only one of its registrations where one is named.
    pub async fn load(tx: &mut Tx, event: EventRow, only: Option<RegistrationId>) -> Result<Self> {
        let id = event.id;
        let mut marks = HashMap::<_, HashMap<_, _>>::new();
        for mark in store::marks(tx, id, only).await? {
            let own = marks.entry(mark.registration_id).or_default();
            own.insert(mark.session_id, mark);
        }
        Ok(Self {
            titles: store::titles(tx, id).await?,
            organisers: store::organisers(tx, id).await?,
            sessions: store::tracked_sessions(tx, id).await?,
            people: store::participants(tx, id, only).await?,
            issued: certificates::of_event(tx, id, only).await?,
            event,
            marks,
        })
    }

    pub async fn by_slug(tx: &mut Tx, slug: &str, only: Option<RegistrationId>) -> Result<Self> {
        let event = store::event_by_slug(tx, slug).await?;
        Self::load(tx, event.ok_or(Error::NotFound)?, only).await
    }

    pub async fn by_id(tx: &mut Tx, id: EventId, only: Option<RegistrationId>) -> Result<Self> {
        let event = store::event_by_id(tx, id).await?;
        Self::load(tx, event.ok_or(Error::NotFound)?, only).await
    }

    /// Refuses others; they learn of a public event that it is not theirs, and nothing of a draft.
    pub fn must_be_coordinated_by(&self, actor: &Actor) -> Result<()> {
        let ids: Vec<OrganisationId> = self.organisers.iter().map(|o| o.id).collect();
        if !self.event.state.is_public() && !actor.coordinates(&ids) {
            return Err(Error::NotFound);
        }
        actor.must_coordinate(&ids)
    }

    pub fn rule(&self) -> CertificateRule {
        CertificateRule {
            min_percent: u8::try_from(self.event.min_percent).unwrap_or(100),
            excused: self.event.excused_absence,
        }
    }

    /// Whether nothing more will be attended. A draft or a cancelled event is never over.
    pub fn is_over(&self, now: Timestamp) -> bool {
        match self.event.state {
            EventState::Completed | EventState::Archived => true,
            EventState::Published => now >= self.event.ends_at,
            EventState::Draft | EventState::Cancelled => false,
        }
    }

    /// Whether this registration meets the rule.
    pub fn eligibility(&self, person: &ParticipantRow, now: Timestamp) -> Eligibility {
        let own = self.marks.get(&person.id);
        let status = |session| Some(own?.get(session)?.status);
        let marks: Vec<SessionMark> = (1..)
            .zip(&self.sessions)
            .map(|(ordinal, session)| SessionMark {
                ordinal,
                status: status(session),
            })
            .collect();
        eligibility(self.rule(), person.state, self.is_over(now), &marks)
    }

    /// When what decides about this registration changed last.
    pub fn changed_at(&self, person: &ParticipantRow) -> Option<Timestamp> {
        let recorded = self.marks.get(&person.id).into_iter().flatten();
        let recorded = recorded.map(|(_, mark)| mark.recorded_at);
        recorded.chain(person.confirmed_at).max()
    }

    /// The certificates of this registration of the event's kind, the latest first.
    fn certificates_of(
        &self,
        person: &ParticipantRow,
    ) -> impl Iterator<Item = &certificates::IssuedRow> {
        let kind = self.event.certificate_kind;
        let own = self.issued.iter();
        own.filter(move |row| row.registration_id == person.id && row.kind == kind)
    }

    /// The certificate of this registration that has been neither revoked nor replaced.
    pub fn standing_of(&self, person: &ParticipantRow) -> Option<&certificates::IssuedRow> {
        self.certificates_of(person)
            .find(|row| row.revoked_at.is_none() && row.replaced_by.is_none())
    }

    /// Whether a run may issue for this registration: it is eligible and never had a
    /// certificate of this kind. One that was revoked is only issued anew by itself.
    pub fn is_due(&self, person: &ParticipantRow, now: Timestamp) -> bool {
        self.certificates_of(person).next().is_none() && self.eligibility(person, now).is_eligible()
    }
}

/// Where a registration stands on its way to a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Eligible, and has none that stands.
    Eligible,
    /// Not eligible, and has none that stands.
    NotEligible,
    /// Has one that stands.
    Issued,
}

/// One registration with the answer and its reasons.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// The registration.
    pub registration: RegistrationId,
    /// Name in Latin script.
    pub name: String,
    /// Name in another script, with the tag of its language where that is known.
    pub native_name: Option<(String, Option<String>)>,
    /// Code of the country.
    pub country: String,
    /// Where the person works.
    pub institution: String,
    /// The answer.
    pub eligibility: Eligibility,
    /// The share attended as it is shown: see [`shown_percent`].
    pub percent: Option<u8>,
    /// Where the registration stands.
    pub group: Group,
    /// The number of the certificate that stands.
    pub certificate: Option<String>,
    /// Whether an earlier one was revoked; then a run passes the registration over.
    pub revoked_before: bool,
}

/// A certificate in the list of an event.
#[derive(Debug, Clone)]
pub struct IssuedCertificate {
    /// Its number.
    pub number: String,
    /// The holder's name in Latin script.
    pub name: String,
    /// When it was issued.
    pub issued_at: Timestamp,
    /// Where it stands.
    pub standing: CertificateStanding,
}

/// An event as the pages about its certificates show it.
#[derive(Debug, Clone)]
pub struct EventHead {
    /// What stands at the top of every page about it.
    pub head: Head,
    /// Whether it is over, so that certificates can be issued.
    pub over: bool,
    /// What its certificates certify.
    pub kind: CertificateKind,
    /// When one is earned.
    pub rule: CertificateRule,
    /// How many sessions are scheduled and tracked.
    pub sessions: usize,
}

impl EventHead {
    pub(crate) fn of(file: &EventFile, now: Timestamp) -> Self {
        let event = &file.event;
        Self {
            head: Head {
                slug: event.slug.clone(),
                titles: file.titles.clone(),
                state: event.state,
                kind: event.kind,
                mode: event.mode,
                time_zone: event.time_zone.clone(),
                country: event.country.clone(),
                city: event.city.clone(),
                starts_at: event.starts_at,
                ends_at: event.ends_at,
            },
            over: file.is_over(now),
            kind: event.certificate_kind,
            rule: file.rule(),
            sessions: file.sessions.len(),
        }
    }
}

/// Everything about the certificates of one event.
#[derive(Debug, Clone)]
pub struct EventCertificates {
    /// The event.
    pub event: EventHead,
    /// Its registrations by name.
    pub candidates: Vec<Candidate>,
    /// How many would get a certificate from a run now.
    pub due: usize,
    /// Its certificates, the latest first.
    pub issued: Vec<IssuedCertificate>,
    /// The run that goes on, or the last one.
    pub run: Option<Progress>,
    /// What keeps certificates of this event from being printed, for the eyes of coordinators.
    pub obstacle: Option<String>,
}

impl Services {
    /// Who is eligible for a certificate of an event, with the reasons, and what was issued.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Forbidden`] for anybody but the event's coordinators.
    pub async fn event_certificates(&self, actor: &Actor, slug: &str) -> Result<EventCertificates> {
        let now = self.now();
        let mut tx = self.database().read().await?;
        let file = EventFile::by_slug(&mut tx, slug, None).await?;
        file.must_be_coordinated_by(actor)?;
        let run = store::latest_run(&mut tx, file.event.id).await?;
        let due = file.people.iter().filter(|p| file.is_due(p, now));
        let issued = file.issued.iter().map(|row| IssuedCertificate {
            number: row.number.clone(),
            name: row.name_latin.clone(),
            issued_at: row.issued_at,
            standing: standing(row, now),
        });
        Ok(EventCertificates {
            event: EventHead::of(&file, now),
            candidates: file
                .people
                .iter()
                .map(|p| candidate(&file, p, now))
                .collect(),
            due: due.count(),
            issued: issued.collect(),
            run: run.map(Progress::of),
            obstacle: facts::obstacle(&file, now),
        })
    }
}

pub(crate) fn candidate(file: &EventFile, person: &ParticipantRow, now: Timestamp) -> Candidate {
    let eligibility = file.eligibility(person, now);
    let standing = file.standing_of(person);
    let group = if standing.is_some() {
        Group::Issued
    } else if eligibility.is_eligible() {
        Group::Eligible
    } else {
        Group::NotEligible
    };
    let native = person.name_native.clone();
    Candidate {
        registration: person.id,
        name: person.name_latin.clone(),
        native_name: native.map(|name| (name, person.name_native_language.clone())),
        country: person.country.clone(),
        institution: person.institution.clone(),
        percent: eligibility
            .counted()
            .map(|counted| shown_percent(counted, file.rule().min_percent)),
        eligibility,
        group,
        certificate: standing.map(|row| row.number.clone()),
        revoked_before: standing.is_none()
            && file
                .certificates_of(person)
                .any(|row| row.revoked_at.is_some()),
    }
}

/// Where a certificate stands in the eyes of its own row.
fn standing(row: &certificates::IssuedRow, now: Timestamp) -> CertificateStanding {
    if row.revoked_at.is_some() {
        CertificateStanding::Revoked
    } else if row.replaced_by.is_some() {
        CertificateStanding::Replaced
    } else if row.expires_at.is_some_and(|end| now >= end) {
        CertificateStanding::Expired
    } else {
        CertificateStanding::Valid
    }
}

/// The share attended in whole percent as people round it (7 of 9 is 78), except where that
/// would show somebody below the minimum at the minimum (79.6 below 80 stays 79), or show as
/// all what is not.
#[must_use]
pub fn shown_percent(counted: &Counted, min_percent: u8) -> u8 {
    let (attended, of) = (
        u64::from(counted.attended),
        u64::from(counted.counted.max(1)),
    );
    let nearest = (200 * attended + of) / (2 * of);
    let nearest = u8::try_from(nearest).unwrap_or(100);
    let below = attended * 100 < u64::from(min_percent) * of;
    if (below && nearest >= min_percent) || (nearest == 100 && attended < of) {
        counted.percent()
    } else {
        nearest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(attended: u32, counted: u32, min: u8) -> u8 {
        let counted = Counted {
            attended,
            counted,
            ..Counted::default()
        };
        shown_percent(&counted, min)
    }

    #[test]
    fn shares_are_rounded_as_people_round_them() {
        assert_eq!(share(7, 9, 80), 78, "77.8");
        assert_eq!(share(2, 3, 60), 67);
        assert_eq!(share(9, 9, 80), 100);
        assert_eq!(share(0, 9, 80), 0);
    }

    #[test]
    fn nobody_below_the_minimum_is_shown_at_it_for_any_count() {
        for counted in 1..=60_u32 {
            for attended in 0..=counted {
                for min in 1..=100_u8 {
                    let shown = share(attended, counted, min);
                    let reaches = attended * 100 >= u32::from(min) * counted;
                    assert_eq!(
                        shown >= min,
                        reaches,
                        "{attended} of {counted}, least {min}"
                    );
                }
            }
        }
    }

    #[test]
    fn only_all_is_a_hundred() {
        assert_eq!(share(399, 400, 80), 99);
        assert_eq!(share(400, 400, 80), 100);
    }
}
