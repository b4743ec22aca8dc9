//! How much memory the worst files and the longest lists cost. The only test of its program, as it
//! looks at what the program had at most.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use maktab_tables::{Cell, Column, Format, Layout, Reading, Refusal, TableWriter, read};
use std::io::{self, Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const MIB: u64 = 1024 * 1024;

/// The most memory that this program has had so far, in bytes.
fn most_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let number = line.unwrap().split_whitespace().nth(1);
    number.unwrap().parse::<u64>().unwrap() * 1024
}

/// Counts what is written and keeps nothing.
struct Counting(u64);

impl Write for Counting {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += u64::try_from(bytes.len()).unwrap();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A workbook with this many megabytes of rows in which nothing stands.
fn rows(megabytes: usize) -> Vec<u8> {
    const TYPE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: &str, content: &str, times: usize| {
        archive
            .start_file(name, SimpleFileOptions::default())
            .unwrap();
        for _ in 0..times {
            archive.write_all(content.as_bytes()).unwrap();
        }
    };
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships><Relationship Id=\"r\" Type=\"{TYPE}/{kind}\" Target=\"{target}\"/>\
             </Relationships>"
        )
    };
    add("_rels/.rels", &relation("officeDocument", "xl/w.xml"), 1);
    add("xl/_rels/w.xml.rels", &relation("worksheet", "s.xml"), 1);
    let workbook = "<workbook><sheets><sheet name=\"a\" r:id=\"r\"/></sheets></workbook>";
    add("xl/w.xml", workbook, 1);
    add("xl/s.xml", "<worksheet><sheetData>", 1);
    let rows = format!("<row{}/>", " ".repeat(1_018)).repeat(1024);
    for _ in 0..megabytes {
        archive.write_all(rows.as_bytes()).unwrap();
    }
    archive.write_all(b"</sheetData></worksheet>").unwrap();
    archive.finish().unwrap().into_inner()
}

/// The same archive, whose directory says that the worksheet is small.
fn lying(mut archive: Vec<u8>) -> Vec<u8> {
    let entry = (0..archive.len()).rfind(|&at| archive[at..].starts_with(b"PK\x01\x02"));
    let size = entry.unwrap() + 24;
    archive[size..size + 4].copy_from_slice(&1_000_u32.to_le_bytes());
    archive
}

#[test]
fn neither_a_bomb_nor_a_long_list_costs_much_memory() {
    let bomb = rows(400);
    assert!(bomb.len() < 5 * 1024 * 1024, "{} bytes", bomb.len());
    let files = [
        (rows(60), Refusal::Empty),
        (bomb.clone(), Refusal::Unpacked { limit: 64 * MIB }),
        (
            lying(bomb),
            Refusal::Damaged("a part is not what the archive says"),
        ),
    ];
    for (file, expected) in files {
        let before = most_memory();
        let refused = read(&file, &Reading::default()).unwrap_err();
        assert_eq!(refused, expected);
        let cost = most_memory() - before;
        assert!(cost < 4 * MIB, "{expected} cost {cost} bytes");
    }

    let columns = (0..4).map(|n| Column::new(format!("key{n}"), format!("Heading {n}")));
    let layout = Layout {
        title: "List".to_owned(),
        columns: columns.collect(),
        right_to_left: false,
    };
    let before = most_memory();
    for format in Format::ALL {
        let mut table = TableWriter::new(format, Counting(0), &layout).unwrap();
        for row in 0..100_000 {
            let cell = |n: i64| Cell::Text(format!("Person {row} of the list, fact {n}"));
            let cells: Vec<Cell> = (0..4).map(cell).collect();
            table.row(&cells).unwrap();
        }
        let written = table.finish().unwrap().0;
        assert!(written > MIB, "{format:?}: {written} bytes");
    }
    let cost = most_memory() - before;
    assert!(cost < 8 * MIB, "a hundred thousand rows cost {cost} bytes");
}
