//! Writing CSV that a spreadsheet opens without running anything in it.

use super::{Cell, Layout};
use crate::formula::harmless;
use csv::{QuoteStyle, Terminator, Writer, WriterBuilder};
use std::borrow::Cow;
use std::io::{self, Write};

/// Tells spreadsheets that what follows is UTF-8.
const MARK: &str = "\u{feff}";

pub(super) struct CsvWriter<W: Write>(Writer<W>);

impl<W: Write> CsvWriter<W> {
    pub fn new(mut to: W, layout: &Layout) -> io::Result<Self> {
        to.write_all(MARK.as_bytes())?;
        let mut writer = WriterBuilder::new()
            .quote_style(QuoteStyle::Always)
            .terminator(Terminator::CRLF)
            .from_writer(to);
        let headings = layout.columns.iter().map(|column| &column.heading);
        writer.write_record(headings.map(|heading| harmless(heading).into_owned()))?;
        Ok(Self(writer))
    }

    pub fn row(&mut self, cells: &[Cell]) -> io::Result<()> {
        for cell in cells {
            let text = match cell {
                Cell::Empty => Cow::Borrowed(""),
                Cell::Text(text) | Cell::Word { text, .. } | Cell::Words { text, .. } => {
                    harmless(text)
                }
                Cell::Number(number) => Cow::Owned(number.to_string()),
            };
            self.0.write_field(text.as_bytes())?;
        }
        self.0.write_record(None::<&[u8]>)?;
        Ok(())
    }

    pub fn finish(self) -> io::Result<W> {
        let inner = self.0.into_inner();
        inner.map_err(|error| io::Error::other(error.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Column, Format, TableWriter};
    use super::*;

    fn written(rows: &[&[Cell]]) -> String {
        let layout = Layout {
            title: String::new(),
            columns: ["a", "b"].map(|key| Column::new(key, key)).into(),
            right_to_left: false,
        };
        let mut table = TableWriter::new(Format::Csv, Vec::new(), &layout).unwrap();
        for row in rows {
            table.row(row).unwrap();
        }
        String::from_utf8(table.finish().unwrap()).unwrap()
    }

    #[test]
    fn cells_are_quoted_and_never_formulas() {
        let text = written(&[&["say \"no\"".into(), "1,2".into()]]);
        let expected = "\u{feff}\"a\",\"b\"\r\n\"say \"\"no\"\"\",\"1,2\"\r\n";
        assert_eq!(text, expected);
        for bad in ["=1+1", "+1", "-1", "@x", "\t1", " =1", "＝1"] {
            let text = written(&[&[bad.into(), Cell::word("code", bad)]]);
            let row = format!("\"'{bad}\",\"'{bad}\"\r\n");
            assert!(text.ends_with(&row), "{text:?}");
        }
        // A program that parts cells by semicolons finds `=cmd…` at the beginning of none.
        let text = written(&[&["a".into(), "Office;=cmd|'/C calc'!A0;".into()]]);
        assert!(text.ends_with("\"a\",\"Office;'=cmd|'/C calc'!A0;\"\r\n"));
        let text = written(&[
            &["Ana-Maria".into(), Cell::Number(-5)],
            &[Cell::Empty, None::<String>.into()],
        ]);
        assert!(text.ends_with("\"Ana-Maria\",\"-5\"\r\n\"\",\"\"\r\n"));
    }
}
