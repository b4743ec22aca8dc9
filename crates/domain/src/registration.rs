//! A person's place in an event: where it stands, and as what the person comes.

use crate::code::codes;

codes! {
    /// Where a registration stands. How the states follow each other: [`crate::TRANSITIONS`].
    RegistrationState, "registration state" {
        /// The address is not confirmed yet; a seat is held until a deadline where one was free.
        Pending = "pending",
        /// Waits for a coordinator's decision, without a seat.
        Submitted = "submitted",
        /// Has a place.
        Confirmed = "confirmed",
        /// Waits for a place.
        Waitlisted = "waitlisted",
        /// A seat is held until the person answers or a deadline passes.
        Offered = "offered",
        /// Refused by a coordinator.
        Declined = "declined",
        /// Given up, by the person, a coordinator, a focal point or a deadline.
        Cancelled = "cancelled",
    }
}

codes! {
    /// As what somebody comes to an event.
    ParticipantRole, "participant role" {
        /// Takes part, earns a certificate, takes one of the seats.
        Participant = "participant",
        /// Looks on; takes no participant's seat (Article II of the memorandum).
        Observer = "observer",
        /// Contributes; takes no participant's seat.
        Speaker = "speaker",
    }
}

impl RegistrationState {
    /// Whether a person can have only one such registration for an event.
    #[must_use]
    pub const fn is_live(self) -> bool {
        !matches!(self, Self::Declined | Self::Cancelled)
    }

    /// Whether a seat is taken by it. Only while the address is not confirmed the state does
    /// not say it alone: then `without_seat` does.
    #[must_use]
    pub const fn holds_seat(self, without_seat: bool) -> bool {
        match self {
            Self::Confirmed | Self::Offered => true,
            Self::Pending => !without_seat,
            Self::Submitted | Self::Waitlisted | Self::Declined | Self::Cancelled => false,
        }
    }

    /// Whether there is a deadline for the person to answer.
    #[must_use]
    pub const fn has_deadline(self) -> bool {
        matches!(self, Self::Pending | Self::Offered)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_live_registration_holds_a_seat() {
        for &state in RegistrationState::ALL {
            assert!(!state.holds_seat(false) || state.is_live(), "{state}");
            assert!(
                !state.holds_seat(true) || state.holds_seat(false),
                "{state}"
            );
        }
    }
}
