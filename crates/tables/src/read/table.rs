//! A table of text as it was read.

use super::{Encoding, Separator};

/// A table of text as it was read: a heading and rows. Rows with nothing in them are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it was read from.
    pub origin: Origin,
    /// The first row with anything in it.
    pub heading: Row,
    /// The rows below, at least one.
    pub rows: Vec<Row>,
}

/// A row of trimmed text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The number of the row as a spreadsheet shows it, from 1.
    pub number: u32,
    /// The cells up to the last with anything in it.
    pub cells: Vec<String>,
}

impl Row {
    /// The text in a column (from 0); empty where there is none.
    #[must_use]
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}

/// What a table was read from, with what was guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A text file.
    Csv {
        /// How its signs are written.
        encoding: Encoding,
        /// Nothing in the file says its encoding: a person should look at the signs.
        guessed: bool,
        /// What stands between the cells.
        separator: Separator,
    },
    /// A workbook.
    Xlsx {
        /// The name of the worksheet.
        sheet: String,
        /// The names of all worksheets that are shown.
        sheets: Vec<String>,
    },
}

/// The name of a column (from 0) as a spreadsheet shows it: A to Z, AA, AB …
#[must_use]
pub fn column_letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    loop {
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        if rest < 26 {
            break;
        }
        rest = rest / 26 - 1;
    }
    letters.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::column_letters;

    #[test]
    fn columns_are_named_as_in_a_spreadsheet() {
        for (column, letters) in [
            (0, "A"),
            (25, "Z"),
            (26, "AA"),
            (51, "AZ"),
            (701, "ZZ"),
            (702, "AAA"),
            (16_383, "XFD"),
        ] {
            assert_eq!(column_letters(column), letters);
        }
    }
}
