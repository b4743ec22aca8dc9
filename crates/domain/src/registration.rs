//! A person's place in an event: its states, and the one table of how they follow each other.

use crate::code::codes;

codes! {
    /// Where a registration stands.
    RegistrationState, "registration state" {
        /// The address is not confirmed yet; the seat is held until a deadline.
        Pending = "pending",
        /// Waits for a coordinator's decision; the seat is held.
        Submitted = "submitted",
        /// Has a place.
        Confirmed = "confirmed",
        /// Waits for a place.
        Waitlisted = "waitlisted",
        /// A freed seat is held until a deadline.
        Offered = "offered",
        /// Refused by a coordinator.
        Declined = "declined",
        /// Given up, by the person, a coordinator or a deadline.
        Cancelled = "cancelled",
    }
}

codes! {
    /// What can happen to a registration.
    RegistrationEvent, "registration event" {
        /// The person proved the address, in an event that needs no decision.
        AddressConfirmed = "address-confirmed",
        /// The person proved the address, in an event where a coordinator decides.
        AddressConfirmedForDecision = "address-confirmed-for-decision",
        /// A coordinator gave the place.
        Approved = "approved",
        /// A coordinator refused.
        Refused = "refused",
        /// There was no place; the person waits for one.
        Waitlisted = "waitlisted",
        /// A freed seat was offered.
        SeatOffered = "seat-offered",
        /// The person took the offered seat.
        OfferAccepted = "offer-accepted",
        /// The person or a coordinator gave the place up.
        Withdrawn = "withdrawn",
        /// The deadline passed without an answer.
        DeadlinePassed = "deadline-passed",
    }
}

impl RegistrationState {
    /// The state that follows, or `None` where this cannot happen here.
    #[must_use]
    pub const fn after(self, event: RegistrationEvent) -> Option<Self> {
        use RegistrationEvent as E;
        Some(match (self, event) {
            (Self::Pending, E::AddressConfirmed) => Self::Confirmed,
            (Self::Pending, E::AddressConfirmedForDecision) => Self::Submitted,
            (Self::Pending | Self::Submitted, E::Waitlisted) => Self::Waitlisted,
            (Self::Submitted | Self::Waitlisted, E::Approved) => Self::Confirmed,
            (Self::Submitted | Self::Waitlisted, E::Refused) => Self::Declined,
            (Self::Waitlisted, E::SeatOffered) => Self::Offered,
            (Self::Offered, E::OfferAccepted) => Self::Confirmed,
            (Self::Pending | Self::Offered, E::DeadlinePassed) => Self::Cancelled,
            (
                Self::Pending
                | Self::Submitted
                | Self::Confirmed
                | Self::Waitlisted
                | Self::Offered,
                E::Withdrawn,
            ) => Self::Cancelled,
            _ => return None,
        })
    }

    /// Whether a person can have only one such registration for an event.
    #[must_use]
    pub const fn is_live(self) -> bool {
        !matches!(self, Self::Declined | Self::Cancelled)
    }

    /// Whether it takes a seat from those that are left.
    #[must_use]
    pub const fn holds_seat(self) -> bool {
        matches!(
            self,
            Self::Pending | Self::Submitted | Self::Confirmed | Self::Offered
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_table_is_as_written() {
        let mut table = String::new();
        for &state in RegistrationState::ALL {
            for &event in RegistrationEvent::ALL {
                if let Some(next) = state.after(event) {
                    table += &format!("{state} --{event}-> {next}\n");
                }
            }
        }
        let expected = "\
pending --address-confirmed-> confirmed
pending --address-confirmed-for-decision-> submitted
pending --waitlisted-> waitlisted
pending --withdrawn-> cancelled
pending --deadline-passed-> cancelled
submitted --approved-> confirmed
submitted --refused-> declined
submitted --waitlisted-> waitlisted
submitted --withdrawn-> cancelled
confirmed --withdrawn-> cancelled
waitlisted --approved-> confirmed
waitlisted --refused-> declined
waitlisted --seat-offered-> offered
waitlisted --withdrawn-> cancelled
offered --offer-accepted-> confirmed
offered --withdrawn-> cancelled
offered --deadline-passed-> cancelled
";
        assert_eq!(table, expected);
    }

    #[test]
    fn what_is_over_stays_over() {
        for &state in RegistrationState::ALL {
            let ends = RegistrationEvent::ALL
                .iter()
                .all(|&e| state.after(e).is_none());
            assert_eq!(ends, !state.is_live(), "{state}");
        }
    }

    #[test]
    fn only_a_live_registration_holds_a_seat() {
        for &state in RegistrationState::ALL {
            assert!(!state.holds_seat() || state.is_live(), "{state}");
        }
    }
}
