//! The list of events in a coordinator's scope.

use crate::{Result, Tx};
use maktab_domain::{
    EventId, EventKind, EventMode, EventState, OrganisationId, RegistrationMode, Texts, Timestamp,
};

/// An event of the list.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ManagedRow {
    /// The event.
    pub id: EventId,
    /// Its name in addresses.
    pub slug: String,
    /// Its kind.
    #[sqlx(try_from = "String")]
    pub kind: EventKind,
    /// How people take part.
    #[sqlx(try_from = "String")]
    pub mode: EventMode,
    /// Where it stands.
    #[sqlx(try_from = "String")]
    pub state: EventState,
    /// IANA name of its time zone.
    pub time_zone: String,
    /// Code of the host country.
    pub country: String,
    /// The city.
    #[sqlx(json)]
    pub city: Texts,
    /// First instant.
    pub starts_at: Timestamp,
    /// Last instant.
    pub ends_at: Timestamp,
    /// How many seats there are.
    pub capacity: i64,
    /// How many are taken or held.
    pub taken: i64,
    /// How people come to it.
    #[sqlx(try_from = "String")]
    pub registration_mode: RegistrationMode,
    /// How many registrations await a decision.
    pub submitted: i64,
}

/// Which events by where they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StateFilter {
    /// Those in this state.
    In(EventState),
    /// Published ones that are going on at this instant.
    Running(Timestamp),
}

/// What is looked for.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Events with one of these organisers; `None` for all.
    pub organisers: Option<Vec<OrganisationId>>,
    /// By where they stand.
    pub state: Option<StateFilter>,
    /// Folded words that the search text has to hold, each.
    pub words: Vec<String>,
    /// Events that end at or after this instant.
    pub not_over_at: Option<Timestamp>,
    /// Events that ended before this instant.
    pub over_at: Option<Timestamp>,
}

/// Adds the conditions of a filter to a query builder of either engine.
macro_rules! conditions {
    ($query:expr, $filter:expr) => {{
        $query.push(" WHERE 1 = 1");
        if let Some(organisers) = &$filter.organisers {
            $query.push(
                " AND EXISTS (SELECT 1 FROM event_organisers o
                  WHERE o.event_id = e.id AND o.organisation_id IN (NULL",
            );
            for &organiser in organisers {
                $query.push(", ");
                $query.push_bind(organiser);
            }
            $query.push("))");
        }
        match $filter.state {
            Some(StateFilter::In(state)) => {
                $query.push(" AND e.state = ");
                $query.push_bind(state.code());
            }
            Some(StateFilter::Running(now)) => {
                $query.push(" AND e.state = 'published' AND e.starts_at <= ");
                $query.push_bind(now);
                $query.push(" AND e.ends_at > ");
                $query.push_bind(now);
            }
            None => {}
        }
        for word in &$filter.words {
            // Folded words hold letters and digits only: nothing that LIKE takes for a wildcard.
            $query.push(" AND EXISTS (SELECT 1 FROM event_search f WHERE f.event_id = e.id AND f.folded LIKE ");
            $query.push_bind(format!("%{word}%"));
            $query.push(")");
        }
        if let Some(at) = $filter.not_over_at {
            $query.push(" AND e.ends_at >= ");
            $query.push_bind(at);
        }
        if let Some(at) = $filter.over_at {
            $query.push(" AND e.ends_at < ");
            $query.push_bind(at);
        }
    }};
}

/// One page of the events that are looked for, and how many there are in all: first those
/// that are not over at `now` by start, then those that are, the latest first.
///
/// # Errors
/// The database failed.
pub async fn events(
    tx: &mut Tx,
    filter: &Filter,
    now: Timestamp,
    (limit, offset): (i64, i64),
) -> Result<(Vec<ManagedRow>, i64)> {
    let page = on!(&mut *tx, conn => {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT e.id, e.slug, e.kind, e.mode, e.state, e.time_zone, e.country, e.city,
                    e.starts_at, e.ends_at, e.capacity, e.taken, e.registration_mode,
                    (SELECT count(*) FROM registrations r
                     WHERE r.event_id = e.id AND r.state = 'submitted') AS submitted
             FROM events e",
        );
        conditions!(query, filter);
        query.push(" ORDER BY CASE WHEN e.ends_at >= ");
        query.push_bind(now);
        query.push(" THEN 0 ELSE 1 END, CASE WHEN e.ends_at >= ");
        query.push_bind(now);
        query.push(" THEN e.starts_at ELSE -e.starts_at END, e.id LIMIT ");
        query.push_bind(limit);
        query.push(" OFFSET ");
        query.push_bind(offset);
        query.build_query_as().fetch_all(conn).await
    })?;
    let (count,): (i64,) = on!(&mut *tx, conn => {
        let mut query = sqlx::QueryBuilder::new("SELECT count(*) FROM events e");
        conditions!(query, filter);
        query.build_query_as().fetch_one(conn).await
    })?;
    Ok((page, count))
}
