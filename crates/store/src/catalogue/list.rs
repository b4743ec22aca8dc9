//! The list of events: one statement whatever is filtered, another that counts.

use crate::{Result, Tx};
use maktab_domain::{
    CourseId, EventId, EventKind, EventMode, EventState, RegistrationMode, Texts, Timestamp,
};

/// Which events to list. What is `None` does not narrow the list.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Folded words, all of which have to begin a word of the event's search text.
    /// Beyond [`Filter::MAX_WORDS`] they are not looked at.
    pub words: Vec<String>,
    /// Code of an area.
    pub area: Option<String>,
    /// Kind of event.
    pub kind: Option<EventKind>,
    /// Code of the host country.
    pub country: Option<String>,
    /// Tag of a language in which the event is held.
    pub language: Option<String>,
    /// How people take part.
    pub mode: Option<EventMode>,
    /// The course that it is a run of.
    pub course: Option<CourseId>,
    /// Ends after this instant.
    pub ends_after: Option<Timestamp>,
    /// Has ended at this instant.
    pub ends_by: Option<Timestamp>,
    /// Starts before this instant.
    pub starts_before: Option<Timestamp>,
}

/// In which order events are listed, by their start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// The soonest first.
    Soonest = 1,
    /// The latest first.
    Latest = -1,
}

impl Filter {
    /// The most words that narrow a search.
    pub const MAX_WORDS: usize = 8;

    /// The pattern of the word at this place: `NULL` for no search at all, `%` for no further word.
    fn pattern(&self, place: usize) -> Option<String> {
        let Some(word) = self.words.get(place) else {
            return (place > 0).then(|| "%".to_owned());
        };
        let mut pattern = String::from("% ");
        for c in word.chars() {
            if matches!(c, '%' | '_' | '!') {
                pattern.push('!');
            }
            pattern.push(c);
        }
        pattern.push('%');
        Some(pattern)
    }
}

/// One event of the list.
#[derive(Debug, sqlx::FromRow)]
pub struct ListedRow {
    /// The event.
    pub id: EventId,
    /// Its name in addresses.
    pub slug: String,
    /// The language of title and summary: the one asked for, else English, else any.
    pub language: String,
    /// Its title.
    pub title: String,
    /// Its summary.
    pub summary: String,
    /// Kind.
    #[sqlx(try_from = "String")]
    pub kind: EventKind,
    /// Mode.
    #[sqlx(try_from = "String")]
    pub mode: EventMode,
    /// State.
    #[sqlx(try_from = "String")]
    pub state: EventState,
    /// Time zone (IANA).
    pub time_zone: String,
    /// Code of the host country.
    pub country: String,
    /// City by language; empty online.
    #[sqlx(json)]
    pub city: Texts,
    /// Seats.
    pub capacity: i64,
    /// Seats taken or held.
    pub taken: i64,
    /// Seats held until an address is confirmed.
    pub unconfirmed: i64,
    /// People on the waiting list; counted only where every seat is taken.
    pub waiting: i64,
    /// Whether people may wait.
    pub waiting_list: bool,
    /// How people come.
    #[sqlx(try_from = "String")]
    pub registration_mode: RegistrationMode,
    /// When registration opens.
    pub registration_opens: Timestamp,
    /// First instant at which it no longer is open.
    pub registration_closes: Timestamp,
    /// Start of the event.
    pub starts_at: Timestamp,
    /// End of the event.
    pub ends_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
    /// Codes of its areas, parted by commas.
    pub areas: Option<String>,
    /// Tags of its languages, parted by commas.
    pub languages: Option<String>,
}

/// The condition that every statement of this module shares; its parameters are $1 to $17.
macro_rules! listed {
    () => {
        "e.state <> 'draft'
         AND ($1 IS NULL OR EXISTS (
             SELECT 1 FROM event_search s WHERE s.event_id = e.id
             AND ' ' || s.folded LIKE $1 ESCAPE '!' AND ' ' || s.folded LIKE $2 ESCAPE '!'
             AND ' ' || s.folded LIKE $3 ESCAPE '!' AND ' ' || s.folded LIKE $4 ESCAPE '!'
             AND ' ' || s.folded LIKE $5 ESCAPE '!' AND ' ' || s.folded LIKE $6 ESCAPE '!'
             AND ' ' || s.folded LIKE $7 ESCAPE '!' AND ' ' || s.folded LIKE $8 ESCAPE '!'))
         AND ($9 IS NULL OR EXISTS (
             SELECT 1 FROM event_areas a WHERE a.event_id = e.id AND a.area = $9))
         AND ($10 IS NULL OR e.kind = $10)
         AND ($11 IS NULL OR e.country = $11)
         AND ($12 IS NULL OR EXISTS (
             SELECT 1 FROM event_languages l WHERE l.event_id = e.id AND l.language = $12))
         AND ($13 IS NULL OR e.mode = $13)
         AND ($14 IS NULL OR e.course_id = $14)
         AND ($15 IS NULL OR e.ends_at > $15)
         AND ($16 IS NULL OR e.ends_at <= $16)
         AND ($17 IS NULL OR e.starts_at < $17)"
    };
}

/// Runs a statement with the parameters of [`listed!`], then those given.
macro_rules! filtered {
    ($run:ident, $tx:expr, $row:ty, $sql:expr, $filter:expr $(, $more:expr)*) => {
        $run!(
            $tx, $row, $sql,
            $filter.pattern(0), $filter.pattern(1), $filter.pattern(2), $filter.pattern(3),
            $filter.pattern(4), $filter.pattern(5), $filter.pattern(6), $filter.pattern(7),
            $filter.area.as_deref(), $filter.kind.map(EventKind::code),
            $filter.country.as_deref(), $filter.language.as_deref(),
            $filter.mode.map(EventMode::code), $filter.course,
            $filter.ends_after, $filter.ends_by, $filter.starts_before
            $(, $more)*
        )
    };
}

/// How many events there are.
///
/// # Errors
/// The database failed.
pub async fn count(tx: &mut Tx, filter: &Filter) -> Result<i64> {
    let sql = concat!("SELECT count(*) FROM events e WHERE ", listed!());
    let (count,) = filtered!(one, tx, (i64,), sql, filter)?;
    Ok(count)
}

/// At most `limit` events after the first `offset`, with their texts in `language` where there are.
///
/// # Errors
/// The database failed.
pub async fn page(
    tx: &mut Tx,
    filter: &Filter,
    language: &str,
    order: Order,
    limit: i64,
    offset: i64,
) -> Result<Vec<ListedRow>> {
    let sql = concat!(
        "SELECT e.id, e.slug, t.language, t.title, t.summary, e.kind, e.mode, e.state, e.time_zone,
                e.country, e.city, e.capacity, e.taken, e.waiting_list, e.registration_mode, e.registration_opens,
                e.registration_closes, e.starts_at, e.ends_at, e.updated_at,
                (SELECT count(*) FROM registrations p
                 WHERE p.event_id = e.id AND p.state = 'pending' AND NOT p.without_seat)
                    AS unconfirmed,
                CASE WHEN e.taken < e.capacity THEN 0 ELSE (
                    SELECT count(*) FROM registrations r
                    WHERE r.event_id = e.id AND r.state = 'waitlisted') END AS waiting,
                (SELECT string_agg(a.area, ',') FROM event_areas a
                 WHERE a.event_id = e.id) AS areas,
                (SELECT string_agg(l.language, ',') FROM event_languages l
                 WHERE l.event_id = e.id) AS languages
         FROM events e
         JOIN event_texts t ON t.event_id = e.id AND t.language = (
             SELECT x.language FROM event_texts x WHERE x.event_id = e.id
             ORDER BY CASE x.language WHEN $18 THEN 0 WHEN 'en' THEN 1 ELSE 2 END, x.language
             LIMIT 1)
         WHERE ",
        listed!(),
        " ORDER BY e.starts_at * $19, e.id LIMIT $20 OFFSET $21"
    );
    filtered!(
        rows,
        tx,
        ListedRow,
        sql,
        filter,
        language,
        order as i64,
        limit,
        offset
    )
}

/// How many events there are in each area that has any, by the area's code.
///
/// # Errors
/// The database failed.
pub async fn counts_by_area(tx: &mut Tx, filter: &Filter) -> Result<Vec<(String, i64)>> {
    let sql = concat!(
        "SELECT b.area, count(*) FROM events e JOIN event_areas b ON b.event_id = e.id WHERE ",
        listed!(),
        " GROUP BY b.area"
    );
    filtered!(rows, tx, (String, i64), sql, filter)
}

/// The names in addresses of all events that anybody may see, with their last change.
///
/// # Errors
/// The database failed.
pub async fn public_addresses(tx: &mut Tx) -> Result<Vec<(String, Timestamp)>> {
    rows!(
        tx,
        (String, Timestamp),
        "SELECT slug, updated_at FROM events WHERE state <> 'draft' ORDER BY starts_at, id"
    )
}
