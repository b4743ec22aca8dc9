//! Events: what they are, where they stand, and when one can register.

use crate::Timestamp;
use crate::code::codes;

codes! {
    /// The four kinds of event of the memorandum (Article V.1 x).
    EventKind, "event kind" {
        /// A workshop.
        Workshop = "workshop",
        /// A seminar.
        Seminar = "seminar",
        /// A conference.
        Conference = "conference",
        /// A training course.
        TrainingCourse = "training-course",
    }
}

codes! {
    /// How people take part.
    EventMode, "event mode" {
        /// All in one place.
        InPerson = "in-person",
        /// All by network.
        Online = "online",
        /// Some in one place, some by network.
        Hybrid = "hybrid",
    }
}

codes! {
    /// Where an event stands, as decided by people. That it is running follows from the time.
    EventState, "event state" {
        /// Being prepared; seen by its coordinators only.
        Draft = "draft",
        /// In the catalogue.
        Published = "published",
        /// Over, and its attendance closed.
        Completed = "completed",
        /// Kept for the record.
        Archived = "archived",
        /// Will not take place.
        Cancelled = "cancelled",
    }
}

impl EventState {
    /// Whether a visitor without any role may see the event.
    #[must_use]
    pub const fn is_public(self) -> bool {
        !matches!(self, Self::Draft)
    }
}

codes! {
    /// How people come to an event.
    RegistrationMode, "registration mode" {
        /// Whoever registers has a place, while there are places.
        Open = "open",
        /// A coordinator decides.
        Approval = "approval",
        /// A focal point nominates.
        Nominated = "nominated",
        /// By personal invitation.
        Invited = "invited",
    }
}

/// When registration is open, from `opens` until just before `closes`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RegistrationWindow {
    /// First instant at which one can register.
    pub opens: Timestamp,
    /// First instant at which one no longer can.
    pub closes: Timestamp,
}

impl RegistrationWindow {
    /// The window of an event that ends then: nobody registers for what is over, whatever
    /// closing was once set.
    #[must_use]
    pub fn of_event_ending(self, ends: Timestamp) -> Self {
        Self {
            closes: self.closes.min(ends),
            ..self
        }
    }
}

codes! {
    /// Whether somebody who comes by themselves can register now; the reason where not.
    RegistrationGate, "registration gate" {
        /// Yes.
        Open = "open",
        /// Not yet: the window has not opened.
        NotYet = "not-yet",
        /// No longer: the window has closed, or the event is over.
        Closed = "closed",
        /// Every seat is taken or held, but one can wait for one that is freed.
        WaitingList = "waiting-list",
        /// Every seat is taken or held.
        Full = "full",
        /// People come by nomination.
        ByNomination = "by-nomination",
        /// People come by invitation.
        ByInvitation = "by-invitation",
        /// The event will not take place.
        Cancelled = "cancelled",
    }
}

impl RegistrationGate {
    /// Decides from what the event is and the seats that are left. Where a coordinator decides,
    /// any number of people can apply.
    #[must_use]
    pub fn of(
        state: EventState,
        mode: RegistrationMode,
        window: RegistrationWindow,
        seats: SeatsLeft,
        now: Timestamp,
    ) -> Self {
        match state {
            EventState::Cancelled => return Self::Cancelled,
            EventState::Published => {}
            EventState::Draft | EventState::Completed | EventState::Archived => {
                return Self::Closed;
            }
        }
        if now >= window.closes {
            return Self::Closed;
        }
        match mode {
            RegistrationMode::Nominated => return Self::ByNomination,
            RegistrationMode::Invited => return Self::ByInvitation,
            RegistrationMode::Open | RegistrationMode::Approval => {}
        }
        if now < window.opens {
            return Self::NotYet;
        }
        if mode == RegistrationMode::Approval || seats.left > 0 {
            Self::Open
        } else if seats.waiting_list {
            Self::WaitingList
        } else {
            Self::Full
        }
    }

    /// Whether the form of registration is there to be filled in.
    #[must_use]
    pub const fn lets_in(self) -> bool {
        matches!(self, Self::Open | Self::WaitingList)
    }
}

/// What is left of an event's seats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeatsLeft {
    /// Seats neither taken nor held.
    pub left: i64,
    /// Whether people may wait for a freed one.
    pub waiting_list: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use EventState::{Archived, Cancelled, Completed, Draft, Published};
    use RegistrationMode::{Approval, Invited, Nominated, Open};

    #[test]
    fn the_gate_says_why_it_is_shut() {
        let window = RegistrationWindow {
            opens: Timestamp(10),
            closes: Timestamp(20),
        };
        for (state, mode, left, now, gate) in [
            (Published, Open, 1, 10, RegistrationGate::Open),
            (Published, Approval, 1, 19, RegistrationGate::Open),
            (Published, Open, 1, 9, RegistrationGate::NotYet),
            (Published, Open, 1, 20, RegistrationGate::Closed),
            (Published, Open, 0, 15, RegistrationGate::Full),
            (Published, Approval, 0, 15, RegistrationGate::Open),
            (Published, Open, 0, 20, RegistrationGate::Closed),
            (Published, Nominated, 5, 15, RegistrationGate::ByNomination),
            (Published, Invited, 5, 5, RegistrationGate::ByInvitation),
            (Cancelled, Open, 5, 15, RegistrationGate::Cancelled),
            (Draft, Open, 5, 15, RegistrationGate::Closed),
            (Completed, Open, 5, 15, RegistrationGate::Closed),
            (Archived, Open, 5, 15, RegistrationGate::Closed),
        ] {
            let window = window.of_event_ending(Timestamp(30));
            let seats = SeatsLeft {
                left,
                waiting_list: false,
            };
            assert_eq!(
                RegistrationGate::of(state, mode, window, seats, Timestamp(now)),
                gate
            );
            let seats = SeatsLeft {
                waiting_list: true,
                ..seats
            };
            let waiting = match gate {
                RegistrationGate::Full => RegistrationGate::WaitingList,
                other => other,
            };
            assert_eq!(
                RegistrationGate::of(state, mode, window, seats, Timestamp(now)),
                waiting
            );
        }
        let over = window.of_event_ending(Timestamp(15));
        let seats = SeatsLeft {
            left: 1,
            waiting_list: true,
        };
        let gate = RegistrationGate::of(Published, Open, over, seats, Timestamp(15));
        assert_eq!(gate, RegistrationGate::Closed);
    }
}
