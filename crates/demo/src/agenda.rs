//! From the titles of taught sessions to an agenda with times: opening, breaks
//! and closing are added, and stay untracked.

use jiff::civil::{Time, time};
use serde::Deserialize;

use crate::{AgendaItem, DataError, Texts, data};

/// Items that every meeting has.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Standing {
    opening: Texts,
    coffee: Texts,
    closing: Texts,
}

fn standing() -> Result<Standing, DataError> {
    data::parse("standing", include_str!("../data/standing.toml"))
}

fn item(day: usize, starts: Time, minutes: u16, texts: &Texts, tracked: bool) -> AgendaItem {
    AgendaItem {
        day,
        starts,
        minutes,
        texts: texts.clone(),
        tracked,
        room: 0,
    }
}

/// Whole days of at most three taught sessions: two before lunch, with a
/// coffee break between them, and one after it. `groups` names, per day, what
/// meets in parallel from 16:00 on, one room each, without attendance.
pub(crate) fn full_days(
    days: &[Vec<Texts>],
    groups: &[Vec<Texts>],
) -> Result<Vec<AgendaItem>, DataError> {
    let standing = standing()?;
    let mut agenda = Vec::new();
    for (day, titles) in days.iter().enumerate() {
        let first = day == 0;
        let (one, coffee, two) = if first {
            agenda.push(item(day, time(9, 0, 0, 0), 30, &standing.opening, false));
            (time(9, 30, 0, 0), time(11, 0, 0, 0), time(11, 30, 0, 0))
        } else {
            (time(9, 0, 0, 0), time(10, 30, 0, 0), time(11, 0, 0, 0))
        };
        let slots = [(one, 90), (two, 90), (time(14, 0, 0, 0), 120)];
        if titles.len() > slots.len() {
            return Err(DataError::Agenda(format!("day {day}")));
        }
        for (title, (starts, minutes)) in titles.iter().zip(slots) {
            agenda.push(item(day, starts, minutes, title, true));
            if starts == one {
                agenda.push(item(day, coffee, 30, &standing.coffee, false));
            }
        }
        for (room, title) in groups.get(day).into_iter().flatten().enumerate() {
            let mut group = item(day, time(16, 0, 0, 0), 45, title, false);
            group.room = room;
            agenda.push(group);
        }
    }
    close(&mut agenda, &standing.closing);
    Ok(agenda)
}

/// Puts the closing after whatever ends last.
fn close(agenda: &mut Vec<AgendaItem>, closing: &Texts) {
    let Some(last) = agenda.last() else { return };
    let end = last.starts + jiff::SignedDuration::from_mins(i64::from(last.minutes));
    let day = last.day;
    // After working groups only a quarter of an hour is left before 17:00.
    let minutes = if end > time(16, 30, 0, 0) { 15 } else { 30 };
    agenda.push(item(day, end, minutes, closing, false));
}

/// Online days: the taught sessions one after another from `starts` on,
/// `per_day` a day. A single one takes two hours, several 90 minutes each with
/// a quarter of an hour between them.
pub(crate) fn online_days(titles: &[Texts], days: usize, starts: Time) -> Vec<AgendaItem> {
    let per_day = titles.len().div_ceil(days.max(1)).max(1);
    let (minutes, step) = if per_day == 1 { (120, 120) } else { (90, 105) };
    let mut agenda = Vec::new();
    for (day, titles) in titles.chunks(per_day).enumerate() {
        let mut at = starts;
        for title in titles {
            agenda.push(item(day, at, minutes, title, true));
            at += jiff::SignedDuration::from_mins(step);
        }
    }
    agenda
}

/// Hours taught: the tracked minutes, rounded to whole hours.
pub(crate) fn hours(agenda: &[AgendaItem]) -> u16 {
    let tracked = agenda.iter().filter(|item| item.tracked);
    let minutes: u16 = tracked.map(|item| item.minutes).sum();
    (minutes + 30) / 60
}
