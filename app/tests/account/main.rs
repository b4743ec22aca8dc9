//! Registering, signing in and one's own pages, asked through the router.

#![cfg(feature = "ssr")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod confirming;
mod demonstration;
mod holding;
mod inviting;
mod mailing;
mod own_pages;
mod passwords;
mod registering;
mod repeating;
mod secrecy;
mod sign_in_links;
mod site;
