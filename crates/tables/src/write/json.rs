//! Writing JSON: an array of objects, one on each line.

use super::{Cell, Layout};
use std::io::{self, Write};

pub(super) struct JsonWriter<W: Write> {
    to: W,
    /// The keys as JSON, in the order of the columns.
    keys: Vec<String>,
    empty: bool,
}

impl<W: Write> JsonWriter<W> {
    pub fn new(mut to: W, layout: &Layout) -> io::Result<Self> {
        to.write_all(b"[")?;
        let keys = layout.columns.iter();
        let keys = keys.map(|column| serde_json::to_string(&column.key));
        Ok(Self {
            to,
            keys: keys.collect::<Result<_, _>>()?,
            empty: true,
        })
    }

    pub fn row(&mut self, cells: &[Cell]) -> io::Result<()> {
        let before: &[u8] = if self.empty { b"\n{" } else { b",\n{" };
        self.empty = false;
        self.to.write_all(before)?;
        for (place, (key, cell)) in self.keys.iter().zip(cells).enumerate() {
            if place > 0 {
                self.to.write_all(b",")?;
            }
            write!(self.to, "{key}:")?;
            match cell {
                Cell::Empty => self.to.write_all(b"null")?,
                Cell::Text(text) | Cell::Word { code: text, .. } => {
                    serde_json::to_writer(&mut self.to, text)?;
                }
                Cell::Words { codes, .. } => serde_json::to_writer(&mut self.to, codes)?,
                Cell::Number(number) => write!(self.to, "{number}")?,
            }
        }
        self.to.write_all(b"}")
    }

    pub fn finish(mut self) -> io::Result<W> {
        self.to.write_all(b"\n]\n")?;
        Ok(self.to)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Column, Format, TableWriter};
    use super::*;

    #[test]
    fn programs_get_keys_codes_and_numbers() {
        let layout = Layout {
            title: String::new(),
            columns: [("name", "نام"), ("state", "وضعیت"), ("hours", "ساعت")]
                .map(|(key, heading)| Column::new(key, heading))
                .into(),
            right_to_left: true,
        };
        let table = |rows: &[[Cell; 3]]| {
            let mut table = TableWriter::new(Format::Json, Vec::new(), &layout).unwrap();
            for row in rows {
                table.row(row).unwrap();
            }
            String::from_utf8(table.finish().unwrap()).unwrap()
        };
        assert_eq!(table(&[]), "[\n]\n");
        let rows = [
            [
                "=a\"b\n".into(),
                Cell::word("confirmed", "تأییدشده"),
                7.into(),
            ],
            ["007".into(), Cell::Empty, Cell::Empty],
            [
                Cell::Words {
                    codes: vec!["fa".to_owned(), "tg".to_owned()],
                    text: "فارسی و تاجیکی".to_owned(),
                },
                Cell::Empty,
                (-1).into(),
            ],
        ];
        let expected = "[\n{\"name\":\"=a\\\"b\\n\",\"state\":\"confirmed\",\"hours\":7},\n\
                        {\"name\":\"007\",\"state\":null,\"hours\":null},\n\
                        {\"name\":[\"fa\",\"tg\"],\"state\":null,\"hours\":-1}\n]\n";
        assert_eq!(table(&rows), expected);
    }
}
