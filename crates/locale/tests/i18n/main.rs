//! The messages: whole in every language, and exactly those that the sources use.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what cannot be read or parsed fails the test that reads it"
)]

mod catalogue;
mod families;
mod lexer;
mod parity;
mod sources;
mod style;
mod uses;
