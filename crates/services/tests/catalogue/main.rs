//! The catalogue, on each engine: what is listed, what is found, who sees what.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod calendar;
mod event;
mod list;
mod search;
