//! Mails: what they are about, and where they stand between the change that owes them and
//! whoever takes them.

use crate::code::codes;

codes! {
    /// Where a mail stands.
    MailState, "mail state" {
        /// Nobody has tried to send it yet.
        Waiting = "waiting",
        /// A server is sending it at this moment.
        Leased = "leased",
        /// It could not be sent and will be tried again.
        Retrying = "retrying",
        /// It could not be sent and was given up.
        Dead = "dead",
        /// It was given up, and an administrator has put it aside.
        Discarded = "discarded",
        /// It was handed on.
        Sent = "sent",
    }
}

codes! {
    /// What a mail is about.
    MailKind, "mail kind" {
        /// Asks to confirm the address of a registration.
        ConfirmRegistration = "confirm-registration",
        /// Reminds of that.
        ConfirmReminder = "confirm-reminder",
        /// Says that the place is the person's.
        Registered = "registered",
        /// Says that there is a registration already.
        AlreadyRegistered = "already-registered",
        /// Says that a coordinator will decide.
        Applied = "applied",
        /// Says that a coordinator gave the place.
        Approved = "approved",
        /// Says that a coordinator refused.
        Declined = "declined",
        /// Says that a coordinator cancelled the registration.
        Withdrawn = "withdrawn",
        /// Says that the person cancelled the registration.
        Cancelled = "cancelled",
        /// Says that the person is on the waiting list.
        Waitlisted = "waitlisted",
        /// Says that no seat became free.
        WaitingListEnded = "waiting-list-ended",
        /// Offers a seat.
        Offered = "offered",
        /// Reminds of that.
        OfferReminder = "offer-reminder",
        /// Says that the offer was not answered in time.
        OfferEnded = "offer-ended",
        /// Says that a focal point proposed the person.
        Nominated = "nominated",
        /// Says that the focal point took that back.
        NominationWithdrawn = "nomination-withdrawn",
        /// Says that a coordinator listed the person, who is to decide.
        Listed = "listed",
        /// Says that a coordinator listed the person, who has a place by that.
        ListedPlace = "listed-place",
        /// Invites somebody.
        Invited = "invited",
        /// Reminds of an event that begins soon.
        EventReminder = "event-reminder",
        /// Says that an event will not take place.
        EventCancelled = "event-cancelled",
        /// Reminds a coordinator of decisions.
        DecisionReminder = "decision-reminder",
        /// Says that a certificate is ready.
        CertificateReady = "certificate-ready",
        /// Says what came of issuing many.
        CertificatesIssued = "certificates-issued",
        /// Says that a certificate was revoked.
        CertificateRevoked = "certificate-revoked",
        /// Holds a link to sign in.
        SignIn = "sign-in",
        /// Says that there is no account.
        SignInUnknown = "sign-in-unknown",
        /// Says that the password was changed.
        PasswordChanged = "password-changed",
    }
}

impl MailKind {
    /// Whether the text holds a secret link: it is emptied once it was handed on, and shown to
    /// nobody else.
    #[must_use]
    pub const fn holds_secret(self) -> bool {
        matches!(
            self,
            Self::ConfirmRegistration
                | Self::ConfirmReminder
                | Self::Offered
                | Self::OfferReminder
                | Self::Invited
                | Self::SignIn
        )
    }
}
