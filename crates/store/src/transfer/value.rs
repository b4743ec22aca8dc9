//! What stands in a row, in a form that both engines share, and its checksum.
//!
//! The checksum of a table is the SHA-256 over its column names and then its rows in the order of
//! the primary key. Each value is a tag and its bytes, with a length where that varies, so that
//! two different tables cannot spell the same bytes. Ids, truth values and JSON, which the engines
//! store differently, are brought to one form first.

use super::json;
use super::schema::{Column, Kind};
use sha2::{Digest as _, Sha256};

/// One value, whatever the engine calls its type.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    /// Nothing.
    Null,
    /// A number, a time, or a truth value as 0 or 1.
    Integer(i64),
    /// A number with a fraction.
    Real(f64),
    /// A text, or JSON as text.
    Text(String),
    /// Bytes, or an id as its 16 bytes.
    Bytes(Vec<u8>),
}

/// The values of one row, in the order of the table's columns.
pub(crate) type Row = Vec<Value>;

impl Value {
    /// About how much memory it takes.
    pub(crate) fn size(&self) -> usize {
        match self {
            Self::Null | Self::Integer(_) | Self::Real(_) => 16,
            Self::Text(text) => text.len() + 32,
            Self::Bytes(bytes) => bytes.len() + 32,
        }
    }
}

/// How many rows a table holds, and their checksum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// The number of rows.
    pub rows: u64,
    /// The SHA-256, 64 hexadecimal digits.
    pub sha256: String,
}

/// A tally under way.
pub(crate) struct Counting {
    rows: u64,
    hash: Sha256,
    kinds: Vec<Kind>,
}

impl Counting {
    /// For rows of these columns.
    pub(crate) fn of(columns: &[Column]) -> Self {
        let mut hash = Sha256::new();
        for column in columns {
            sized(&mut hash, b'c', column.name.as_bytes());
        }
        Self {
            rows: 0,
            hash,
            kinds: columns.iter().map(|column| column.kind).collect(),
        }
    }

    /// Takes the next row in.
    pub(crate) fn add(&mut self, row: &[Value]) {
        self.rows += 1;
        for (value, kind) in row.iter().zip(&self.kinds) {
            match value {
                Value::Null => self.hash.update(b"n"),
                Value::Integer(number) => {
                    self.hash.update(b"i");
                    self.hash.update(number.to_be_bytes());
                }
                Value::Real(number) => {
                    self.hash.update(b"r");
                    self.hash.update(number.to_bits().to_be_bytes());
                }
                Value::Text(text) => match (kind, json::canonical(text)) {
                    (Kind::Json, Some(canonical)) => {
                        sized(&mut self.hash, b'j', canonical.as_bytes());
                    }
                    _ => sized(&mut self.hash, b't', text.as_bytes()),
                },
                Value::Bytes(bytes) => sized(&mut self.hash, b'b', bytes),
            }
        }
    }

    /// The result.
    pub(crate) fn tally(self) -> Tally {
        Tally {
            rows: self.rows,
            sha256: hex::encode(self.hash.finalize()),
        }
    }
}

fn sized(hash: &mut Sha256, tag: u8, bytes: &[u8]) {
    hash.update([tag]);
    hash.update((bytes.len() as u64).to_be_bytes());
    hash.update(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(kind: Kind, rows: &[Vec<Value>]) -> Tally {
        let columns = ["a", "b"].map(|name| Column {
            name: name.to_owned(),
            kind,
            native: String::new(),
        });
        let mut counting = Counting::of(&columns);
        for row in rows {
            counting.add(row);
        }
        counting.tally()
    }

    fn text(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    #[test]
    fn what_differs_has_another_checksum() {
        let all = [
            vec![text("ab"), text("c")],
            vec![text("a"), text("bc")],
            vec![text(""), Value::Null],
            vec![Value::Null, text("")],
            vec![Value::Bytes(b"ab".to_vec()), text("c")],
            vec![Value::Integer(1), Value::Real(1.0)],
            vec![Value::Real(1.0), Value::Integer(1)],
            vec![Value::Integer(-1), Value::Integer(0)],
        ];
        let mut seen: Vec<String> = all
            .iter()
            .map(|row| tally(Kind::Text, std::slice::from_ref(row)).sha256)
            .collect();
        seen.push(tally(Kind::Text, &[all[0].clone(), all[1].clone()]).sha256);
        seen.push(tally(Kind::Text, &[all[1].clone(), all[0].clone()]).sha256);
        seen.push(tally(Kind::Text, &[]).sha256);
        let count = seen.len();
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), count);
    }

    #[test]
    fn json_is_compared_by_what_it_says_and_text_by_its_letters() {
        let one = vec![text(r#"{"b": 1, "a": [1e2, "é"]}"#), Value::Null];
        let two = vec![text(r#"{"a":[100,"\u00e9"],"b":1}"#), Value::Null];
        let both = |kind| {
            (
                tally(kind, std::slice::from_ref(&one)),
                tally(kind, std::slice::from_ref(&two)),
            )
        };
        let (first, second) = both(Kind::Json);
        assert_eq!(first, second);
        let (first, second) = both(Kind::Text);
        assert_ne!(first.sha256, second.sha256);
        assert_eq!((first.rows, second.rows), (1, 1));
    }
}
