//! The agenda template of a course becomes the sessions of an event.

use super::local;
use jiff::Span;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use maktab_domain::{AgendaItem, Invalid};
use maktab_store::editing::NewSession;

/// The template in what a course stores; nothing where it cannot be read.
pub(super) fn read(stored: serde_json::Value) -> Vec<AgendaItem> {
    serde_json::from_value(stored).unwrap_or_else(|error| {
        tracing::warn!(%error, "a course's agenda cannot be read");
        Vec::new()
    })
}

/// The sessions that the template gives from this first day on, by the clocks of the zone.
pub(super) fn sessions(
    template: &[AgendaItem],
    first: Date,
    zone: &TimeZone,
) -> Result<Vec<NewSession>, Invalid> {
    let session = |item| session(item, first, zone);
    template.iter().map(session).collect()
}

fn session(item: &AgendaItem, first: Date, zone: &TimeZone) -> Result<NewSession, Invalid> {
    let day = first.checked_add(Span::new().days(item.day));
    let midnight = day
        .map_err(|_| Invalid::Date)?
        .to_datetime(jiff::civil::Time::midnight());
    let at = |minutes: i64| {
        let clock = midnight.checked_add(Span::new().minutes(minutes));
        local::instant(clock.map_err(|_| Invalid::Date)?, zone)
    };
    let starts = i64::from(item.starts);
    Ok(NewSession {
        starts_at: at(starts)?,
        ends_at: at(starts + i64::from(item.minutes.max(1)))?,
        room: String::new(),
        titles: item.titles.clone(),
        tracked: item.tracked,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_becomes_sessions_by_the_clocks_of_the_event() {
        let stored = serde_json::json!([
            {"day": 0, "starts": 540, "minutes": 90, "titles": {"en": "One"}, "tracked": true},
            {"day": 2, "starts": 855, "minutes": 45, "titles": {"en": "Two"}, "tracked": false},
        ]);
        let zone = local::zone("Europe/Berlin").unwrap();
        let first = local::day("2027-03-27").unwrap();
        let sessions = sessions(&read(stored), first, &zone).unwrap();
        let shown: Vec<_> = sessions
            .iter()
            .map(|s| {
                let times = [s.starts_at, s.ends_at].map(|at| local::written(at, &zone));
                (times, s.titles.best("en").1, s.tracked)
            })
            .collect();
        // The clocks change in the night between: nine o'clock stays nine o'clock.
        let at = |a: &str, b: &str| [a.to_owned(), b.to_owned()];
        assert_eq!(
            shown,
            [
                (at("2027-03-27T09:00", "2027-03-27T10:30"), "One", true),
                (at("2027-03-29T14:15", "2027-03-29T15:00"), "Two", false),
            ]
        );
        assert!(read(serde_json::json!({"no": "list"})).is_empty());
    }
}
