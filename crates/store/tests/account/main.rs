//! The store's functions of people, accounts, registrations and mail, on each engine.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod accounts;
mod mails;
mod preparing;
mod registrations;
mod world;
