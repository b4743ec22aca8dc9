//! Rows that are hard to carry, for every table that there is: what a column allows is looked up
//! in the schema, the rest is drawn until the database takes it.

use super::schema::{Column, Kind, Schema, Table};
use super::value::{Row, Value};
use super::{Loader, json};
use crate::{Database, Tx};
use std::collections::{BTreeSet, HashMap};

const TEXTS: [&str; 14] = [
    "",
    " ",
    "'; DROP TABLE people; --",
    "\"quoted\" \\N \\x41 %s {} $1",
    "مرزهای ۱۲۳\u{200c}ها",
    "Гўзал Ҳакимова",
    "İstanbul ıi Iİ",
    "e\u{301} é",
    "😀👩‍👩‍👧",
    "line\nbreak\r\n\ttab",
    "\u{feff}\u{1}\u{7f}\u{2028}",
    "{\"b\": 1,  \"a\": 2}",
    "NULL",
    "-0",
];

const JSONS: [&str; 9] = [
    "{}",
    " [ ] ",
    "null",
    "\"text\"",
    "[-1.50, 1e2, -0.0, 9223372036854775807, 0.1, 123456789012345678901234567890]",
    "{\"fa\": \"مرزها\", \"en\" : \"Borders\", \"en\": \"twice\", \"\": true}",
    "{\"b\":{\"d\":[{}],\"c\":null},\"a\":\"\\u00e9\\ud83d\\ude00\\n\"}",
    "{\"aaa\": 1, \"bb\": 2, \"c\": 3}",
    "[[[[[[[[[[\"deep\"]]]]]]]]]]",
];

/// Draws the same numbers at every run.
struct Draw(u64);

impl Draw {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap()
    }

    fn one<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// What a column takes.
struct Allowed {
    column: Column,
    required: bool,
    odd_bytes: bool,
    /// The values of its check, where it lists them.
    listed: Vec<Value>,
    /// The table and column that it points to.
    target: Option<(String, String)>,
}

/// Puts so many rows into each table of a SQLite database.
pub(crate) async fn fill(database: &Database, rows: usize) {
    let mut tx = database.write().await.unwrap();
    let schema = Schema::of(&mut tx).await.unwrap();
    let odd = json::columns_of(&["bytea"]);
    let truth = json::columns_of(&["boolean", "bool"]);
    let mut draw = Draw(11);
    let mut stored: HashMap<(String, String), Vec<Value>> = HashMap::new();
    for table in &schema.tables {
        let allowed = allowed(&mut tx, table, &odd, &truth).await;
        for place in 0..rows {
            let row = store(&mut tx, table, &allowed, &stored, &mut draw).await;
            let row = row.unwrap_or_else(|| panic!("row {place} of {}", table.name));
            for (value, column) in row.into_iter().zip(&table.columns) {
                let key = (table.name.clone(), column.name.clone());
                stored.entry(key).or_default().push(value);
            }
        }
    }
    tx.commit().await.unwrap();
}

/// Draws rows until the database takes one.
async fn store(
    tx: &mut Tx,
    table: &Table,
    allowed: &[Allowed],
    stored: &HashMap<(String, String), Vec<Value>>,
    draw: &mut Draw,
) -> Option<Row> {
    for _ in 0..20_000 {
        let row: Row = allowed
            .iter()
            .map(|column| value(column, stored, draw))
            .collect();
        let mut loader = Loader::of(tx, table);
        loader.push(row.clone()).await.unwrap();
        if loader.finish().await.is_ok() {
            return Some(row);
        }
        // A row that is refused costs SQLite nothing but that row.
        tx.go_on();
    }
    None
}

fn value(
    allowed: &Allowed,
    stored: &HashMap<(String, String), Vec<Value>>,
    draw: &mut Draw,
) -> Value {
    if !allowed.required && draw.below(3) == 0 {
        return Value::Null;
    }
    if let Some(target) = &allowed.target {
        let known = stored.get(target).map(Vec::as_slice).unwrap_or_default();
        return if known.is_empty() {
            Value::Null
        } else {
            draw.one(known).clone()
        };
    }
    if !allowed.listed.is_empty() {
        return draw.one(&allowed.listed).clone();
    }
    match allowed.column.kind {
        Kind::Integer => Value::Integer(integer(draw)),
        Kind::Real => Value::Real(*draw.one(&[0.1, -0.0, 1e300, -2.5])),
        Kind::Text => Value::Text(text(draw)),
        Kind::Json if draw.below(20) == 0 => {
            Value::Text(format!("[{}0]", "\"a long one\", ".repeat(20_000)))
        }
        Kind::Json => Value::Text((*draw.one(&JSONS)).to_owned()),
        Kind::Bytes => {
            let length = if allowed.odd_bytes {
                draw.below(40)
            } else {
                16
            };
            let byte = |_| u8::try_from(draw.next() & 0xff).unwrap();
            Value::Bytes((0..length).map(byte).collect())
        }
    }
}

fn integer(draw: &mut Draw) -> i64 {
    match draw.below(10) {
        0 => -i64::try_from(draw.below(1_000_000)).unwrap(),
        1 => *draw.one(&[i64::MIN, i64::MAX, -1, 0]),
        2 | 3 => i64::try_from(draw.below(10)).unwrap(),
        4 | 5 => 1_700_000_000_000 + i64::try_from(draw.below(1_000_000_000)).unwrap(),
        _ => i64::try_from(draw.below(101)).unwrap(),
    }
}

fn text(draw: &mut Draw) -> String {
    let text = *draw.one(&TEXTS);
    match draw.below(4) {
        0 => {
            let letter = |n: usize| char::from(b'A' + u8::try_from(n).unwrap());
            let two = [draw.below(26), draw.below(26)];
            two.map(letter).iter().collect()
        }
        1 => format!("{text}{}", draw.below(1_000_000)),
        2 => text.repeat(200),
        _ => text.to_owned(),
    }
}

async fn allowed(
    tx: &mut Tx,
    table: &Table,
    odd: &BTreeSet<(String, String)>,
    truth: &BTreeSet<(String, String)>,
) -> Vec<Allowed> {
    let (sql,) = one!(
        &mut *tx,
        (String,),
        "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = $1",
        &table.name
    )
    .unwrap();
    let required = rows!(
        &mut *tx,
        (String, i64),
        "SELECT name, \"notnull\" FROM pragma_table_xinfo($1)",
        &table.name
    )
    .unwrap();
    let targets = rows!(
        tx,
        (String, String, String),
        "SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list($1)",
        &table.name
    )
    .unwrap();
    let columns = table.columns.iter().map(|column| {
        let target = targets.iter().find(|(from, _, _)| *from == column.name);
        Allowed {
            required: required.contains(&(column.name.clone(), 1)),
            odd_bytes: odd.contains(&(table.name.clone(), column.name.clone())),
            listed: if truth.contains(&(table.name.clone(), column.name.clone())) {
                vec![Value::Integer(0), Value::Integer(1)]
            } else {
                listed(&sql, column)
            },
            target: target.map(|(_, table, to)| (table.clone(), to.clone())),
            column: column.clone(),
        }
    });
    columns.collect()
}

/// The values in `CHECK (column IN (…))`.
fn listed(sql: &str, column: &Column) -> Vec<Value> {
    let check = format!("CHECK ({} IN (", column.name);
    let Some((_, rest)) = sql.split_once(&check) else {
        return Vec::new();
    };
    let list = rest.split(')').next().unwrap_or_default();
    let values = list.split(',').map(|word| {
        let word = word.trim();
        match column.kind {
            Kind::Integer => Value::Integer(word.parse().unwrap()),
            _ => Value::Text(word.trim_matches('\'').to_owned()),
        }
    });
    values.collect()
}
