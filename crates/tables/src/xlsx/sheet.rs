//! The cells of a worksheet.

use super::package::{Package, Xml};
use super::strings::{Strings, append, append_text};
use super::styles::Styles;
use super::value;
use super::workbook::attribute;
use crate::read::{Builder, Limits, Refusal};
use quick_xml::events::{BytesStart, Event};

/// The most rows and columns that a worksheet has.
const MOST_ROWS: u32 = 1_048_576;
const MOST_COLUMNS: usize = 16_384;

/// Reads the cells of a worksheet.
pub(super) fn read<'l>(
    package: &mut Package<'_>,
    part: &str,
    strings: &Strings,
    styles: &Styles,
    from_1904: bool,
    limits: &'l Limits,
) -> Result<Builder<'l>, Refusal> {
    let xml = package.part(part)?;
    let mut xml = xml.ok_or(Refusal::Damaged("a worksheet is missing"))?;
    let mut table = Builder::new(limits);
    let mut column = 0;
    loop {
        match xml.event()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "row" => {
                    table.row(row_number(&element, table.number())?)?;
                    column = 0;
                }
                "c" => {
                    if let Some(place) = attribute(&element, "r")? {
                        column = place_of(&place, table.number())?;
                    }
                    let kind = attribute(&element, "t")?.unwrap_or_default();
                    let style = attribute(&element, "s")?;
                    let style = style.and_then(|s| s.parse().ok()).unwrap_or(0);
                    let (stored, is_text) = stored(&mut xml)?;
                    if is_text {
                        table.cell(column, &stored)?;
                    } else {
                        let shown = styles.get(style);
                        let text = value::text(&stored, &kind, strings, shown, from_1904)?;
                        table.cell(column, &text)?;
                    }
                    column += 1;
                }
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "sheetData" => {
                return Ok(table);
            }
            Event::Eof => return Err(Refusal::Damaged("a worksheet has no end")),
            _ => {}
        }
    }
}

/// The number of a row that is just beginning; without one, it follows the row before.
fn row_number(element: &BytesStart<'_>, before: u32) -> Result<u32, Refusal> {
    let number = match attribute(element, "r")? {
        Some(number) => number.parse().ok(),
        None => before.checked_add(1),
    };
    number
        .filter(|number| (1..=MOST_ROWS).contains(number))
        .ok_or(Refusal::Damaged("the number of a row"))
}

/// The column (from 0) of a place such as `AB713` in this row.
fn place_of(place: &str, row: u32) -> Result<usize, Refusal> {
    let wrong = Refusal::Damaged("the place of a cell");
    let letters = place.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = place.get(letters.len()..).and_then(|n| n.parse().ok());
    if number != Some(row) || !(1..=3).contains(&letters.len()) {
        return Err(wrong);
    }
    let mut column = 0;
    for letter in letters.bytes() {
        if !letter.is_ascii_alphabetic() {
            return Err(wrong);
        }
        column = column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1;
    }
    if column > MOST_COLUMNS {
        return Err(wrong);
    }
    Ok(column - 1)
}

/// What is stored in a cell whose start was just read, and whether it is text of its own (`is`)
/// and not a value (`v`). Formulas are passed over: the value is what they had given.
fn stored(xml: &mut Xml<'_>) -> Result<(String, bool), Refusal> {
    let mut stored = String::new();
    let (mut in_value, mut is_text) = (false, false);
    loop {
        match xml.event()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "v" => in_value = !is_text,
                "is" => {
                    stored.clear();
                    is_text = true;
                    append_text(xml, "is", &mut stored)?;
                }
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "v" => in_value = false,
                "c" => return Ok((stored, is_text)),
                _ => {}
            },
            Event::Eof => return Err(Refusal::Damaged("a cell has no end")),
            event if in_value => append(event, &mut stored)?,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_columns_of_their_row() {
        assert_eq!(place_of("A1", 1), Ok(0));
        assert_eq!(place_of("AB713", 713), Ok(27));
        assert_eq!(place_of("XFD9", 9), Ok(16_383));
        for wrong in ["A2", "1", "A", "", "XFE1", "AAAA1", "Я1", "A-1", "A01x"] {
            assert!(place_of(wrong, 1).is_err(), "{wrong}");
        }
    }
}
