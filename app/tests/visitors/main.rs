//! What visitors see before they register, asked through the router.

#![cfg(feature = "ssr")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod catalogue;
mod event;
mod machines;
#[path = "../staff/site.rs"]
#[expect(dead_code, reason = "these tests post nothing")]
mod site;
