//! A person's own registrations and certificates.
