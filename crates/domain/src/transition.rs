//! The one table of what can happen to a registration: from where, under which condition, to where.

use crate::RegistrationState;
use crate::code::codes;

codes! {
    /// What can happen to a registration.
    RegistrationEvent, "registration event" {
        /// The person proved the address; the held seat becomes the person's.
        AddressConfirmed = "address-confirmed",
        /// The person proved the address, in an event where a coordinator decides.
        AddressConfirmedForDecision = "address-confirmed-for-decision",
        /// The person proved the address, and no seat was free.
        AddressConfirmedWithoutSeat = "address-confirmed-without-seat",
        /// A coordinator gave the place.
        Approved = "approved",
        /// A coordinator refused.
        Refused = "refused",
        /// A coordinator put the person on the waiting list.
        PutOnWaitingList = "put-on-waiting-list",
        /// A seat was offered: a freed one, or one that the person was nominated for.
        SeatOffered = "seat-offered",
        /// The person took the offered seat.
        OfferAccepted = "offer-accepted",
        /// The person, a focal point or a coordinator gave the place up.
        Withdrawn = "withdrawn",
        /// The deadline passed without an answer.
        DeadlinePassed = "deadline-passed",
        /// A coordinator took a decision back; it awaits a decision again.
        UndoneToDecision = "undone-to-decision",
        /// A coordinator took a decision back; the person is on the waiting list again.
        UndoneToWaitingList = "undone-to-waiting-list",
    }
}

codes! {
    /// What has to hold, besides the state, before something can happen.
    Guard, "guard" {
        /// Nothing else.
        Always = "always",
        /// A seat is held for the person.
        SeatHeld = "seat-held",
        /// No seat is held for the person.
        NoSeatHeld = "no-seat-held",
        /// A seat is free, in the event and in every quota that the person counts for.
        SeatFree = "seat-free",
        /// The deadline has not passed.
        InTime = "in-time",
        /// The deadline has passed.
        TooLate = "too-late",
        /// The mail that told the decision has not left.
        MailNotSent = "mail-not-sent",
    }
}

/// One line of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Transition {
    /// Where the registration stands.
    pub from: RegistrationState,
    /// What happens.
    pub event: RegistrationEvent,
    /// What has to hold for it.
    pub guard: Guard,
    /// Where the registration stands then.
    pub to: RegistrationState,
}

const fn on(
    from: RegistrationState,
    event: RegistrationEvent,
    guard: Guard,
    to: RegistrationState,
) -> Transition {
    Transition {
        from,
        event,
        guard,
        to,
    }
}

use Guard as G;
use RegistrationEvent as E;
use RegistrationState as S;

/// Everything that can happen to a registration. What is not here cannot.
pub const TRANSITIONS: &[Transition] = &[
    on(S::Pending, E::AddressConfirmed, G::SeatHeld, S::Confirmed),
    on(
        S::Pending,
        E::AddressConfirmedForDecision,
        G::InTime,
        S::Submitted,
    ),
    on(
        S::Pending,
        E::AddressConfirmedWithoutSeat,
        G::NoSeatHeld,
        S::Waitlisted,
    ),
    on(S::Pending, E::Withdrawn, G::Always, S::Cancelled),
    on(S::Pending, E::DeadlinePassed, G::TooLate, S::Cancelled),
    on(S::Submitted, E::Approved, G::SeatFree, S::Confirmed),
    on(S::Submitted, E::SeatOffered, G::SeatFree, S::Offered),
    on(S::Submitted, E::PutOnWaitingList, G::Always, S::Waitlisted),
    on(S::Submitted, E::Refused, G::Always, S::Declined),
    on(S::Submitted, E::Withdrawn, G::Always, S::Cancelled),
    on(S::Waitlisted, E::Approved, G::SeatFree, S::Confirmed),
    on(S::Waitlisted, E::SeatOffered, G::SeatFree, S::Offered),
    on(S::Waitlisted, E::Refused, G::Always, S::Declined),
    on(S::Waitlisted, E::Withdrawn, G::Always, S::Cancelled),
    on(
        S::Waitlisted,
        E::UndoneToDecision,
        G::MailNotSent,
        S::Submitted,
    ),
    on(S::Offered, E::OfferAccepted, G::InTime, S::Confirmed),
    on(S::Offered, E::Withdrawn, G::Always, S::Cancelled),
    on(S::Offered, E::DeadlinePassed, G::TooLate, S::Cancelled),
    on(
        S::Offered,
        E::UndoneToDecision,
        G::MailNotSent,
        S::Submitted,
    ),
    on(
        S::Offered,
        E::UndoneToWaitingList,
        G::MailNotSent,
        S::Waitlisted,
    ),
    on(S::Confirmed, E::Withdrawn, G::Always, S::Cancelled),
    on(
        S::Confirmed,
        E::UndoneToDecision,
        G::MailNotSent,
        S::Submitted,
    ),
    on(
        S::Confirmed,
        E::UndoneToWaitingList,
        G::MailNotSent,
        S::Waitlisted,
    ),
    on(
        S::Declined,
        E::UndoneToDecision,
        G::MailNotSent,
        S::Submitted,
    ),
    on(
        S::Declined,
        E::UndoneToWaitingList,
        G::MailNotSent,
        S::Waitlisted,
    ),
];

impl Transition {
    /// The line for this state and event, or `None` where it cannot happen.
    #[must_use]
    pub fn find(from: RegistrationState, event: RegistrationEvent) -> Option<&'static Self> {
        let found = |line: &&Self| line.from == from && line.event == event;
        TRANSITIONS.iter().find(found)
    }
}

/// Why something does not happen to a registration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoStep {
    /// It cannot happen in this state.
    Impossible,
    /// It could, but this is not known to hold.
    Lacking(Guard),
}

impl Guard {
    /// What is to be said of a seat that is held for the person, or is not.
    #[must_use]
    pub const fn seat(is_held: bool) -> Self {
        if is_held {
            Self::SeatHeld
        } else {
            Self::NoSeatHeld
        }
    }

    /// What is to be said of a deadline that is still to come, or has passed.
    #[must_use]
    pub const fn deadline(is_to_come: bool) -> Self {
        if is_to_come {
            Self::InTime
        } else {
            Self::TooLate
        }
    }
}

impl RegistrationState {
    /// The state that follows where all of `holding` is known to hold. What is not among it does
    /// not: a use case finds it out first, as by taking the seat.
    ///
    /// # Errors
    /// What is in the way.
    pub fn step(self, event: RegistrationEvent, holding: &[Guard]) -> Result<Self, NoStep> {
        let line = Transition::find(self, event).ok_or(NoStep::Impossible)?;
        match line.guard {
            Guard::Always => Ok(line.to),
            guard if holding.contains(&guard) => Ok(line.to),
            guard => Err(NoStep::Lacking(guard)),
        }
    }

    /// The state that follows, or `None` where this cannot happen here. It asks for no guard: a
    /// page asks so what there is to do, and what changes a registration goes by
    /// [`Self::step`].
    #[must_use]
    pub fn after(self, event: RegistrationEvent) -> Option<Self> {
        Transition::find(self, event).map(|line| line.to)
    }
}

/// The table as a state diagram in Mermaid, as `ARCHITECTURE.md` shows it: an arrow per pair of
/// states, with what leads along it.
#[cfg(test)]
fn diagram() -> String {
    let mut lines = vec!["stateDiagram-v2".to_owned()];
    for &from in RegistrationState::ALL {
        for &to in RegistrationState::ALL {
            let along = TRANSITIONS.iter().filter(|t| t.from == from && t.to == to);
            let words: Vec<_> = along
                .map(|t| match t.guard {
                    Guard::Always => t.event.to_string(),
                    guard => format!("{} [{guard}]", t.event),
                })
                .collect();
            if !words.is_empty() {
                lines.push(format!("    {from} --> {to}: {}", words.join(", ")));
            }
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Over all pairs: either the table has exactly one line, or nothing can happen.
    #[test]
    fn every_pair_of_state_and_event_has_at_most_one_outcome() {
        let mut possible = 0;
        for &state in RegistrationState::ALL {
            for &event in RegistrationEvent::ALL {
                let lines = TRANSITIONS
                    .iter()
                    .filter(|line| line.from == state && line.event == event);
                let lines: Vec<_> = lines.collect();
                assert!(lines.len() <= 1, "{state}, {event}");
                assert_eq!(state.after(event), lines.first().map(|line| line.to));
                possible += lines.len();
            }
        }
        assert_eq!(possible, TRANSITIONS.len());
    }

    #[test]
    fn nothing_happens_without_what_it_asks_for() {
        for &state in RegistrationState::ALL {
            for &event in RegistrationEvent::ALL {
                let Some(line) = Transition::find(state, event) else {
                    assert_eq!(state.step(event, Guard::ALL), Err(NoStep::Impossible));
                    continue;
                };
                let all_others = Guard::ALL.iter().copied();
                let all_others: Vec<_> = all_others.filter(|&one| one != line.guard).collect();
                let without = match line.guard {
                    Guard::Always => Ok(line.to),
                    guard => Err(NoStep::Lacking(guard)),
                };
                assert_eq!(state.step(event, &all_others), without, "{line:?}");
                assert_eq!(state.step(event, &[]), without, "{line:?}");
                assert_eq!(state.step(event, &[line.guard]), Ok(line.to), "{line:?}");
            }
        }
    }

    #[test]
    fn a_seat_is_gained_only_where_one_is_free_or_held() {
        for line in TRANSITIONS {
            let had = line.from.holds_seat(line.guard == Guard::NoSeatHeld);
            let gains = !had && line.to.holds_seat(false);
            assert_eq!(gains, line.guard == Guard::SeatFree, "{line:?}");
        }
    }

    #[test]
    fn what_is_over_comes_back_only_by_taking_a_decision_back() {
        for line in TRANSITIONS.iter().filter(|line| !line.from.is_live()) {
            assert_eq!(line.guard, Guard::MailNotSent, "{line:?}");
        }
    }

    #[test]
    fn deadlines_are_kept_where_there_are_any() {
        for line in TRANSITIONS {
            let timed = matches!(line.guard, Guard::InTime | Guard::TooLate);
            assert!(!timed || line.from.has_deadline(), "{line:?}");
        }
    }

    #[test]
    fn every_state_is_reached_and_every_event_and_guard_is_used() {
        let reached: BTreeSet<_> = TRANSITIONS.iter().map(|line| line.to).collect();
        for &state in RegistrationState::ALL {
            assert!(reached.contains(&state) || state == RegistrationState::Pending);
        }
        for &event in RegistrationEvent::ALL {
            assert!(
                TRANSITIONS.iter().any(|line| line.event == event),
                "{event}"
            );
        }
        for &guard in Guard::ALL {
            assert!(
                TRANSITIONS.iter().any(|line| line.guard == guard),
                "{guard}"
            );
        }
    }

    #[test]
    fn the_architecture_shows_this_very_table() {
        let document = include_str!("../../../ARCHITECTURE.md");
        let diagram = diagram();
        assert!(
            document.contains(&diagram),
            "ARCHITECTURE.md lacks:\n{diagram}"
        );
    }
}
