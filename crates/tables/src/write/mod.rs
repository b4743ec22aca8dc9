//! Writing a table row by row, so that a list of a hundred thousand costs no more memory than one
//! of ten.

mod csv;
mod json;
mod xlsx;

use std::io::{self, Write};

/// What a table is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// RFC 4180, in UTF-8 with a mark, which tells spreadsheets so.
    Csv,
    /// A workbook with one worksheet.
    Xlsx,
    /// An array of objects.
    Json,
}

impl Format {
    /// All, as they are offered.
    pub const ALL: [Self; 3] = [Self::Csv, Self::Xlsx, Self::Json];

    /// The end of the file's name, without the dot.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
        }
    }

    /// The format with this end of the name.
    #[must_use]
    pub fn from_extension(extension: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|f| f.extension() == extension)
    }

    /// The media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Json => "application/json",
        }
    }
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its stable name, for programs.
    pub key: String,
    /// Its heading, for people.
    pub heading: String,
}

impl Column {
    /// A column with this stable name and heading.
    pub fn new(key: impl Into<String>, heading: impl Into<String>) -> Self {
        Self {
            key: key.into(),
            heading: heading.into(),
        }
    }
}

/// What a table looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The name of the worksheet; signs that cannot be in one are replaced, and it is cut.
    pub title: String,
    /// The columns, each with a key of its own.
    pub columns: Vec<Column>,
    /// Whether the worksheet begins at the right, as in Persian.
    pub right_to_left: bool,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text, whatever it looks like.
    Text(String),
    /// A number.
    Number(i64),
    /// A word in the reader's language that stands for a code; programs get the code.
    Word {
        /// The code.
        code: String,
        /// The word.
        text: String,
    },
    /// Several of these.
    Words {
        /// The codes.
        codes: Vec<String>,
        /// The words, as a series in the reader's language.
        text: String,
    },
}

impl Cell {
    /// A word that stands for a code.
    pub fn word(code: impl Into<String>, text: impl Into<String>) -> Self {
        Self::Word {
            code: code.into(),
            text: text.into(),
        }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(content: Option<T>) -> Self {
        content.map_or(Self::Empty, Into::into)
    }
}

/// Writes a table row by row.
pub struct TableWriter<W: Write> {
    columns: usize,
    writer: Writer<W>,
}

enum Writer<W: Write> {
    Csv(Box<csv::CsvWriter<W>>),
    Xlsx(Box<xlsx::XlsxWriter<W>>),
    Json(json::JsonWriter<W>),
}

impl<W: Write> TableWriter<W> {
    /// Begins a table.
    ///
    /// # Errors
    /// What is written to fails.
    pub fn new(format: Format, to: W, layout: &Layout) -> io::Result<Self> {
        let writer = match format {
            Format::Csv => Writer::Csv(Box::new(csv::CsvWriter::new(to, layout)?)),
            Format::Xlsx => Writer::Xlsx(Box::new(xlsx::XlsxWriter::new(to, layout)?)),
            Format::Json => Writer::Json(json::JsonWriter::new(to, layout)?),
        };
        let columns = layout.columns.len();
        Ok(Self { columns, writer })
    }

    /// Adds a row: a cell for each column.
    ///
    /// # Errors
    /// What is written to fails, there are too few or too many cells, or a worksheet has no more
    /// rows.
    pub fn row(&mut self, cells: &[Cell]) -> io::Result<()> {
        if cells.len() != self.columns {
            let text = format!("{} cells for {} columns", cells.len(), self.columns);
            return Err(io::Error::new(io::ErrorKind::InvalidInput, text));
        }
        match &mut self.writer {
            Writer::Csv(writer) => writer.row(cells),
            Writer::Xlsx(writer) => writer.row(cells),
            Writer::Json(writer) => writer.row(cells),
        }
    }

    /// Ends the table.
    ///
    /// # Errors
    /// What is written to fails.
    pub fn finish(self) -> io::Result<W> {
        match self.writer {
            Writer::Csv(writer) => writer.finish(),
            Writer::Xlsx(writer) => writer.finish(),
            Writer::Json(writer) => writer.finish(),
        }
    }
}
