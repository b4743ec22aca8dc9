//! How many seats are left, and whether one can be had, as anybody may know it.
//!
//! A seat that is held until an address is confirmed does not show while others are left:
//! whoever registers a second time holds none, and the number would tell it to strangers.

use maktab_domain::{
    EventState, RegistrationGate, RegistrationMode, RegistrationWindow, SeatsLeft, Timestamp,
};

/// Where an event stands in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Has not begun.
    Upcoming,
    /// Has begun and not ended.
    Running,
    /// Has ended.
    Over,
}

impl Phase {
    /// Decides from the times, and from the state where people have closed the event already.
    #[must_use]
    pub fn of(state: EventState, starts: Timestamp, ends: Timestamp, now: Timestamp) -> Self {
        match state {
            EventState::Completed | EventState::Archived => Self::Over,
            _ if now < starts => Self::Upcoming,
            _ if now < ends => Self::Running,
            _ => Self::Over,
        }
    }
}

/// The seats of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seats {
    /// How many there are.
    pub capacity: i64,
    /// How many are left beside those of people who have confirmed; 0 where none can be had.
    pub left: i64,
    /// People on the waiting list; 0 while seats are left.
    pub waiting: i64,
    /// Whether one can register, and why not.
    pub gate: RegistrationGate,
    /// How people come.
    pub admission: RegistrationMode,
    /// When registration opens.
    pub opens: Timestamp,
    /// First instant at which it no longer is open.
    pub closes: Timestamp,
    /// Where the event stands in time.
    pub phase: Phase,
}

/// What the seats of an event follow from.
pub(super) struct Basis {
    pub state: EventState,
    pub mode: RegistrationMode,
    pub window: RegistrationWindow,
    pub capacity: i64,
    /// Taken or held.
    pub taken: i64,
    /// Those among them that are held until an address is confirmed.
    pub unconfirmed: i64,
    pub waiting: i64,
    /// Whether people may wait.
    pub waiting_list: bool,
    pub starts: Timestamp,
    pub ends: Timestamp,
}

impl Seats {
    pub(super) fn of(basis: &Basis, now: Timestamp) -> Self {
        let left = (basis.capacity - basis.taken).max(0);
        let phase = Phase::of(basis.state, basis.starts, basis.ends, now);
        let window = basis.window.of_event_ending(basis.ends);
        let seats = SeatsLeft {
            left,
            waiting_list: basis.waiting_list,
        };
        let gate = RegistrationGate::of(basis.state, basis.mode, window, seats, now);
        Self {
            capacity: basis.capacity,
            left: match left {
                0 => 0,
                _ => (left + basis.unconfirmed).min(basis.capacity),
            },
            waiting: if left == 0 { basis.waiting } else { 0 },
            gate,
            admission: basis.mode,
            opens: basis.window.opens,
            closes: basis.window.closes,
            phase,
        }
    }

    /// How many are not left.
    #[must_use]
    pub const fn taken(&self) -> i64 {
        self.capacity - self.left
    }

    /// Whether at most a fifth is left.
    #[must_use]
    pub const fn are_few(&self) -> bool {
        self.left * 5 <= self.capacity
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seats(state: EventState, taken: i64, now: i64) -> Seats {
        seats_with(state, (taken, 0), now)
    }

    fn seats_with(state: EventState, (taken, unconfirmed): (i64, i64), now: i64) -> Seats {
        let basis = Basis {
            state,
            mode: RegistrationMode::Open,
            window: RegistrationWindow {
                opens: Timestamp(10),
                closes: Timestamp(90),
            },
            capacity: 20,
            taken,
            unconfirmed,
            waiting: 3,
            waiting_list: false,
            starts: Timestamp(50),
            ends: Timestamp(60),
        };
        Seats::of(&basis, Timestamp(now))
    }

    #[test]
    fn seats_follow_from_what_is_taken_and_from_the_time() {
        use RegistrationGate::{Cancelled, Closed, Full, NotYet, Open};
        let published = EventState::Published;
        for (state, taken, now, gate, phase, few, waiting) in [
            (published, 0, 5, NotYet, Phase::Upcoming, false, 0),
            (published, 15, 20, Open, Phase::Upcoming, false, 0),
            (published, 16, 20, Open, Phase::Upcoming, true, 0),
            (published, 20, 20, Full, Phase::Upcoming, true, 3),
            (published, 0, 50, Open, Phase::Running, false, 0),
            (published, 0, 60, Closed, Phase::Over, false, 0),
            (EventState::Completed, 0, 55, Closed, Phase::Over, false, 0),
            (
                EventState::Cancelled,
                0,
                20,
                Cancelled,
                Phase::Upcoming,
                false,
                0,
            ),
            (
                EventState::Cancelled,
                0,
                70,
                Cancelled,
                Phase::Over,
                false,
                0,
            ),
        ] {
            let seats = seats(state, taken, now);
            assert_eq!((seats.gate, seats.phase), (gate, phase), "{state} at {now}");
            assert_eq!((seats.are_few(), seats.waiting), (few, waiting));
            assert_eq!(seats.taken(), taken);
        }
    }

    #[test]
    fn what_is_not_confirmed_shows_only_where_it_takes_the_last_seat() {
        use RegistrationGate::{Full, Open};
        for (taken, unconfirmed, gate, left, waiting) in [
            (1, 1, Open, 20, 0),
            (18, 2, Open, 4, 0),
            (19, 19, Open, 20, 0),
            (20, 1, Full, 0, 3),
            (20, 20, Full, 0, 3),
        ] {
            let seats = seats_with(EventState::Published, (taken, unconfirmed), 20);
            let got = (seats.gate, seats.left, seats.waiting);
            assert_eq!(got, (gate, left, waiting), "{taken}, {unconfirmed}");
        }
    }
}
