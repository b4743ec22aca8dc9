//! What is written is read again as it was.

use maktab_tables::{Cell, Column, Format, Layout, Reading, TableWriter, read};

/// Texts that programs like to change.
const TEXTS: [&str; 16] = [
    "Aziza Karimova",
    "شرکت‌کنندهٔ «کارگاه»، ۱۴۰۵",
    "Гүлнар Әбдіқызы",
    "Ayşe Öğütçü, İstanbul",
    "say \"no\"; twice, 'please'",
    "two\nlines",
    "007",
    "1.0",
    "1/2",
    "=HYPERLINK(\"http://evil.example\")",
    "+992 900 12 34 56",
    "-5",
    "@SUM(1)",
    "'=already marked",
    "<b>&amp;</b> _x000D_ &#x41;",
    "2027-01-18T09:00",
];

fn layout() -> Layout {
    Layout {
        title: "Список / فهرست".to_owned(),
        columns: vec![
            Column::new("text", "Text"),
            Column::new("again", "Ещё раз"),
            Column::new("number", "شماره"),
        ],
        right_to_left: true,
    }
}

fn written(format: Format) -> Vec<u8> {
    let mut file = TableWriter::new(format, Vec::new(), &layout()).unwrap();
    for (number, text) in TEXTS.into_iter().enumerate() {
        let number = i64::try_from(number).unwrap();
        let cells = [text.into(), Cell::word("code", text), number.into()];
        file.row(&cells).unwrap();
    }
    file.finish().unwrap()
}

#[test]
fn every_text_survives_in_text_files_and_workbooks() {
    for format in [Format::Csv, Format::Xlsx] {
        let table = read(&written(format), &Reading::default()).unwrap();
        assert_eq!(table.heading.cells, ["Text", "Ещё раз", "شماره"]);
        assert_eq!(table.rows.len(), TEXTS.len());
        for (number, (row, text)) in table.rows.iter().zip(TEXTS).enumerate() {
            assert_eq!(row.cells, [text, text, &number.to_string()], "{format:?}");
            assert_eq!(usize::try_from(row.number), Ok(number + 2), "{format:?}");
        }
    }
}

#[test]
fn every_text_survives_in_json() {
    let file = written(Format::Json);
    let list: Vec<serde_json::Value> = serde_json::from_slice(&file).unwrap();
    for (number, (row, text)) in list.iter().zip(TEXTS).enumerate() {
        let expected = serde_json::json!({"text": text, "again": "code", "number": number});
        assert_eq!(row, &expected);
    }
    assert_eq!(list.len(), TEXTS.len());
}

#[test]
fn a_workbook_is_laid_out_for_reading() {
    let file = written(Format::Xlsx);
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
    let mut part = |name: &str| {
        let part = archive.by_name(name).unwrap();
        std::io::read_to_string(part).unwrap()
    };
    let sheet = part("xl/worksheets/sheet1.xml");
    for sign in [
        "rightToLeft=\"1\"",
        "state=\"frozen\"",
        "<autoFilter ref=\"A1:C17\"/>",
        "<cols><col min=\"1\" max=\"1\" width=\"16\"",
        "<c r=\"C2\"><v>0</v></c>",
        "<c r=\"A1\" s=\"1\" t=\"inlineStr\">",
    ] {
        assert!(sheet.contains(sign), "{sign}");
    }
    assert!(!sheet.contains("<f"), "nothing is a formula");
    assert!(part("xl/workbook.xml").contains("name=\"Список   فهرست\""));
}

#[test]
fn a_row_has_a_cell_for_each_column() {
    for format in Format::ALL {
        let mut file = TableWriter::new(format, Vec::new(), &layout()).unwrap();
        assert!(file.row(&[Cell::Empty]).is_err());
        assert!(file.row(&[const { Cell::Empty }; 3]).is_ok());
    }
}

#[test]
fn a_list_without_rows_is_a_file_too() {
    for format in Format::ALL {
        let file = TableWriter::new(format, Vec::new(), &layout()).unwrap();
        let file = file.finish().unwrap();
        if format == Format::Json {
            assert_eq!(file, b"[\n]\n");
        } else {
            let refused = read(&file, &Reading::default()).unwrap_err();
            let expected = maktab_tables::Refusal::NoRows { heading: 1 };
            assert_eq!(refused, expected, "{format:?}");
        }
    }
}

#[test]
fn a_text_longer_than_excel_allows_is_cut() {
    let mut file = TableWriter::new(Format::Xlsx, Vec::new(), &layout()).unwrap();
    let long = "ж".repeat(40_000);
    file.row(&[long.into(), Cell::Empty, Cell::Empty]).unwrap();
    let mut how = Reading::default();
    how.limits.cell = 50_000;
    let table = read(&file.finish().unwrap(), &how).unwrap();
    assert!(table.rows[0].cell(0).chars().count() <= 32_767);
}
