//! Registrations: fills an event as its plan says.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp, civil::Date};

use crate::{
    DataError, Event, Person, Registration, RegistrationMode, RegistrationState,
    booking::Diary,
    plan::{Fixed, Plan},
    programme::session_dates,
    stream::Stream,
};

/// Fills the event as its plan says, within the registration window and
/// before `as_of`.
pub(crate) fn register(
    event: &mut Event,
    plan: &Plan,
    diary: &mut Diary<'_>,
    as_of: Timestamp,
) -> Result<(), DataError> {
    let (opens, until) = (
        event.registration_opens,
        event.registration_closes.min(as_of),
    );
    if opens >= until || plan.fixed == Some(Fixed::Draft) {
        return Ok(());
    }
    let mut stream = Stream::named(&event.slug);
    let dates = session_dates(event);
    let cancelled = plan.fixed == Some(Fixed::Cancelled);
    let states = states(plan);
    let mut times = times(opens, until, states.len(), &mut stream)?.into_iter();
    let candidates = diary.candidates(plan, &event.areas, &dates, &mut stream);
    if candidates.len() < states.len() {
        return Err(DataError::TooFew(format!("people for {}", event.slug)));
    }
    for (state, person) in states.into_iter().zip(candidates) {
        let registered_at = times.next().unwrap_or(opens);
        let wait = SignedDuration::from_secs(stream.below(3 * 86_400).cast_signed());
        let decided = registered_at.checked_add(wait)?;
        let latest = as_of.checked_sub(SignedDuration::from_secs(1))?;
        event.registrations.push(Registration {
            person: person.key.clone(),
            state: if cancelled {
                RegistrationState::Cancelled
            } else {
                state
            },
            registered_at,
            state_since: if state == RegistrationState::Submitted {
                registered_at
            } else {
                decided.min(latest)
            },
            nominated_by: (plan.registration == RegistrationMode::Nominated)
                .then(|| diary.focal_point(&person.country))
                .flatten()
                .map(|focal| focal.key.clone()),
            attendance: Vec::new(),
            certificate: None,
        });
        if !cancelled && state != RegistrationState::Cancelled {
            diary.book(person, &dates);
        }
    }
    pending(event, plan, diary, &dates, as_of)?;
    event.registrations.sort_by(|one, two| {
        (one.registered_at, &one.person).cmp(&(two.registered_at, &two.person))
    });
    Ok(())
}

/// The states to give out, in order of registration: who waits came last.
fn states(plan: &Plan) -> Vec<RegistrationState> {
    let seats = plan.seats;
    let of = |state, count| std::iter::repeat_n(state, count);
    of(RegistrationState::Confirmed, seats.confirmed)
        .chain(of(RegistrationState::Submitted, seats.submitted))
        .chain(of(RegistrationState::Cancelled, seats.cancelled))
        .chain(of(RegistrationState::Declined, seats.declined))
        .chain(of(RegistrationState::Waitlisted, seats.waitlisted))
        .collect()
}

/// `count` instants in order, from `opens` on and before `until`.
fn times(
    opens: Timestamp,
    until: Timestamp,
    count: usize,
    stream: &mut Stream,
) -> Result<Vec<Timestamp>, DataError> {
    let window = until.duration_since(opens).as_secs().unsigned_abs();
    let mut times = Vec::new();
    for _ in 0..count {
        let after = SignedDuration::from_secs(stream.below(window).cast_signed());
        times.push(opens.checked_add(after)?);
    }
    times.sort_unstable();
    Ok(times)
}

/// People who registered within the last hours and have not opened the mail yet.
fn pending<'a>(
    event: &mut Event,
    plan: &Plan,
    diary: &mut Diary<'a>,
    dates: &BTreeSet<Date>,
    as_of: Timestamp,
) -> Result<(), DataError> {
    for number in 1..=plan.seats.pending {
        let hours = SignedDuration::from_mins(35 * i64::try_from(number).unwrap_or(1));
        let registered_at = as_of.checked_sub(hours)?;
        let open =
            event.registration_opens <= registered_at && registered_at < event.registration_closes;
        let person: Option<&'a Person> = diary.unconfirmed();
        if let (true, Some(person)) = (open, person) {
            event.registrations.push(Registration {
                person: person.key.clone(),
                state: RegistrationState::Pending,
                registered_at,
                state_since: registered_at,
                nominated_by: None,
                attendance: Vec::new(),
                certificate: None,
            });
            diary.book(person, dates);
        }
    }
    Ok(())
}
