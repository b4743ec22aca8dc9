//! A list of participants from the file to the preview of what is wrong with it.

use crate::workbook::workbook;
use maktab_tables::{
    Cell, Column, Format, Guess, Layout, Origin, PARTICIPANT, Problem, Problems, Reading, Table,
    TableWriter, column_letters, read,
};
use std::fmt::Write as _;

/// The row with the wrong day.
const WRONG: usize = 713;
const ROWS: usize = 714;

/// What a form expects of a day, said in its words.
const EXPECTED: &str = "a day such as 2027-01-18";

fn day_of(row: usize) -> String {
    if row == WRONG {
        "31.02.2027".to_owned()
    } else {
        format!("1980-01-{:02}", row % 28 + 1)
    }
}

/// Looks at the days as an import does.
fn days_of(table: &Table) -> Problems<&'static str> {
    let column = table.heading.cells.iter();
    let column = column
        .clone()
        .position(|heading| heading == "Born")
        .unwrap();
    let mut problems = Problems::new();
    for row in &table.rows {
        if row.cell(column).parse::<jiff::civil::Date>().is_err() {
            problems.add(row, column, EXPECTED);
        }
    }
    problems
}

fn only_problem() -> [Problem<&'static str>; 1] {
    [Problem {
        row: 713,
        column: 2,
        value: "31.02.2027".to_owned(),
        expected: EXPECTED,
    }]
}

#[test]
fn a_wrong_day_in_row_713_of_a_text_file_is_said_to_be_there() {
    let mut text = String::from("ФИО;E-mail;Born\r\n");
    for row in 2..=ROWS {
        let day = day_of(row);
        write!(text, "\"Person\nno. {row}\";p{row}@example.org;{day}\r\n").unwrap();
    }
    let table = read(text.as_bytes(), &Reading::default()).unwrap();
    assert_eq!(table.rows.len(), 713);
    assert_eq!(table.rows.last().unwrap().number, 714);
    let problems = days_of(&table);
    assert_eq!(problems.first(), only_problem());
    assert_eq!(problems.total(), 1);
    assert_eq!(column_letters(problems.first()[0].column), "C");
}

#[test]
fn a_wrong_day_in_row_713_of_a_workbook_is_said_to_be_there() {
    // As Excel writes it: shared texts, days as numbers, and the wrong one as text.
    let mut rows = String::from(
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>\
         <c r=\"C1\" t=\"s\"><v>2</v></c></row>",
    );
    for row in 2..=ROWS {
        let day = if row == WRONG {
            format!("<c r=\"C{row}\" t=\"s\"><v>3</v></c>")
        } else {
            format!("<c r=\"C{row}\" s=\"1\"><v>{}</v></c>", 29_221 + row % 28)
        };
        write!(
            rows,
            "<row r=\"{row}\"><c r=\"A{row}\" t=\"inlineStr\"><is><t>Person {row}</t></is></c>{day}</row>"
        )
        .unwrap();
    }
    let file = workbook(&rows, &["ФИО", "E-mail", "Born", "31.02.2027"]);
    let table = read(&file, &Reading::default()).unwrap();
    assert_eq!(table.rows.len(), 713);
    assert_eq!(table.rows[0].cells[2], "1980-01-03");
    assert_eq!(days_of(&table).first(), only_problem());
    let expected = Origin::Xlsx {
        sheet: "People & places".to_owned(),
        sheets: vec!["People & places".to_owned()],
    };
    assert_eq!(
        table.origin, expected,
        "the hidden worksheet is passed over"
    );
}

#[test]
fn rows_are_numbered_as_excel_shows_them() {
    let rows = "<row r=\"3\"><c r=\"B3\" t=\"str\"><v>Name</v></c></row>\
                <row r=\"4\"><c r=\"B4\" s=\"1\"/></row>\
                <row r=\"9\"><c r=\"D9\"><v>1.5</v></c><c><v>2</v></c></row>\
                <row><c t=\"b\"><f>1=1</f><v>1</v></c><c s=\"2\"><v>46405.375</v></c></row>";
    let table = read(&workbook(rows, &[]), &Reading::default()).unwrap();
    assert_eq!((table.heading.number, table.heading.cell(1)), (3, "Name"));
    let rows: Vec<_> = table
        .rows
        .iter()
        .map(|row| (row.number, &row.cells))
        .collect();
    let nine = ["", "", "", "1.5", "2"].map(str::to_owned).to_vec();
    let ten = ["TRUE", "2027-01-18T09:00"].map(str::to_owned).to_vec();
    assert_eq!(rows, [(9, &nine), (10, &ten)]);
}

#[test]
fn an_exported_list_is_imported_without_a_question() {
    let layout = Layout {
        title: "Registrations".to_owned(),
        columns: [
            ("name", "نام"),
            ("email", "ایمیل"),
            ("country", "کشور"),
            ("institution", "نهاد"),
            ("job_title", "سمت"),
        ]
        .map(|(key, heading)| Column::new(key, heading))
        .into(),
        right_to_left: true,
    };
    for format in [Format::Csv, Format::Xlsx] {
        let mut file = TableWriter::new(format, Vec::new(), &layout).unwrap();
        let row = [
            "Aziza Karimova",
            "aziza@example.org",
            "تاجیکستان",
            "گمرک",
            "کارشناس",
        ];
        file.row(&row.map(Cell::from)).unwrap();
        let file = file.finish().unwrap();
        let table = read(&file, &Reading::default()).unwrap();
        let guess = Guess::of(&table.heading.cells, &PARTICIPANT);
        assert!(guess.missing.is_empty() && guess.several.is_empty());
        let email = guess.mapping.column("email").unwrap();
        assert_eq!(table.rows[0].cell(email), "aziza@example.org");
    }
}
