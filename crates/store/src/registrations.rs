//! Registrations: taking a seat, confirming, ending, and the lists of them.
