//! Reading a table from a file that somebody uploads.

mod builder;
mod csv;
mod encoding;
mod kind;
mod limits;
mod refusal;
mod separator;
mod table;
mod upload;

pub(crate) use builder::Builder;
pub use encoding::Encoding;
pub use kind::Kind;
pub use limits::Limits;
pub use refusal::Refusal;
pub use separator::Separator;
pub use table::{Origin, Row, Table, column_letters};
pub use upload::Upload;

use kind::Content;

/// How to read: the limits, and what a person has chosen instead of what would be guessed.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// What a file may cost.
    pub limits: Limits,
    /// The encoding of a CSV file.
    pub encoding: Option<Encoding>,
    /// The name of the worksheet of a workbook; else the first that is shown.
    pub sheet: Option<String>,
}

/// Reads a table of text from the bytes of a CSV or XLSX file, whichever they are.
///
/// # Errors
/// The [`Refusal`] names what is wrong: the kind of file, a limit, a damage.
pub fn read(bytes: &[u8], how: &Reading) -> Result<Table, Refusal> {
    let most = how.limits.bytes;
    if bytes.len() > most {
        return Err(Refusal::Bytes { limit: most });
    }
    match kind::content(bytes) {
        Content::Wrong(kind) => Err(Refusal::WrongKind(kind)),
        Content::Compound => Err(Refusal::WrongKind(kind::compound(bytes))),
        Content::Zip => crate::xlsx::read(bytes, how),
        Content::Text => csv::read(bytes, how),
    }
}
