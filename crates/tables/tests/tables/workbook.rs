//! Workbooks made by hand, also such as no program writes.

use std::fmt::Write as _;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// An archive of these parts.
pub fn archive<N: AsRef<str>, C: AsRef<[u8]>>(parts: &[(N, C)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let options = SimpleFileOptions::default();
        archive.start_file(name.as_ref(), options).unwrap();
        archive.write_all(content.as_ref()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// The parts of a workbook with this worksheet data; style 1 shows days, style 2 days and times.
pub fn parts(rows: &str, strings: &[&str]) -> Vec<(String, String)> {
    let mut shared = String::from("<sst>");
    for text in strings {
        write!(shared, "<si><t>{text}</t></si>").unwrap();
    }
    shared.push_str("</sst>");
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{RELATION}/{kind}\" Target=\"{target}\"/>")
    };
    let relations = [
        relation("rId1", "worksheet", "worksheets/sheet1.xml"),
        relation("rId2", "worksheet", "/xl/worksheets/sheet2.xml"),
        relation("rId3", "styles", "styles.xml"),
        relation("rId4", "sharedStrings", "sharedStrings.xml"),
    ];
    let sheet = |rows: &str| format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let hidden = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>codes</v></c></row>";
    [
        (
            "_rels/.rels",
            format!(
                "<Relationships>{}</Relationships>",
                relation("rId1", "officeDocument", "xl/workbook.xml")
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!("<Relationships>{}</Relationships>", relations.concat()),
        ),
        (
            "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"Codes\" state=\"hidden\" r:id=\"rId2\"/>\
             <sheet name=\"People &amp; places\" r:id=\"rId1\"/></sheets></workbook>"
                .to_owned(),
        ),
        (
            "xl/styles.xml",
            "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd.mm.yyyy hh:mm\"/></numFmts>\
             <cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>\
             <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs>\
             </styleSheet>"
                .to_owned(),
        ),
        ("xl/sharedStrings.xml", shared),
        ("xl/worksheets/sheet1.xml", sheet(rows)),
        ("xl/worksheets/sheet2.xml", sheet(hidden)),
    ]
    .map(|(name, content)| (name.to_owned(), content))
    .into()
}

/// A workbook with this worksheet data.
pub fn workbook(rows: &str, strings: &[&str]) -> Vec<u8> {
    archive(&parts(rows, strings))
}

/// The archive with this unpacked size of a part in its directory, whatever it really is.
pub fn lying(mut archive: Vec<u8>, part: &str, size: u32) -> Vec<u8> {
    const ENTRY: &[u8] = b"PK\x01\x02";
    let entries: Vec<usize> = (0..archive.len())
        .filter(|&at| archive[at..].starts_with(ENTRY))
        .collect();
    let entry = entries
        .into_iter()
        .find(|&at| archive[at + 46..].starts_with(part.as_bytes()))
        .unwrap();
    archive[entry + 24..entry + 28].copy_from_slice(&size.to_le_bytes());
    archive
}
