//! The rows of a table in an archive: JSON, one row a line, an array of its values.
//!
//! Texts are texts, whole numbers numbers, what is missing null; bytes and ids are
//! `{"hex": "0190…"}`, and a number with a fraction is `{"bits": "3ff8…"}`, the 64 bits of its
//! IEEE 754 form, so that none is rounded.

use crate::transfer::{Kind, Row, Value};
use serde_json::json;
use std::io::{BufRead, Read, Write};

/// The longest row that is read.
const LONGEST: u64 = 256 << 20;

/// Writes a row and the end of its line.
pub(super) fn write(row: &[Value], to: &mut impl Write) -> std::io::Result<()> {
    let values: Vec<serde_json::Value> = row.iter().map(as_json).collect();
    serde_json::to_writer(&mut *to, &values)?;
    to.write_all(b"\n")
}

fn as_json(value: &Value) -> serde_json::Value {
    match value {
        Value::Null => serde_json::Value::Null,
        Value::Integer(number) => json!(number),
        Value::Real(number) => json!({ "bits": format!("{:016x}", number.to_bits()) }),
        Value::Text(text) => json!(text),
        Value::Bytes(bytes) => json!({ "hex": hex::encode(bytes) }),
    }
}

/// Reads the next row of these kinds; `None` at the end, and a text where the line is no such row.
pub(super) fn read(from: &mut impl BufRead, kinds: &[Kind]) -> Result<Option<Row>, String> {
    let mut line = Vec::new();
    let mut from = from.take(LONGEST);
    from.read_until(b'\n', &mut line)
        .map_err(|error| error.to_string())?;
    if line.is_empty() {
        return Ok(None);
    }
    if line.pop() != Some(b'\n') {
        return Err("a row has no end".to_owned());
    }
    let values: Vec<serde_json::Value> =
        serde_json::from_slice(&line).map_err(|error| error.to_string())?;
    if values.len() != kinds.len() {
        return Err(format!(
            "a row has {} values, not {}",
            values.len(),
            kinds.len()
        ));
    }
    let row: Option<Row> = values
        .into_iter()
        .zip(kinds)
        .map(|(value, kind)| of_json(value, *kind))
        .collect();
    row.map(Some)
        .ok_or_else(|| "a row holds a value of another kind".to_owned())
}

fn of_json(value: serde_json::Value, kind: Kind) -> Option<Value> {
    use serde_json::Value as Json;
    match (value, kind) {
        (Json::Null, _) => Some(Value::Null),
        (Json::Number(number), Kind::Integer) => number.as_i64().map(Value::Integer),
        (Json::String(text), Kind::Text | Kind::Json) => Some(Value::Text(text)),
        (Json::Object(marked), Kind::Bytes) => {
            let bytes = hex::decode(marked.get("hex")?.as_str()?).ok()?;
            Some(Value::Bytes(bytes))
        }
        (Json::Object(marked), Kind::Real) => {
            let bits = u64::from_str_radix(marked.get("bits")?.as_str()?, 16).ok()?;
            Some(Value::Real(f64::from_bits(bits)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KINDS: [Kind; 5] = [
        Kind::Integer,
        Kind::Real,
        Kind::Text,
        Kind::Json,
        Kind::Bytes,
    ];

    #[test]
    fn every_value_comes_back_as_it_was() {
        let rows: Vec<Row> = vec![
            vec![Value::Null; 5],
            vec![
                Value::Integer(i64::MIN),
                Value::Real(0.1 + 0.2),
                Value::Text("a\nb\r\u{0}\u{2028}\"ژ😀".to_owned()),
                Value::Text(r#"{"b": 1}"#.to_owned()),
                Value::Bytes(vec![0, 255, 10]),
            ],
            vec![
                Value::Integer(i64::MAX),
                Value::Real(-0.0),
                Value::Text(String::new()),
                Value::Text(String::new()),
                Value::Bytes(Vec::new()),
            ],
        ];
        let mut text = Vec::new();
        for row in &rows {
            write(row, &mut text).unwrap();
        }
        assert_eq!(
            text.iter().filter(|byte| **byte == b'\n').count(),
            rows.len()
        );
        let mut from = text.as_slice();
        for row in &rows {
            assert_eq!(read(&mut from, &KINDS).unwrap().as_ref(), Some(row));
        }
        assert_eq!(read(&mut from, &KINDS), Ok(None));
    }

    #[test]
    fn what_is_no_row_is_refused() {
        for text in [
            "[1]\n",
            "[1,null,null,null,null",
            "{}\n",
            "\n",
            "[\"1\",null,null,null,null]\n",
            "[1.5,null,null,null,null]\n",
            "[null,null,null,null,\"text\"]\n",
            "[null,null,null,null,{\"hex\":\"0\"}]\n",
        ] {
            assert!(read(&mut text.as_bytes(), &KINDS).is_err(), "{text}");
        }
    }
}
