//! Reading CSV: RFC 4180 as spreadsheets write and number it.

use super::encoding::{self, Decoded};
use super::{Builder, Origin, Reading, Refusal, Separator, Table};
use crate::formula::as_meant;
use csv::{ReaderBuilder, StringRecord};

/// A row of its own at the very end. Where a quotation mark is never closed, it is swallowed. No
/// text that passed [`encoding::decode`] has this sign.
const END: &str = "\u{1}";

/// Reads a table from a text file.
pub(super) fn read(bytes: &[u8], how: &Reading) -> Result<Table, Refusal> {
    let decoded = encoding::decode(bytes, how.encoding)?;
    let Decoded {
        text,
        encoding,
        guessed,
    } = decoded;
    let text = text.trim_end_matches('\u{1a}');
    let (separator, text) = match Separator::declared(text) {
        Some(declared) => declared,
        None => (Separator::guess(text), text),
    };
    let text = format!("{text}\r\n{END}");
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator.byte())
        .from_reader(text.as_bytes());
    let mut table = Builder::new(&how.limits);
    let mut record = StringRecord::new();
    let mut ended = false;
    let mut number = 0;
    loop {
        let from = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        let more = reader.read_record(&mut record);
        if !more.map_err(|_| Refusal::Damaged("the text cannot be divided"))? {
            break;
        }
        number += empty_lines(&text, from) + 1;
        if record.len() == 1 && record.get(0) == Some(END) {
            ended = true;
            break;
        }
        table.row(number)?;
        for (column, cell) in record.iter().enumerate() {
            table.cell(column, &as_meant(cell.trim()))?;
        }
    }
    if !ended {
        return Err(Refusal::UnclosedQuote { row: number });
    }
    table.finish(Origin::Csv {
        encoding,
        guessed,
        separator,
    })
}

/// How many empty lines stand at this place. The library passes over them, but a spreadsheet
/// numbers them.
fn empty_lines(text: &str, from: usize) -> u32 {
    let (before, rest) = text.split_at_checked(from).unwrap_or((text, ""));
    // A line may have been left between its carriage return and its line feed.
    let mut rest = match rest.strip_prefix('\n') {
        Some(after) if before.ends_with('\r') => after,
        _ => rest,
    };
    let mut lines = 0;
    while let Some(after) = rest
        .strip_prefix("\r\n")
        .or_else(|| rest.strip_prefix(['\r', '\n']))
    {
        lines += 1;
        rest = after;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Row;

    fn table(text: &str) -> Result<Table, Refusal> {
        read(text.as_bytes(), &Reading::default())
    }

    fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
        let table = table(text).unwrap();
        let rows = std::iter::once(table.heading).chain(table.rows);
        rows.map(|Row { number, cells }| (number, cells)).collect()
    }

    fn row(number: u32, cells: &[&str]) -> (u32, Vec<String>) {
        (number, cells.iter().map(|&cell| cell.to_owned()).collect())
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_does() {
        for end in ["\n", "\r\n", "\r"] {
            let text = "\na,b\n\n\n\"two\nlines\",2\n,\n3,4\n\n5\n\n".replace('\n', end);
            let two = format!("two{end}lines");
            let expected = [
                row(2, &["a", "b"]),
                row(5, &[&two, "2"]),
                row(7, &["3", "4"]),
                row(9, &["5"]),
            ];
            assert_eq!(rows(&text), expected, "{text:?}");
        }
        let expected = [row(1, &["a"]), row(2, &["1"])];
        assert_eq!(rows("sep=;\r\na\r\n1"), expected);
    }

    #[test]
    fn cells_are_as_they_were_meant() {
        let text = "a;b;c;d\n 007 ;\"say \"\"no\"\"; twice\";'+992 900;\n;x\n\u{1a}";
        let expected = [
            row(1, &["a", "b", "c", "d"]),
            row(2, &["007", "say \"no\"; twice", "+992 900"]),
            row(3, &["", "x"]),
        ];
        assert_eq!(rows(text), expected);
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_is_named() {
        let unclosed = table("a,b\n1,2\n\n3,\"four\n5,6\n").err();
        assert_eq!(unclosed, Some(Refusal::UnclosedQuote { row: 4 }));
        assert!(table("a,b\n1,\"2\"").is_ok());
        assert!(table("a,b\n1,2\" wide").is_ok());
    }

    #[test]
    fn nothing_is_not_a_table() {
        for nothing in ["", "\n\n", ",,\n,,", "\u{feff}", "sep=;\n"] {
            assert_eq!(table(nothing).err(), Some(Refusal::Empty), "{nothing:?}");
        }
        let only_heading = table("\na,b\n\n").err();
        assert_eq!(only_heading, Some(Refusal::NoRows { heading: 2 }));
    }
}
