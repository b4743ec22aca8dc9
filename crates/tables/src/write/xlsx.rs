//! Writing a workbook of one worksheet, in which text is text.
//!
//! It is written as it comes, without a file in between: a list of people is nowhere but in the
//! answer. (The library for this keeps every cell, or makes temporary files.)

use super::{Cell, Column, Layout};
use crate::column_letters;
use crate::xlsx::escaped;
use std::io::{self, BufWriter, Write};
use zip::ZipWriter;
use zip::write::{SimpleFileOptions, StreamWriter};

/// What Excel allows.
const MOST_ROWS: u32 = 1_048_576;
const LONGEST_CELL: usize = 32_767;
const LONGEST_TITLE: usize = 31;

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// Styles 1 (a heading, bold) and 2 (text, format 49); 0 is for numbers.
const STYLES: &str = "<fonts count=\"2\">\
    <font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>\
    <font><b/><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font></fonts>\
    <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>\
    <fill><patternFill patternType=\"gray125\"/></fill></fills>\
    <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
    <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
    <cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>\
    <xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"/>\
    <xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>\
    <cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>";

pub(super) struct XlsxWriter<W: Write> {
    /// Small pieces are gathered before they are compressed.
    archive: BufWriter<ZipWriter<StreamWriter<W>>>,
    /// Rows so far, the heading among them.
    rows: u32,
    columns: usize,
    title: String,
}

impl<W: Write> XlsxWriter<W> {
    pub fn new(to: W, layout: &Layout) -> io::Result<Self> {
        let mut archive = ZipWriter::new_stream(to);
        for (name, content) in fixed_parts() {
            archive.start_file(name, SimpleFileOptions::DEFAULT)?;
            archive.write_all(content.as_bytes())?;
        }
        archive.start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::DEFAULT)?;
        let mut writer = Self {
            archive: BufWriter::new(archive),
            rows: 0,
            columns: layout.columns.len(),
            title: title(&layout.title),
        };
        writer.archive.write_all(head(layout).as_bytes())?;
        let headings = layout.columns.iter().map(|column| &column.heading);
        writer.line(headings.map(|heading| text(heading, 1)))?;
        Ok(writer)
    }

    pub fn row(&mut self, cells: &[Cell]) -> io::Result<()> {
        self.line(cells.iter().map(|cell| match cell {
            Cell::Empty => "<c/>".to_owned(),
            Cell::Text(content)
            | Cell::Word { text: content, .. }
            | Cell::Words { text: content, .. } => text(content, 2),
            Cell::Number(number) => format!("<c><v>{number}</v></c>"),
        }))
    }

    fn line(&mut self, cells: impl Iterator<Item = String>) -> io::Result<()> {
        if self.rows == MOST_ROWS {
            return Err(io::Error::other("a worksheet has no more rows"));
        }
        self.rows += 1;
        write!(self.archive, "<row r=\"{}\">", self.rows)?;
        for (column, cell) in cells.enumerate() {
            let place = format!("<c r=\"{}{}\"", column_letters(column), self.rows);
            let rest = cell.strip_prefix("<c").unwrap_or(&cell);
            self.archive.write_all(place.as_bytes())?;
            self.archive.write_all(rest.as_bytes())?;
        }
        self.archive.write_all(b"</row>\n")
    }

    /// Ends the worksheet and adds the workbook, whose filter covers what was written.
    pub fn finish(mut self) -> io::Result<W> {
        let last = column_letters(self.columns.saturating_sub(1));
        let rows = self.rows;
        write!(
            self.archive,
            "</sheetData><autoFilter ref=\"A1:{last}{rows}\"/></worksheet>"
        )?;
        let archive = self.archive.into_inner();
        let mut archive = archive.map_err(io::IntoInnerError::into_error)?;
        archive.start_file("xl/workbook.xml", SimpleFileOptions::DEFAULT)?;
        let title = escaped(&self.title);
        // Inside the name of a worksheet, an apostrophe is written twice.
        let place = escaped(&self.title.replace('\'', "''"));
        write!(
            archive,
            "{DECLARATION}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\">\
             <sheets><sheet name=\"{title}\" sheetId=\"1\" r:id=\"rId1\"/></sheets>\
             <definedNames><definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" \
             hidden=\"1\">'{place}'!$A$1:${last}${rows}</definedName>\
             <definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'{place}'!$1:$1\
             </definedName></definedNames></workbook>"
        )?;
        Ok(archive.finish()?.into_inner())
    }
}

/// The parts that are the same in every workbook.
fn fixed_parts() -> [(&'static str, String); 4] {
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
    };
    let relations = |list: String| {
        format!(
            "{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">{list}</Relationships>"
        )
    };
    let content = |part: &str, kind: &str| {
        format!(
            "<Override PartName=\"/xl/{part}.xml\" ContentType=\"application/vnd.openxmlformats-\
             officedocument.spreadsheetml.{kind}+xml\"/>"
        )
    };
    let contents = format!(
        "{DECLARATION}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>{}{}{}</Types>",
        content("workbook", "sheet.main"),
        content("worksheets/sheet1", "worksheet"),
        content("styles", "styles"),
    );
    let sheet = relation("rId1", "worksheet", "worksheets/sheet1.xml");
    let styles = relation("rId2", "styles", "styles.xml");
    [
        ("[Content_Types].xml", contents),
        (
            "_rels/.rels",
            relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
        ),
        ("xl/_rels/workbook.xml.rels", relations(sheet + &styles)),
        (
            "xl/styles.xml",
            format!("{DECLARATION}<styleSheet xmlns=\"{MAIN}\">{STYLES}</styleSheet>"),
        ),
    ]
}

/// What stands before the rows: the heading stays in sight, and columns are wide enough for it.
fn head(layout: &Layout) -> String {
    let direction = if layout.right_to_left {
        " rightToLeft=\"1\""
    } else {
        ""
    };
    let widths = layout.columns.iter().enumerate().map(|(place, column)| {
        let (number, width) = (place + 1, width(column));
        format!("<col min=\"{number}\" max=\"{number}\" width=\"{width}\" customWidth=\"1\"/>")
    });
    let widths: String = widths.collect();
    let widths = if widths.is_empty() {
        widths
    } else {
        format!("<cols>{widths}</cols>")
    };
    format!(
        "{DECLARATION}<worksheet xmlns=\"{MAIN}\"><sheetViews>\
         <sheetView workbookViewId=\"0\"{direction}><pane ySplit=\"1\" topLeftCell=\"A2\" \
         activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>\
         <sheetFormatPr defaultRowHeight=\"15\"/>{widths}<sheetData>\n"
    )
}

/// The width of a column in digits: for its heading with the filter's button, and for a name.
fn width(column: &Column) -> usize {
    (column.heading.chars().count() + 5).clamp(16, 50)
}

/// A cell with text of its own, in a style.
fn text(content: &str, style: u8) -> String {
    // Forms send lines with two signs at their ends; a cell has one.
    let content = content.replace("\r\n", "\n");
    let content: String = match content.encode_utf16().nth(LONGEST_CELL) {
        // Some of the signs may count twice.
        Some(_) => content.chars().take(LONGEST_CELL / 2).collect(),
        None => content,
    };
    format!(
        "<c s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
        escaped(&content)
    )
}

/// A name that a worksheet may have.
fn title(wanted: &str) -> String {
    let mut length = 0;
    let clean = wanted.chars().map(|c| match c {
        '[' | ']' | ':' | '*' | '?' | '/' | '\\' => ' ',
        c if c.is_control() => ' ',
        c => c,
    });
    let short = clean.take_while(|c| {
        length += c.len_utf16();
        length <= LONGEST_TITLE
    });
    let title: String = short.collect();
    let title = title.trim_matches(|c: char| c == '\'' || c.is_whitespace());
    if title.is_empty() {
        "Table".to_owned()
    } else {
        title.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::title;

    #[test]
    fn titles_are_such_as_excel_allows() {
        for (wanted, expected) in [
            ("", "Table"),
            ("'[a]:b'", "a  b"),
            ("Registrations / Dushanbe", "Registrations   Dushanbe"),
            ("'''", "Table"),
            ("ثبت‌نام‌ها", "ثبت‌نام‌ها"),
        ] {
            assert_eq!(title(wanted), expected);
        }
        assert_eq!(title(&"ж".repeat(40)), "ж".repeat(31));
        assert_eq!(title(&"😀".repeat(40)), "😀".repeat(15));
    }
}
