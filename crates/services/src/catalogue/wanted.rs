//! Which events a visitor wants to see.

use maktab_domain::{
    AreaCode, CountryCode, CourseId, EventKind, EventMode, LanguageTag, Timestamp,
};
use maktab_locale::fold_for_search;
use maktab_store::catalogue::{Filter, Order};

/// Which part of time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum When {
    /// Events that have not ended: running ones included.
    #[default]
    Upcoming,
    /// Events that have ended.
    Past,
    /// All of them.
    All,
}

impl When {
    /// Every part, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Upcoming, Self::Past, Self::All];

    /// The stable code, as it stands in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Upcoming => "upcoming",
            Self::Past => "past",
            Self::All => "all",
        }
    }
}

/// Which events a visitor wants to see. What is `None` or empty does not narrow the list.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Wanted {
    /// What was typed into the search.
    pub words: String,
    /// An area.
    pub area: Option<AreaCode>,
    /// A kind.
    pub kind: Option<EventKind>,
    /// The host country.
    pub country: Option<CountryCode>,
    /// A language in which it is held.
    pub language: Option<LanguageTag>,
    /// How people take part.
    pub mode: Option<EventMode>,
    /// Runs of this course only.
    pub course: Option<CourseId>,
    /// Which part of time.
    pub when: When,
    /// The first day of interest. It takes the place of today where upcoming events are wanted.
    pub from: Option<jiff::civil::Date>,
    /// The last day of interest.
    pub until: Option<jiff::civil::Date>,
}

impl Wanted {
    /// Whether anything narrows the list.
    #[must_use]
    pub fn is_narrowed(&self) -> bool {
        *self != Self::default()
    }

    pub(super) fn filter(&self, now: Timestamp) -> Filter {
        let from = self.from.map(midnight);
        let (mut ends_after, mut ends_by) = (from, None);
        match self.when {
            When::Upcoming => ends_after = Some(from.unwrap_or(now)),
            When::Past => ends_by = Some(now),
            When::All => {}
        }
        // The day after the last one; there is none after the last day of the calendar.
        let until = self.until.and_then(|day| day.tomorrow().ok());
        let folded = fold_for_search(&self.words);
        Filter {
            words: folded.split_whitespace().map(str::to_owned).collect(),
            area: self.area.as_ref().map(ToString::to_string),
            kind: self.kind,
            country: self.country.map(|code| code.to_string()),
            language: self.language.as_ref().map(ToString::to_string),
            mode: self.mode,
            course: self.course,
            ends_after,
            ends_by,
            starts_before: until.map(midnight),
        }
    }

    pub(super) fn order(&self) -> Order {
        match self.when {
            When::Past => Order::Latest,
            When::Upcoming | When::All => Order::Soonest,
        }
    }
}

/// The begin of a day. Events lie in several time zones, so days of the list are days of UTC:
/// the countries served are 3 to 6 hours ahead, and no event starts before their morning.
fn midnight(day: jiff::civil::Date) -> Timestamp {
    let at = day.to_zoned(jiff::tz::TimeZone::UTC);
    Timestamp(at.map_or(0, |at| at.timestamp().as_millisecond()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const NOW: Timestamp = Timestamp(1_800_250_200_000);
    const DAY: i64 = 86_400_000;

    #[test]
    fn time_narrows_the_list() {
        let first = date(2027, 1, 4);
        let start = midnight(first);
        for (when, from, until, expected) in [
            (When::Upcoming, None, None, (Some(NOW), None, None)),
            (When::Past, None, None, (None, Some(NOW), None)),
            (When::All, None, None, (None, None, None)),
            (When::Upcoming, Some(first), None, (Some(start), None, None)),
            (
                When::Past,
                Some(first),
                None,
                (Some(start), Some(NOW), None),
            ),
            (
                When::All,
                None,
                Some(first),
                (None, None, Some(Timestamp(start.0 + DAY))),
            ),
        ] {
            let wanted = Wanted {
                when,
                from,
                until,
                ..Wanted::default()
            };
            let filter = wanted.filter(NOW);
            let found = (filter.ends_after, filter.ends_by, filter.starts_before);
            assert_eq!(found, expected, "{when:?} {from:?} {until:?}");
        }
    }

    #[test]
    fn words_are_folded_and_parted() {
        let wanted = Wanted {
            words: "  ВИЗА и Приём, 100%_ ".to_owned(),
            ..Wanted::default()
        };
        assert_eq!(wanted.filter(NOW).words, ["виза", "и", "прием", "100"]);
    }
}
