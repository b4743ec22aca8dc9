//! Attendance of past sessions, and the certificates that follow from it.

use jiff::{SignedDuration, Timestamp};

use crate::{
    Attendance, Certificate, DataError, Event, EventState, Mark, Registration, RegistrationState,
    plan::Plan, stream::Stream,
};

/// Shares in percent, summed up: present, late, excused; the rest is absent.
type Habit = [u64; 3];

const DILIGENT: Habit = [92, 97, 99];
const AVERAGE: Habit = [76, 86, 93];
const SELDOM: Habit = [38, 48, 56];
const NEVER: Habit = [0, 0, 4];

/// How reliably a person comes: seven in ten nearly always.
fn habit(person: &str, stream: &mut Stream) -> Habit {
    if person.starts_with("trainee") {
        return [100, 100, 100];
    }
    match Stream::named(person).below(100) {
        0..70 => DILIGENT,
        70..90 => AVERAGE,
        _ if stream.chance(35) => NEVER,
        _ => SELDOM,
    }
}

/// Takes the attendance of everybody confirmed, for every tracked session of a
/// day before the reference date.
pub(crate) fn take(event: &mut Event, as_of: Timestamp) -> Result<(), DataError> {
    let reference = as_of.to_zoned(jiff::tz::TimeZone::UTC).date();
    let past: Vec<(usize, Timestamp)> = event
        .sessions
        .iter()
        .enumerate()
        .filter(|(_, session)| session.tracked && event.local_date(session.starts) < reference)
        .map(|(index, session)| (index, session.starts))
        .collect();
    for registration in &mut event.registrations {
        if registration.state != RegistrationState::Confirmed {
            continue;
        }
        let name = format!("{}/{}", event.slug, registration.person);
        let mut stream = Stream::named(&name);
        let habit = habit(&registration.person, &mut stream);
        for (session, starts) in &past {
            let roll = stream.below(100);
            let after = SignedDuration::from_secs(stream.below(1200).cast_signed() + 300);
            registration.attendance.push(Attendance {
                session: *session,
                mark: mark(habit, roll),
                recorded_at: starts.checked_add(after)?,
            });
        }
    }
    Ok(())
}

fn mark([present, late, excused]: Habit, roll: u64) -> Mark {
    match roll {
        _ if roll < present => Mark::Present,
        _ if roll < late => Mark::Late,
        _ if roll < excused => Mark::Excused,
        _ => Mark::Absent,
    }
}

/// Issues certificates to everybody eligible, two days after the end; where
/// the plan says so, the first one is revoked ten days later.
pub(crate) fn certify(event: &mut Event, plan: &Plan, as_of: Timestamp) -> Result<(), DataError> {
    let over = matches!(event.state, EventState::Completed | EventState::Archived);
    let issued = event.ends().checked_add(SignedDuration::from_hours(48))?;
    if !over || !plan.issued || issued.checked_add(SignedDuration::from_hours(1))? >= as_of {
        return Ok(());
    }
    let eligible: Vec<bool> = event
        .registrations
        .iter()
        .map(|registration| {
            registration.state == RegistrationState::Confirmed && event.is_eligible(registration)
        })
        .collect();
    let mut revoked = plan.revoked.as_ref();
    let mut seconds = 0;
    for (registration, eligible) in event.registrations.iter_mut().zip(eligible) {
        if !eligible {
            continue;
        }
        seconds += 1;
        let issued_at = issued.checked_add(SignedDuration::from_secs(seconds))?;
        let later = issued_at.checked_add(SignedDuration::from_hours(240))?;
        let reason = revoked.filter(|_| may_be_revoked(registration) && later < as_of);
        if reason.is_some() {
            revoked = None;
        }
        registration.certificate = Some(Certificate {
            issued_at,
            revoked: reason.map(|reason| (later, reason.clone())),
        });
    }
    Ok(())
}

/// The people one signs in as keep theirs.
fn may_be_revoked(registration: &Registration) -> bool {
    !registration.person.starts_with("trainee")
}
