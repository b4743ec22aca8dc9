//! Thousands of damaged files: each is read or refused, and none brings anything down.

use crate::workbook::{archive, parts};
use maktab_tables::{Limits, Reading, read};

/// Numbers that look random and are the same in every run (Marsaglia, xorshift64).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap()
    }

    fn below(&mut self, end: usize) -> usize {
        self.next() % end.max(1)
    }
}

/// Changes, removes, repeats or inserts a few bytes.
fn damage(bytes: &mut Vec<u8>, numbers: &mut Numbers) {
    const SIGNS: &[u8] = b"<>/&;\"'=,\t\r\n\0\xff\xfe09AZ-";
    for _ in 0..=numbers.below(6) {
        let at = numbers.below(bytes.len());
        match numbers.below(5) {
            0 => bytes[at] = u8::try_from(numbers.below(256)).unwrap(),
            1 => bytes[at] = SIGNS[numbers.below(SIGNS.len())],
            2 => {
                let end = (at + numbers.below(40)).min(bytes.len());
                bytes.drain(at..end);
            }
            3 => {
                let end = (at + numbers.below(40)).min(bytes.len());
                let part = bytes[at..end].to_vec();
                bytes.splice(at..at, part);
            }
            _ => bytes.insert(at, SIGNS[numbers.below(SIGNS.len())]),
        }
        if bytes.is_empty() {
            bytes.push(b'x');
        }
    }
}

fn how() -> Reading {
    Reading {
        limits: Limits {
            unpacked: 1024 * 1024,
            ..Limits::default()
        },
        ..Reading::default()
    }
}

const ROWS: &str = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>\
    <row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><r><t>An</t></r><r><t>na_x000A_</t></r><rPh><t>x</t></rPh></is></c>\
    <c r=\"B2\" s=\"1\"><v>46405.5</v></c><c r=\"C2\" s=\"2\"><f>NOW()</f><v>1e3</v></c></row>\
    <row r=\"3\"><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c><c t=\"d\"><v>2027-01-18</v></c></row>";

#[test]
fn damaged_text_files_are_read_or_refused() {
    let mut numbers = Numbers(714);
    let files: [Vec<u8>; 4] = [
        "ФИО;\"E-mail\";نام\r\n\"Анна \"\"А\"\"\";a@x;'=1\r\n\r\nБ;b@x;علی\r\n".into(),
        "sep=;\na;b\n1;2\n".into(),
        b"Ad,G\xf6rev\nAy\xfee,M\xfcd\xfcr\n\xc7\xe1\xd1,\xcf\xe3\n".into(),
        "\u{feff}a\tb\n1\t2\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect(),
    ];
    let mut good = 0;
    for file in &files {
        for _ in 0..1_000 {
            let mut bytes = file.clone();
            damage(&mut bytes, &mut numbers);
            good += usize::from(read(&bytes, &how()).is_ok());
        }
    }
    assert!(good > 1_000, "most damages leave a table: {good}");
}

#[test]
fn damaged_workbooks_are_read_or_refused() {
    let mut numbers = Numbers(713);
    let whole = archive(&parts(ROWS, &["Name &amp; more", "Born"]));
    assert!(read(&whole, &how()).is_ok());
    // The archive itself.
    let mut refused = 0;
    for _ in 0..3_000 {
        let mut bytes = whole.clone();
        damage(&mut bytes, &mut numbers);
        refused += usize::from(read(&bytes, &how()).is_err());
    }
    assert!(refused > 100, "{refused}");
    // What is in it.
    let (mut good, mut bad) = (0, 0);
    for _ in 0..3_000 {
        let mut parts: Vec<(String, Vec<u8>)> = parts(ROWS, &["Name &amp; more", "Born"])
            .into_iter()
            .map(|(name, content)| (name, content.into_bytes()))
            .collect();
        let part = numbers.below(parts.len());
        damage(&mut parts[part].1, &mut numbers);
        match read(&archive(&parts), &how()) {
            Ok(_) => good += 1,
            Err(_) => bad += 1,
        }
    }
    assert!(good > 100 && bad > 100, "{good} read, {bad} refused");
}

#[test]
fn a_file_that_ends_too_early_is_refused() {
    let whole = archive(&parts(ROWS, &["Name", "Born"]));
    for length in 4..whole.len() {
        assert!(read(&whole[..length], &how()).is_err(), "{length} bytes");
    }
}

#[test]
fn numbers_beyond_all_measure_are_refused() {
    for rows in [
        "<row r=\"4294967296\"/>",
        "<row r=\"0\"/>",
        "<row r=\"-1\"/>",
        "<row r=\"1048577\"/>",
        "<row r=\"1\"><c r=\"A2\"/></row>",
        "<row r=\"1\"><c r=\"XFE1\"/></row>",
        "<row r=\"1\"><c r=\"ZZZZZZZZZZZZZZZZ1\"/></row>",
        "<row r=\"1\"><c r=\"1\"/></row>",
        "<row r=\"2\"><c/></row><row r=\"1\"><c/></row>",
        "<row><c t=\"s\"><v>18446744073709551616</v></c></row>",
        "<row><c t=\"s\"><v>7</v></c></row>",
    ] {
        let file = archive(&parts(rows, &["one"]));
        let refusal = read(&file, &how()).unwrap_err();
        let damaged = matches!(refusal, maktab_tables::Refusal::Damaged(_));
        assert!(damaged, "{rows}: {refusal}");
    }
    // What only costs memory where it is believed is passed over.
    let mut parts = parts(ROWS, &["one", "two"]);
    for (name, content) in &mut parts {
        if name.ends_with("sharedStrings.xml") {
            *content = content.replace("<sst>", "<sst uniqueCount=\"18446744073709551615\">");
        }
        if name.ends_with("sheet1.xml") {
            let dimension = "<worksheet><dimension ref=\"XFD1048576:A1\"/>";
            *content = content.replace("<worksheet>", dimension);
        }
    }
    assert!(read(&archive(&parts), &how()).is_ok());
}
