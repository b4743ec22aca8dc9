//! A person's own registrations, certificates, details and browsers.

mod cancel;
mod details;
mod password;
mod sign_ins;

pub use cancel::Cancellation;
pub use password::PasswordForm;
pub use sign_ins::{OwnAccount, OwnSignIn};

use crate::mail::EventFacts;
use crate::registration::{DetailsForm, EventBrief};
use crate::{Actor, Result, Services};
use maktab_domain::{
    CertificateKind, CertificateStanding, EventState, RegistrationId, RegistrationState, Texts,
    Timestamp,
};
use maktab_store::people::OwnCertificateRow;
use maktab_store::registrations::OwnRow;
use maktab_store::{people, queue, registrations};

/// A registration of one's own.
#[derive(Debug, Clone)]
pub struct OwnRegistration {
    /// The registration.
    pub id: RegistrationId,
    /// Where it stands.
    pub state: RegistrationState,
    /// Until when the person can answer, where it waits to be confirmed or is offered.
    pub hold_until: Option<Timestamp>,
    /// The place on the waiting list, from 1, and how long it is.
    pub place: Option<(i64, i64)>,
    /// Whether there is an offer that can be answered now.
    pub can_answer: bool,
    /// Why it was declined or ended, in the coordinator's words.
    pub reason: Option<String>,
    /// Whether it ended because nothing was answered in time.
    pub ran_out: bool,
    /// What was typed, where it waits to be confirmed.
    pub typed: Option<DetailsForm>,
    /// For which event.
    pub event: EventBrief,
    /// Whether the event will not take place.
    pub event_cancelled: bool,
    /// Whether it can be given up.
    pub can_cancel: bool,
}

/// A certificate of one's own.
#[derive(Debug, Clone)]
pub struct OwnCertificate {
    /// Its number.
    pub number: String,
    /// What is certified.
    pub kind: CertificateKind,
    /// Where it stands.
    pub standing: CertificateStanding,
    /// Titles of its event.
    pub titles: Texts,
    /// When it was issued.
    pub issued: Timestamp,
    /// Name of the event's time zone.
    pub time_zone: String,
}

/// What the page of one's own registrations shows.
#[derive(Debug, Clone)]
pub struct MyPage {
    /// Live registrations for events that are not over, the next event first.
    pub upcoming: Vec<OwnRegistration>,
    /// All others, the latest event first.
    pub past: Vec<OwnRegistration>,
    /// Certificates, the latest first.
    pub certificates: Vec<OwnCertificate>,
}

impl Services {
    /// What the page of one's own registrations shows.
    ///
    /// # Errors
    /// The database failed.
    pub async fn my_page(&self, actor: &Actor) -> Result<MyPage> {
        let now = self.now();
        let mut tx = self.database().read().await?;
        let titles = registrations::titles_of_person(&mut tx, actor.person).await?;
        let titles_of = |event| {
            let own = titles.iter().filter(|(id, ..)| *id == event);
            Texts::new(own.map(|(_, language, title)| (language.clone(), title.clone())))
        };
        let pending = registrations::pending_of_person(&mut tx, actor.person).await?;
        let typed_for = |id| {
            let own = pending.iter().find(|row| row.id == id);
            own.map(|row| DetailsForm::from_row(&row.details))
        };
        let places = queue::places_of_person(&mut tx, actor.person).await?;
        let place_of = |id| {
            let own = places.iter().find(|(registration, ..)| *registration == id);
            own.map(|&(_, place, length)| (place, length))
        };
        let rows = registrations::of_person(&mut tx, actor.person).await?;
        let (mut upcoming, past): (Vec<_>, Vec<_>) = rows
            .into_iter()
            .map(|row| OwnRegistration {
                typed: typed_for(row.registration_id),
                place: place_of(row.registration_id),
                ..own_registration(row, titles_of, now)
            })
            .partition(|own| own.state.is_live() && own.event.ends > now && !own.event_cancelled);
        upcoming.reverse();
        let certificates = people::certificates(&mut tx, actor.person).await?;
        let certificates = certificates.into_iter();
        Ok(MyPage {
            upcoming,
            past,
            certificates: certificates
                .map(|row| own_certificate(row, titles_of, now))
                .collect(),
        })
    }
}

fn own_registration(
    row: OwnRow,
    titles_of: impl Fn(maktab_domain::EventId) -> Texts,
    now: Timestamp,
) -> OwnRegistration {
    let titles = titles_of(row.event.id);
    let facts = EventFacts {
        row: row.event,
        titles,
        sessions: Vec::new(),
    };
    OwnRegistration {
        id: row.registration_id,
        state: row.registration_state,
        hold_until: row.hold_until,
        typed: None,
        place: None,
        reason: row.reason,
        ran_out: row.ended_by.as_deref() == Some("deadline"),
        can_answer: row.registration_state == RegistrationState::Offered
            && facts.row.state == EventState::Published
            && row.hold_until.is_some_and(|until| now < until),
        event_cancelled: facts.row.state == EventState::Cancelled,
        can_cancel: cancel::is_possible(row.registration_state, &facts, now),
        event: EventBrief::of(&facts, now),
    }
}

fn own_certificate(
    row: OwnCertificateRow,
    titles_of: impl Fn(maktab_domain::EventId) -> Texts,
    now: Timestamp,
) -> OwnCertificate {
    let standing = if row.revoked_at.is_some() {
        CertificateStanding::Revoked
    } else if row.replaced {
        CertificateStanding::Replaced
    } else if row.expires_at.is_some_and(|at| at <= now) {
        CertificateStanding::Expired
    } else {
        CertificateStanding::Valid
    };
    OwnCertificate {
        number: row.number,
        kind: row.kind,
        standing,
        titles: titles_of(row.event_id),
        issued: row.issued_at,
        time_zone: row.time_zone,
    }
}
