//! What kind of file it is, by its first bytes and not by its name.

use std::fmt;

/// A kind of file that is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Excel before 2007 (.xls).
    OldExcel,
    /// A workbook with a password.
    Encrypted,
    /// Excel's binary workbook (.xlsb).
    BinaryExcel,
    /// Another document of an old office suite (.doc, .ppt, .msg).
    OldOffice,
    /// OpenDocument (.ods, .odt).
    OpenDocument,
    /// Word (.docx).
    Word,
    /// PowerPoint (.pptx).
    PowerPoint,
    /// PDF.
    Pdf,
    /// A picture.
    Picture,
    /// A web page, often with the name .xls.
    WebPage,
    /// XML that is no workbook, such as “XML Spreadsheet 2003”.
    Xml,
    /// Rich text (.rtf).
    RichText,
    /// An archive (.zip, .gz, .7z, .rar).
    Archive,
    /// Anything else that is no text.
    Binary,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OldExcel => "this is an old Excel file (.xls): save it as .xlsx or CSV",
            Self::Encrypted => "this workbook has a password: save it without one",
            Self::BinaryExcel => "this is a binary Excel file (.xlsb): save it as .xlsx or CSV",
            Self::OldOffice => "this is a document of an old office program: save a table as .xlsx",
            Self::OpenDocument => "this is an OpenDocument file: save it as .xlsx or CSV",
            Self::Word => "this is a Word document: copy the table into a workbook",
            Self::PowerPoint => "this is a presentation: copy the table into a workbook",
            Self::Pdf => "this is a PDF: a table is needed, as .xlsx or CSV",
            Self::Picture => "this is a picture: a table is needed, as .xlsx or CSV",
            Self::WebPage => "this is a web page: open it in Excel and save it as .xlsx or CSV",
            Self::Xml => "this is XML: open it in Excel and save it as .xlsx or CSV",
            Self::RichText => "this is a text document (.rtf): copy the table into a workbook",
            Self::Archive => "this is an archive: upload the table that is in it",
            Self::Binary => "this is neither an .xlsx workbook nor a CSV file",
        })
    }
}

/// What the first bytes say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// Perhaps text.
    Text,
    /// A ZIP archive, perhaps a workbook.
    Zip,
    /// An OLE compound file: an old document, or one with a password. Which one stands inside.
    Compound,
    /// A kind that is not read.
    Wrong(Kind),
}

/// How many bytes [`content`] looks at.
pub(super) const LOOKED_AT: usize = 256;

/// Signatures, as file(1) and the formats' own descriptions give them.
const SIGNATURES: [(&[u8], Content); 18] = [
    (b"PK\x03\x04", Content::Zip),
    (b"PK\x05\x06", Content::Zip),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Content::Compound),
    (b"\x09\x08\x10\x00\x00\x06", Content::Wrong(Kind::OldExcel)),
    (b"\x09\x08\x08\x00\x00\x05", Content::Wrong(Kind::OldExcel)),
    (b"\x09\x04\x06\x00", Content::Wrong(Kind::OldExcel)),
    (b"%PDF-", Content::Wrong(Kind::Pdf)),
    (b"\x89PNG\r\n\x1a\n", Content::Wrong(Kind::Picture)),
    (b"\xff\xd8\xff", Content::Wrong(Kind::Picture)),
    (b"GIF8", Content::Wrong(Kind::Picture)),
    (b"II*\0", Content::Wrong(Kind::Picture)),
    (b"MM\0*", Content::Wrong(Kind::Picture)),
    (b"{\\rtf", Content::Wrong(Kind::RichText)),
    (b"\x1f\x8b", Content::Wrong(Kind::Archive)),
    (b"7z\xbc\xaf\x27\x1c", Content::Wrong(Kind::Archive)),
    (b"Rar!\x1a\x07", Content::Wrong(Kind::Archive)),
    (b"BZh", Content::Wrong(Kind::Archive)),
    (b"\x7fELF", Content::Wrong(Kind::Binary)),
];

/// What the first bytes say; a longer text than [`LOOKED_AT`] changes nothing.
pub(super) fn content(bytes: &[u8]) -> Content {
    let start = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    let known = SIGNATURES.iter().find(|(sign, _)| start.starts_with(sign));
    if let Some((_, content)) = known {
        return *content;
    }
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    let start = start.trim_ascii_start().to_ascii_lowercase();
    let begins = |signs: &[&str]| signs.iter().any(|sign| start.starts_with(sign.as_bytes()));
    if begins(&["<!doctype html", "<html", "<table", "<head", "<body"]) {
        Content::Wrong(Kind::WebPage)
    } else if begins(&["<?xml"]) {
        Content::Wrong(Kind::Xml)
    } else {
        Content::Text
    }
}

/// Which document an OLE compound file is, by the names of the streams in its directory (MS-CFB).
pub(super) fn compound(bytes: &[u8]) -> Kind {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|part| part == wide)
    };
    if has("EncryptedPackage") {
        Kind::Encrypted
    } else if has("Workbook") || has("Book\0") {
        Kind::OldExcel
    } else {
        Kind::OldOffice
    }
}
