//! Why a file is not read.

use super::{Kind, column_letters};

/// Why a file is not read. Rows are numbered as a person sees them, columns from 0.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is nothing in it.
    #[error("there is nothing in the file")]
    Empty,
    /// There is a heading and nothing below it.
    #[error("there is nothing below the headings in row {heading}")]
    NoRows {
        /// The row of the heading.
        heading: u32,
    },
    /// It is another kind of file.
    #[error("{0}")]
    WrongKind(Kind),
    /// The file is too large.
    #[error("the file is larger than {} MiB", .limit / 1024 / 1024)]
    Bytes {
        /// The most bytes.
        limit: usize,
    },
    /// There are too many rows.
    #[error("there are more than {limit} rows")]
    Rows {
        /// The most rows.
        limit: usize,
    },
    /// There are too many columns.
    #[error("row {row} has more than {limit} columns")]
    Columns {
        /// The first row with too many.
        row: u32,
        /// The most columns.
        limit: usize,
    },
    /// A cell is too long.
    #[error("the cell in row {row}, column {} has more than {limit} characters", column_letters(*.column))]
    Cell {
        /// The row of the cell.
        row: u32,
        /// The column of the cell.
        column: usize,
        /// The most characters.
        limit: usize,
    },
    /// All cells together hold too much text.
    #[error("the cells hold more than {} MiB of text", .limit / 1024 / 1024)]
    Text {
        /// The most bytes of text.
        limit: usize,
    },
    /// The workbook is too large when it is unpacked, by what it says or by what it does.
    #[error("the workbook is larger than {} MiB when it is unpacked", .limit / 1024 / 1024)]
    Unpacked {
        /// The most bytes.
        limit: u64,
    },
    /// The workbook has too many parts.
    #[error("the workbook has more than {limit} parts")]
    Parts {
        /// The most parts.
        limit: usize,
    },
    /// The workbook takes values from other files, or its XML names entities.
    #[error("the workbook refers to other files: paste the values instead of the links")]
    OutsideReferences,
    /// The workbook has no worksheet that is shown, or none of the wanted name.
    #[error("the workbook has no such worksheet")]
    NoSheet,
    /// The text is not of the encoding that it says, or that was chosen.
    #[error("the text is damaged, or of another encoding")]
    Encoding,
    /// A quotation mark is never closed.
    #[error("a quotation mark in row {row} is never closed")]
    UnclosedQuote {
        /// The row in which it stands.
        row: u32,
    },
    /// The file breaks the rules of its format.
    #[error("the file is damaged: {0}")]
    Damaged(&'static str),
}
