//! What cannot be at the same time: two sessions in one room, or of one trainer.

use super::agenda::AgendaSession;
use maktab_domain::{Texts, Timestamp};
use maktab_locale::fold_for_search;

/// Something that a coordinator should look at. It forbids nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// Another session is in the same room at the same time.
    Room {
        /// The room.
        room: String,
        /// The other session.
        other: Texts,
    },
    /// A trainer has another session of this event at the same time.
    Trainer {
        /// The trainer.
        name: String,
        /// The other session.
        other: Texts,
    },
    /// A trainer has a session of another event at the same time.
    Elsewhere {
        /// The trainer.
        name: String,
        /// The other event; empty where it is not this coordinator's to know.
        title: String,
        /// When the other session starts.
        starts_at: Timestamp,
        /// When it ends.
        ends_at: Timestamp,
    },
}

/// Notes on every session what overlaps with it.
pub(super) fn warn(sessions: &mut [AgendaSession]) {
    for here in 0..sessions.len() {
        let mut found = Vec::new();
        for (there, other) in sessions.iter().enumerate() {
            let one = &sessions[here];
            if there == here || one.starts_at >= other.ends_at || other.starts_at >= one.ends_at {
                continue;
            }
            let room = fold_for_search(&one.room);
            if !room.is_empty() && room == fold_for_search(&other.room) {
                found.push(Warning::Room {
                    room: one.room.clone(),
                    other: other.titles.clone(),
                });
            }
            for trainer in &one.trainers {
                if other.trainers.iter().any(|t| t.person == trainer.person) {
                    found.push(Warning::Trainer {
                        name: trainer.name_latin.clone(),
                        other: other.titles.clone(),
                    });
                }
            }
        }
        sessions[here].warnings.append(&mut found);
    }
}

#[cfg(test)]
mod tests {
    use super::super::agenda::Trainer;
    use super::*;
    use maktab_domain::{PersonId, SessionId};

    fn session(title: &str, (from, until): (i64, i64), room: &str, who: &[u128]) -> AgendaSession {
        let trainer = |&n: &u128| Trainer {
            person: PersonId(uuid::Uuid::from_u128(n)),
            name_latin: format!("T{n}"),
            name_native: None,
            name_native_language: None,
            country: "UZ".to_owned(),
            institution: String::new(),
        };
        AgendaSession {
            id: SessionId(uuid::Uuid::nil()),
            titles: Texts::new([("en", title)]),
            starts_at: Timestamp(from),
            ends_at: Timestamp(until),
            room: room.to_owned(),
            tracked: true,
            has_records: false,
            trainers: who.iter().map(trainer).collect(),
            warnings: Vec::new(),
        }
    }

    #[test]
    fn the_same_room_or_trainer_at_the_same_time_is_told_on_both_sides() {
        let mut agenda = [
            session("a", (0, 60), "Hall A", &[1]),
            session("b", (30, 90), "hall  a", &[2]),
            session("c", (50, 70), "Hall B", &[1, 2]),
            session("d", (90, 120), "Hall A", &[1, 2]),
            session("e", (0, 60), "", &[]),
            session("f", (0, 60), "", &[]),
        ];
        warn(&mut agenda);
        let told: Vec<Vec<String>> = agenda
            .iter()
            .map(|s| {
                let short = |w: &Warning| match w {
                    Warning::Room { other, .. } => format!("room {}", other.best("en").1),
                    Warning::Trainer { name, other } => format!("{name} {}", other.best("en").1),
                    Warning::Elsewhere { .. } => String::new(),
                };
                s.warnings.iter().map(short).collect()
            })
            .collect();
        let expected: [&[&str]; 6] = [
            &["room b", "T1 c"],
            &["room a", "T2 c"],
            &["T1 a", "T2 b"],
            &[],
            &[],
            &[],
        ];
        assert_eq!(told, expected);
    }
}
