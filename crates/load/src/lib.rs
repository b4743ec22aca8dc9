//! Registrants in great numbers: how fast the program is, and that no promise breaks.
//!
//! The program is loaded as it is shipped, over HTTP, in a process of its own. `measuring` counts
//! registrations per second (`cargo xtask bench registration`), `stress` holds the promises of the
//! reliability table against rushes, crashes and overload (`cargo xtask stress`). Both look into
//! the database behind the program to see what is really there; that part needs the feature
//! `fixture`, so that the shipped program is never compiled together with it.

mod clock;
mod connection;
#[cfg(feature = "fixture")]
mod fixture;
mod latencies;
#[cfg(feature = "fixture")]
pub mod measuring;
mod program;
mod random;
mod registrant;
mod smtp;
#[cfg(feature = "fixture")]
pub mod stress;

#[cfg(feature = "fixture")]
pub use fixture::Place;
