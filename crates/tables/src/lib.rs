//! Tables as files: what people import and export.
//!
//! Reading takes CSV and XLSX from anybody: every limit is checked before memory is spent on what
//! lies beyond it, and whatever cannot be read is named. Nothing in a file is computed, followed or
//! fetched. Writing makes CSV, XLSX and JSON row by row, and nothing in them is a formula.

mod formula;
mod mapping;
mod participants;
mod problems;
mod read;
mod write;
mod xlsx;

pub use mapping::{Field, Guess, Mapping, MappingError};
pub use participants::PARTICIPANT;
pub use problems::{Problem, Problems};
pub use read::{
    Encoding, Kind, Limits, Origin, Reading, Refusal, Row, Separator, Table, Upload,
    column_letters, read,
};
pub use write::{Cell, Column, Format, Layout, TableWriter};
