//! The seats of an event for its coordinators: quotas, and what holds of the waiting list.

use crate::editing::{Coordinated, coordinated, coordinated_alone};
use crate::managing::Head;
use crate::{Actor, Error, FieldErrors, Result, Services};
use maktab_domain::{
    CountryCode, EventState, Invalid, OrganisationId, ParticipantRole, QuotaId, RegistrationMode,
    RegistrationState,
};
use maktab_locale::msg;
use maktab_store::quotas::QuotaFor;
use maktab_store::{Tx, managing, quotas, registrations, seats as store};

/// A quota.
#[derive(Debug, Clone)]
pub struct Quota {
    /// The quota.
    pub id: QuotaId,
    /// Whom it is for.
    pub whom: QuotaFor,
    /// The most seats.
    pub seats: i64,
    /// How many of them are taken or held.
    pub taken: i64,
}

/// What the page of an event's seats shows.
#[derive(Debug, Clone)]
pub struct SeatsPage {
    /// The event.
    pub head: Head,
    /// Seats for participants.
    pub capacity: i64,
    /// How many of them are taken or held.
    pub taken: i64,
    /// How people come to the event.
    pub registration_mode: RegistrationMode,
    /// Registrations by state; without those that there are none of.
    pub counts: Vec<(RegistrationState, i64)>,
    /// Whether people may wait for a freed seat.
    pub waiting_list: bool,
    /// For how many hours a freed seat is offered.
    pub offer_hours: i64,
    /// The quotas: of roles, then organisations, then countries.
    pub quotas: Vec<Quota>,
    /// Whether anything can be changed.
    pub can_change: bool,
    /// Codes of all countries of the programme.
    pub countries: Vec<String>,
}

/// A quota as it is typed: whom it is for, and the seats.
#[derive(Debug, Clone, Default)]
pub struct NewQuota {
    /// `country:TJ`, `organisation:<id>` or `role:observer`.
    pub whom: String,
    /// A number.
    pub seats: String,
}

/// What holds of the waiting list, as it is typed.
#[derive(Debug, Clone, Default)]
pub struct SeatSettings {
    /// Whether people may wait for a freed seat.
    pub waiting_list: bool,
    /// For how many hours a freed seat is offered.
    pub offer_hours: String,
}

/// The most seats of a quota, and hours of an offer, that make sense.
const MOST_SEATS: i64 = 100_000;
const MOST_HOURS: i64 = 720;

impl Services {
    /// What the page of an event's seats shows.
    ///
    /// # Errors
    /// Not found, or out of scope.
    pub async fn seats_page(&self, actor: &Actor, slug: &str) -> Result<SeatsPage> {
        let countries = self.countries().await?;
        let mut tx = self.database().read().await?;
        let event = coordinated(&mut tx, actor, slug).await?;
        let row = registrations::event_by_id(&mut tx, event.row.id).await?;
        let row = row.ok_or(Error::NotFound)?;
        let quotas = quotas::of_event(&mut tx, event.row.id).await?;
        Ok(SeatsPage {
            head: Head::load(&mut tx, &event.row).await?,
            capacity: row.capacity,
            taken: row.taken,
            registration_mode: row.registration_mode,
            counts: managing::counts_by_state(&mut tx, event.row.id).await?,
            waiting_list: row.waiting_list,
            offer_hours: row.offer_hours,
            quotas: quotas
                .into_iter()
                .map(|quota| Quota {
                    id: quota.id,
                    whom: quota.whom,
                    seats: quota.seats,
                    taken: quota.taken,
                })
                .collect(),
            can_change: is_open(row.state),
            countries,
        })
    }

    /// Adds a quota.
    ///
    /// # Errors
    /// [`Error::Refused`] for `whom` ([`Invalid::Taken`] where there is one already) and `seats`
    /// ([`Invalid::Order`] with the number where more are taken); [`Error::NotNow`]; not found, or out of scope.
    pub async fn add_quota(&self, actor: &Actor, slug: &str, typed: &NewQuota) -> Result<()> {
        let reference = self.reference().await?;
        let mut tx = self.database().write().await?;
        let event = open_event(&mut tx, actor, slug).await?;
        let mut errors = FieldErrors::new();
        let organisation = |id| reference.organisation(id).is_some();
        let whom = errors.take(
            "whom",
            whom(&typed.whom, &reference.countries, organisation),
        );
        let seats = errors.take(
            "seats",
            crate::editing::number(&typed.seats, 0..=MOST_SEATS),
        );
        let (Some(whom), Some(seats)) = (whom, seats) else {
            return Err(errors.into());
        };
        let taken = quotas::taken(&mut tx, event.row.id, &whom).await?;
        if taken > seats {
            return Err(FieldErrors::with_number("seats", Invalid::Order, taken).into());
        }
        let id = self.new_id(QuotaId);
        if !quotas::insert(&mut tx, id, event.row.id, &whom, seats, taken).await? {
            return Err(FieldErrors::of("whom", Invalid::Taken).into());
        }
        let detail = serde_json::json!({ "quota": typed.whom, "seats": seats });
        let account = Some(actor.account);
        self.record(
            &mut tx,
            account,
            "event.quota-added",
            event.row.id.0,
            &detail,
        )
        .await?;
        Ok(tx.commit().await?)
    }

    /// Sets the seats of a quota; what becomes free is offered at once.
    ///
    /// # Errors
    /// [`Error::Refused`] for `seats` ([`Invalid::Order`] with the number where more are taken);
    /// [`Error::NotNow`]; not found, or out of scope.
    pub async fn change_quota(
        &self,
        actor: &Actor,
        slug: &str,
        id: QuotaId,
        seats: &str,
    ) -> Result<()> {
        let mut tx = self.database().write().await?;
        let event = open_event(&mut tx, actor, slug).await?;
        let seats = crate::editing::number(seats, 0..=MOST_SEATS);
        let seats = seats.map_err(|why| FieldErrors::of("seats", why))?;
        let all = quotas::of_event(&mut tx, event.row.id).await?;
        let former = all.iter().find(|quota| quota.id == id);
        let taken = former.ok_or(Error::NotFound)?.taken;
        if !quotas::set_seats(&mut tx, event.row.id, id, seats).await? {
            return Err(FieldErrors::with_number("seats", Invalid::Order, taken).into());
        }
        let detail = serde_json::json!({ "quota": id, "seats": seats });
        let account = Some(actor.account);
        self.record(
            &mut tx,
            account,
            "event.quota-changed",
            event.row.id.0,
            &detail,
        )
        .await?;
        // Whoever waited for this quota alone is offered what the event has left, unless that is
        // the coordinators' to give.
        self.offer_free_seats(&mut tx, event.row.id, 0).await?;
        tx.commit().await?;
        self.wake_background();
        Ok(())
    }

    /// Removes a quota; what becomes free is offered at once. Harmless where there is none.
    ///
    /// # Errors
    /// [`Error::NotNow`]; not found, or out of scope.
    pub async fn remove_quota(&self, actor: &Actor, slug: &str, id: QuotaId) -> Result<()> {
        let mut tx = self.database().write().await?;
        let event = open_event(&mut tx, actor, slug).await?;
        if quotas::delete(&mut tx, event.row.id, id).await? {
            let detail = serde_json::json!({ "quota": id });
            let account = Some(actor.account);
            self.record(
                &mut tx,
                account,
                "event.quota-removed",
                event.row.id.0,
                &detail,
            )
            .await?;
            self.offer_free_seats(&mut tx, event.row.id, 0).await?;
        }
        tx.commit().await?;
        self.wake_background();
        Ok(())
    }

    /// Sets what holds of the waiting list.
    ///
    /// # Errors
    /// [`Error::Refused`] for `offer-hours`; [`Error::NotNow`]; not found, or out of scope.
    pub async fn change_seat_settings(
        &self,
        actor: &Actor,
        slug: &str,
        typed: &SeatSettings,
    ) -> Result<()> {
        let mut tx = self.database().write().await?;
        let event = open_event(&mut tx, actor, slug).await?;
        let hours = crate::editing::number(&typed.offer_hours, 1..=MOST_HOURS);
        let hours = hours.map_err(|why| FieldErrors::of("offer-hours", why))?;
        store::set_waiting_list(&mut tx, event.row.id, typed.waiting_list, hours).await?;
        let detail = serde_json::json!({ "list": typed.waiting_list, "hours": hours });
        let account = Some(actor.account);
        self.record(
            &mut tx,
            account,
            "event.waiting-list",
            event.row.id.0,
            &detail,
        )
        .await?;
        Ok(tx.commit().await?)
    }
}

const fn is_open(state: EventState) -> bool {
    matches!(state, EventState::Draft | EventState::Published)
}

async fn open_event(tx: &mut Tx, actor: &Actor, slug: &str) -> Result<Coordinated> {
    let event = coordinated_alone(tx, actor, slug).await?;
    if is_open(event.row.state) {
        Ok(event)
    } else {
        Err(Error::NotNow(msg!("manage-not-editable")))
    }
}

fn whom(
    raw: &str,
    countries: &[CountryCode],
    is_organisation: impl Fn(OrganisationId) -> bool,
) -> std::result::Result<QuotaFor, Invalid> {
    if raw.is_empty() {
        return Err(Invalid::Required);
    }
    let (kind, which) = raw.split_once(':').ok_or(Invalid::Choice)?;
    let found = match kind {
        "country" => countries
            .iter()
            .any(|code| code.as_str() == which)
            .then(|| QuotaFor::Country(which.to_owned())),
        "organisation" => which
            .parse()
            .ok()
            .filter(|&id| is_organisation(id))
            .map(QuotaFor::Organisation),
        "role" => which
            .parse()
            .ok()
            .filter(|&role| role != ParticipantRole::Participant)
            .map(QuotaFor::Role),
        _ => None,
    };
    found.ok_or(Invalid::Choice)
}
