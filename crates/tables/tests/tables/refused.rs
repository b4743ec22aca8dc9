//! What is refused, how early, and by which name.

use crate::workbook::{archive, lying, parts, workbook};
use maktab_tables::{Kind, Limits, Reading, Refusal, Upload, read};
use std::fmt::Write as _;

fn refused(bytes: &[u8]) -> Refusal {
    read(bytes, &Reading::default()).unwrap_err()
}

fn with(limits: Limits) -> Reading {
    Reading {
        limits,
        ..Reading::default()
    }
}

#[test]
fn two_hundred_megabytes_are_refused_before_they_are_read() {
    let limit = Limits::default().bytes;
    let cases = [
        (&b"name,email\n"[..], Refusal::Bytes { limit }, limit),
        (b"PK\x03\x04", Refusal::Bytes { limit }, limit),
        (b"\x89PNG\r\n\x1a\n", Refusal::WrongKind(Kind::Picture), 0),
        (b"%PDF-1.7", Refusal::WrongKind(Kind::Pdf), 0),
    ];
    for (start, expected, most) in cases {
        let mut upload = Upload::new(Reading::default());
        let mut taken = 0;
        let mut piece = start.to_vec();
        piece.resize(16 * 1024, b'x');
        let refusal = loop {
            assert!(taken <= most, "{taken} bytes");
            taken += piece.len();
            if let Err(refusal) = upload.push(&piece) {
                break refusal;
            }
            piece.fill(b'x');
        };
        assert_eq!(refusal, expected);
    }
    let upload = Upload::new(Reading::default());
    let announced = upload.announced(200 * 1024 * 1024);
    assert_eq!(announced, Err(Refusal::Bytes { limit }));
    assert_eq!(upload.announced(5 * 1024 * 1024), Ok(()));
    assert!(
        refused(&vec![b'x'; limit + 1])
            .to_string()
            .contains("5 MiB")
    );
}

#[test]
fn an_upload_arrives_in_pieces() {
    let text = "name\nAziza\n".repeat(200);
    for size in [1, 7, 255, 256, 4_096] {
        let mut upload = Upload::new(Reading::default());
        for piece in text.as_bytes().chunks(size) {
            upload.push(piece).unwrap();
        }
        let read = read(&upload.into_bytes(), &Reading::default());
        assert_eq!(read.unwrap().rows.len(), 399);
    }
    let mut page = Upload::new(Reading::default());
    let html = format!("\u{feff}\n <!DOCTYPE html>{}", " ".repeat(500));
    let pushed = html
        .as_bytes()
        .chunks(5)
        .try_for_each(|piece| page.push(piece));
    assert_eq!(pushed, Err(Refusal::WrongKind(Kind::WebPage)));
}

#[test]
fn other_files_are_named_for_what_they_are() {
    let compound = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [
            &b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..],
            &[0; 600],
            &wide,
            &[0; 90],
        ]
        .concat()
    };
    let package = |part: &str| archive(&[("_rels/.rels", "<x/>"), (part, "<x/>")]);
    let text = "application/vnd.oasis.opendocument.spreadsheet";
    let cases = [
        (compound("Workbook"), Kind::OldExcel, ".xls"),
        (compound("Book\0"), Kind::OldExcel, ".xls"),
        (compound("EncryptedPackage"), Kind::Encrypted, "password"),
        (compound("WordDocument"), Kind::OldOffice, "old office"),
        (b"%PDF-1.7\n%".to_vec(), Kind::Pdf, "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0".to_vec(), Kind::Picture, "picture"),
        (b"\xff\xd8\xff\xe0".to_vec(), Kind::Picture, "picture"),
        (b"\n<HTML><table>".to_vec(), Kind::WebPage, "web page"),
        (b"<?xml version=\"1.0\"?>".to_vec(), Kind::Xml, "XML"),
        (b"{\\rtf1".to_vec(), Kind::RichText, ".rtf"),
        (b"\x1f\x8b\x08".to_vec(), Kind::Archive, "archive"),
        (archive(&[("list.csv", "a,b")]), Kind::Archive, "archive"),
        (
            archive(&[("mimetype", text), ("content.xml", "<x/>")]),
            Kind::OpenDocument,
            "OpenDocument",
        ),
        (package("word/document.xml"), Kind::Word, "Word"),
        (package("ppt/a.xml"), Kind::PowerPoint, "presentation"),
        (package("xl/workbook.bin"), Kind::BinaryExcel, ".xlsb"),
        (b"\x01\x02\0\0".to_vec(), Kind::Binary, "neither"),
    ];
    for (bytes, kind, sign) in cases {
        let refusal = refused(&bytes);
        assert_eq!(refusal, Refusal::WrongKind(kind));
        assert!(refusal.to_string().contains(sign), "{refusal}");
    }
}

#[test]
fn limits_are_kept_in_both_formats_and_named() {
    let limits = Limits {
        rows: 3,
        columns: 2,
        cell: 5,
        text: 60,
        ..Limits::default()
    };
    let of = |rows: &[&[&str]]| {
        let mut text = String::new();
        let mut xml = String::new();
        for (row, cells) in rows.iter().enumerate() {
            writeln!(text, "{}", cells.join(",")).unwrap();
            write!(xml, "<row r=\"{}\">", row + 1).unwrap();
            for cell in *cells {
                write!(xml, "<c t=\"inlineStr\"><is><t>{cell}</t></is></c>").unwrap();
            }
            xml.push_str("</row>");
        }
        let how = with(limits);
        let found = read(text.as_bytes(), &how).map(|table| table.rows.len());
        let same = read(&workbook(&xml, &[]), &how).map(|table| table.rows.len());
        assert_eq!(found, same);
        found
    };
    let (rows, columns) = (Refusal::Rows { limit: 3 }, 2);
    assert_eq!(of(&[&["a", "b"], &["1"], &["2"], &["3", "четыр"]]), Ok(3));
    assert_eq!(
        of(&[&["a", "b"], &["1"], &["2"], &["3"], &["4"]]),
        Err(rows)
    );
    assert_eq!(
        of(&[&["a", "b", ""], &["1"], &["2"], &["", " "], &["3"]]),
        Ok(3)
    );
    let wide = Refusal::Columns {
        row: 2,
        limit: columns,
    };
    assert_eq!(of(&[&["a", "b"], &["1", "2", "3"]]), Err(wide));
    let long = Refusal::Cell {
        row: 2,
        column: 1,
        limit: 5,
    };
    let named = "the cell in row 2, column B has more than 5 characters";
    assert_eq!(long.to_string(), named);
    assert_eq!(of(&[&["a", "b"], &["1", "шестьь"]]), Err(long));
    let much: &[&str] = &["пять5", "пять5"];
    assert_eq!(
        of(&[much, much, much, much]),
        Err(Refusal::Text { limit: 60 })
    );
}

#[test]
fn one_long_text_shown_by_many_cells_is_not_copied_for_each() {
    let long = "long ".repeat(900);
    let blank = " ".repeat(200_000);
    for text in [long.as_str(), blank.as_str()] {
        let mut rows = String::from("<row r=\"1\"><c t=\"str\"><v>a</v></c></row>");
        for row in 2..=10_000 {
            write!(rows, "<row r=\"{row}\">").unwrap();
            rows.push_str(&"<c t=\"s\"><v>0</v></c>".repeat(100));
            rows.push_str("</row>");
        }
        let limit = Limits::default().text;
        assert_eq!(refused(&workbook(&rows, &[text])), Refusal::Text { limit });
    }
}

#[test]
fn a_zip_bomb_is_refused_by_what_it_says() {
    let rows = "<row></row>".repeat(7 * 1024 * 1024);
    let bomb = workbook(&rows, &[]);
    assert!(bomb.len() < 1024 * 1024);
    let limit = Limits::default().unpacked;
    assert_eq!(refused(&bomb), Refusal::Unpacked { limit });
    let named = "the workbook is larger than 64 MiB when it is unpacked";
    assert_eq!(refused(&bomb).to_string(), named);
}

#[test]
fn a_zip_bomb_that_lies_is_refused_while_it_unpacks() {
    let sheet = "xl/worksheets/sheet1.xml";
    let rows = "<row></row>".repeat(200_000);
    let bomb = lying(workbook(&rows, &[]), sheet, 500);
    let refusal = refused(&bomb);
    assert_eq!(
        refusal,
        Refusal::Damaged("a part is not what the archive says")
    );
    // A single text without an end is not gathered.
    let endless = format!("<row><c t=\"str\"><v>{}", "x".repeat(3 * 1024 * 1024));
    let refusal = refused(&workbook(&endless, &[]));
    assert_eq!(refusal, Refusal::Damaged("a text has no end"));
    // Nor are texts of which no cell could show all.
    let texts = vec!["x".repeat(1_000_000); 34];
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let limit = Limits::default().text;
    assert_eq!(refused(&workbook("", &texts)), Refusal::Text { limit });
}

#[test]
fn too_many_parts_are_refused() {
    let mut many = parts("", &[]);
    many.extend((0..1_000).map(|n| (format!("xl/media/{n}.png"), String::new())));
    assert_eq!(refused(&archive(&many)), Refusal::Parts { limit: 1_000 });
}

#[test]
fn nothing_outside_the_workbook_is_looked_at() {
    let rows = "<row><c t=\"str\"><v>a</v></c></row><row><c t=\"str\"><v>b</v></c></row>";
    let with = |name: &str, from: &str, to: &str| {
        let mut parts = parts(rows, &[]);
        let part = parts.iter_mut().find(|(part, _)| part == name).unwrap();
        assert!(part.1.contains(from));
        part.1 = part.1.replace(from, to);
        read(&archive(&parts), &Reading::default())
    };
    let list = "xl/_rels/workbook.xml.rels";
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink";
    let link = |target: &str| {
        format!("<Relationships><Relationship Id=\"e\" Type=\"{kind}\" Target=\"{target}\"/>")
    };
    let outside = Err(Refusal::OutsideReferences);
    let other = link("externalLinks/externalLink1.xml");
    assert_eq!(with(list, "<Relationships>", &other), outside);
    let sheet = "xl/worksheets/sheet1.xml";
    let entity = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet>";
    assert_eq!(with(sheet, "<worksheet>", entity), outside);
    let unknown = with(sheet, "<v>b</v>", "<v>&a;</v>");
    assert_eq!(unknown, Err(Refusal::Damaged("an unknown entity")));
    // A worksheet that lies elsewhere is none; mail addresses that Excel makes links are nothing.
    let elsewhere = "Target=\"https://evil.example/x.xml\" TargetMode=\"External\"";
    let away = with(list, "Target=\"worksheets/sheet1.xml\"", elsewhere);
    assert_eq!(away, Err(Refusal::NoSheet));
    let hyperlink = kind.replace("externalLink", "hyperlink");
    let mail = format!(
        "<Relationships><Relationship Id=\"h\" Type=\"{hyperlink}\" \
         Target=\"mailto:a@example.org\" TargetMode=\"External\"/>"
    );
    assert!(with(list, "<Relationships>", &mail).is_ok());
}

#[test]
fn a_worksheet_may_be_chosen_by_name() {
    let rows = "<row><c t=\"str\"><v>a</v></c></row><row><c t=\"str\"><v>b</v></c></row>";
    let read = |sheet: &str| {
        let how = Reading {
            sheet: Some(sheet.to_owned()),
            ..Reading::default()
        };
        read(&workbook(rows, &[]), &how)
    };
    assert!(read("People & places").is_ok());
    for sheet in ["Codes", "Nothing", ""] {
        assert_eq!(read(sheet), Err(Refusal::NoSheet), "{sheet}");
    }
}
