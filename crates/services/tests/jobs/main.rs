//! Jobs by schedule: once each, whatever happens to the servers.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod lifecycle;
mod reminders;
mod schedule;

use maktab_domain::{EventId, RegistrationId, RegistrationState, Span, Timestamp};
use maktab_services::background::{Done, KeptMail};
use maktab_services::testing::Fixture;

/// One round of the background work.
async fn round(f: &Fixture) -> Done {
    f.services.run_due(&KeptMail).await.unwrap()
}

/// A round at this time.
async fn round_at(f: &Fixture, at: Timestamp) -> Done {
    f.clock.travel_to(at);
    round(f).await
}

/// Somebody with a registration: `name@example.org`.
async fn registered(
    f: &Fixture,
    event: EventId,
    name: &str,
    state: RegistrationState,
) -> RegistrationId {
    let (person, _) = f.add_person(name, &format!("{name}@example.org")).await;
    f.add_registration(event, person, state).await
}

/// How many mails of this kind somebody has.
async fn mailed(f: &Fixture, name: &str, kind: &str) -> usize {
    let mails = f.mails_to(&format!("{name}@example.org")).await;
    mails.iter().filter(|mail| mail.kind == kind).count()
}

/// The first day of the fixture's event in its own zone, at this hour.
fn day_of(event_starts: Timestamp, days_before: i64, hour: i64) -> Timestamp {
    // It begins at nine in Tashkent.
    event_starts - Span::days(days_before) + Span::hours(hour - 9)
}
