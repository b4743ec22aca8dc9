//! Tables read from and written to files, as a whole.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod hostile;
mod import;
mod refused;
mod round_trip;
mod workbook;
