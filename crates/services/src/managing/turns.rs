//! Whose turn it is where a decision on many people cannot give everybody a seat.

use maktab_domain::{RegistrationState, Timestamp};
use maktab_store::managing::RegistrationRow;
use std::cmp::Reverse;
use std::collections::HashMap;

/// Puts registrations into the order in which they are decided on, whatever list they were ticked
/// on: the higher priority first, then who came first. The people of a country whom its focal
/// points have ranked share the turns that they have among them by that order, so that nobody
/// else's turn changes. Nobody is there twice.
pub(super) fn in_turn(mut rows: Vec<RegistrationRow>) -> Vec<RegistrationRow> {
    rows.sort_by_key(|row| (Reverse(row.priority), since(row), row.id));
    rows.dedup_by_key(|row| row.id);
    let mut ranked: HashMap<(i64, &str), Vec<usize>> = HashMap::new();
    for (turn, row) in rows.iter().enumerate() {
        if row.nominated_place.is_some() {
            let country = (row.priority, row.details.country.as_str());
            ranked.entry(country).or_default().push(turn);
        }
    }
    let mut order: Vec<usize> = (0..rows.len()).collect();
    for turns in ranked.values() {
        let mut people = turns.clone();
        people.sort_by_key(|&one| rows[one].nominated_place);
        for (&turn, one) in turns.iter().zip(people) {
            order[turn] = one;
        }
    }
    let mut rows: Vec<_> = rows.into_iter().map(Some).collect();
    order.iter().filter_map(|&one| rows[one].take()).collect()
}

/// Since when somebody waits: for a seat, or for a decision.
const fn since(row: &RegistrationRow) -> Timestamp {
    match row.state {
        RegistrationState::Waitlisted => row.queued_at,
        _ => row.registered_at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::details;
    use maktab_domain::{EventId, ParticipantRole, PersonId, RegistrationId};
    use uuid::Uuid;

    /// Somebody who has applied, or was nominated at this place, as a letter.
    fn row(name: char, registered: i64, nominated: Option<(&str, i64)>) -> RegistrationRow {
        let id = Uuid::from_u128(u128::from(u32::from(name)));
        let mut details = details(&name.to_string());
        if let Some((country, _)) = nominated {
            details.country = country.to_owned();
        }
        RegistrationRow {
            id: RegistrationId(id),
            event_id: EventId(Uuid::nil()),
            person_id: PersonId(id),
            state: RegistrationState::Submitted,
            hold_until: None,
            without_seat: false,
            role: ParticipantRole::Participant,
            organisation_id: None,
            invitation_id: None,
            consent_version: String::new(),
            priority: 0,
            queued_at: Timestamp(0),
            details,
            nominated_place: nominated.map(|(_, place)| place),
            nomination_note: None,
            email: String::new(),
            registered_at: Timestamp(registered),
            confirmed_at: None,
            ended_at: None,
            ended_by: None,
            reason: None,
        }
    }

    fn told(rows: Vec<RegistrationRow>) -> String {
        let rows = in_turn(rows).into_iter();
        rows.map(|row| row.details.name_latin).collect()
    }

    #[test]
    fn who_came_first_comes_first_and_nobody_twice() {
        let rows = vec![row('c', 3, None), row('b', 2, None), row('a', 2, None)];
        assert_eq!(told([rows.clone(), rows.clone()].concat()), "abc");
        let mut rows = rows;
        rows[0].priority = 1;
        // On the waiting list since before the others applied, though registered after them.
        rows[1].state = RegistrationState::Waitlisted;
        rows[1].queued_at = Timestamp(1);
        assert_eq!(told(rows), "cba");
    }

    #[test]
    fn a_country_shares_its_turns_by_the_order_of_its_focal_points() {
        let rows = vec![
            row('a', 1, Some(("TJ", 3))),
            row('b', 2, Some(("IR", 2))),
            row('c', 3, None),
            row('d', 4, Some(("TJ", 1))),
            row('e', 5, Some(("IR", 1))),
            row('f', 6, Some(("TJ", 2))),
        ];
        assert_eq!(told(rows.clone()), "decfba");
        let mut rows = rows;
        rows[0].priority = 1;
        assert_eq!(told(rows), "aecdbf");
    }
}
