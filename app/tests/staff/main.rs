//! The pages of trainers and coordinators, asked through the router.

#![cfg(feature = "ssr")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod admin;
mod certificates;
mod exports;
mod import;
mod invitations;
mod lists;
mod manage;
mod nominate;
mod seats;
mod site;
mod teach;
