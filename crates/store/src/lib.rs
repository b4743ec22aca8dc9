//! Persistence: one SQL text for SQLite and PostgreSQL.
//!
//! SQL stands only in this crate. Every function works inside a [`Tx`] that the
//! caller has begun, answers `Result<Option<T>>` where something may not exist,
//! and decides nothing about who may do it: that is for the use cases. What it
//! returns is plain data that cannot be serialised, so that no row reaches a
//! visitor by accident.

#[macro_use]
mod run;

mod database;
mod error;
mod schema;
mod statements;
mod transaction;
mod turns;

pub mod accounts;
pub mod attempts;
pub mod attendance;
pub mod audit;
pub mod backup;
pub mod catalogue;
pub mod certificates;
pub mod courses;
pub mod decisions;
pub mod editing;
pub mod imports;
pub mod invitations;
pub mod issuing;
pub mod jobs;
pub mod lifecycle;
pub mod links;
pub mod managing;
pub mod nominations;
pub mod outbox;
pub mod people;
pub mod queue;
pub mod quotas;
pub mod reference;
pub mod registrations;
pub mod reminders;
pub mod requests;
pub mod seats;
pub mod seeding;
#[cfg(feature = "testing")]
pub mod testing;
pub mod transfer;

pub use database::{Database, Engine};
pub use error::{Error, Result};
pub use schema::SchemaState;
pub use transaction::{PostgresTx, SqliteTx, Tx};
