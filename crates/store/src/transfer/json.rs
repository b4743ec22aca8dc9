//! JSON, which one engine keeps as it was written and the other rearranges.

use crate::schema::POSTGRES;
use serde_json::{Number, Value};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The columns that hold JSON, as table and column.
///
/// SQLite calls them TEXT, like any other, so they are looked up in what makes the tables of
/// PostgreSQL. A test compares this with what a migrated PostgreSQL says of itself.
pub(crate) fn columns() -> BTreeSet<(String, String)> {
    columns_of(&["json", "jsonb"])
}

/// The columns that are of one of these types on PostgreSQL.
pub(super) fn columns_of(types: &[&str]) -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    for migration in POSTGRES.iter() {
        let words = words(migration.sql.as_str());
        for (place, _) in words.iter().enumerate() {
            declared(&words[place..], types, &mut found);
        }
    }
    found
}

/// Adds what a statement that begins here declares, where it makes or changes a table.
fn declared(words: &[String], types: &[&str], found: &mut BTreeSet<(String, String)>) {
    let is = |place: usize, word: &str| words.get(place).is_some_and(|there| there == word);
    let makes = is(0, "create") && is(1, "table");
    let changes = is(0, "alter") && is(1, "table");
    if !makes && !changes {
        return;
    }
    let noise = ["if", "not", "exists", "only"];
    let mut rest = words[2..]
        .iter()
        .skip_while(|word| noise.contains(&word.as_str()));
    let Some(table) = rest.next() else { return };
    let rest: Vec<&String> = rest.take_while(|word| *word != ";").collect();
    let mut depth = 0;
    for (place, word) in rest.iter().enumerate() {
        match word.as_str() {
            "(" => depth += 1,
            ")" => depth -= 1,
            word if types.contains(&word) && depth == i32::from(makes) && place > 0 => {
                found.insert((table.clone(), rest[place - 1].clone()));
            }
            _ => {}
        }
    }
}

/// The words of SQL in small letters, brackets and semicolons among them; no comments and no texts.
fn words(sql: &str) -> Vec<String> {
    let mut words = Vec::new();
    for line in sql.lines() {
        let code = line.split("--").next().unwrap_or_default();
        // What stands between quotation marks is every second part.
        for code in code.split('\'').step_by(2) {
            for piece in code.split_inclusive(|c: char| !(c.is_alphanumeric() || c == '_')) {
                let word = piece.trim_end_matches(|c: char| !(c.is_alphanumeric() || c == '_'));
                if !word.is_empty() {
                    words.push(word.to_lowercase());
                }
                if let Some(mark @ ('(' | ')' | ';' | ',')) = piece.chars().next_back() {
                    words.push(mark.to_string());
                }
            }
        }
    }
    words
}

/// The same JSON in one form: no spaces, members by name, numbers by their value. `None` where the
/// text is no JSON.
pub(crate) fn canonical(text: &str) -> Option<String> {
    let value: Value = serde_json::from_str(text).ok()?;
    let mut out = String::with_capacity(text.len());
    write(&value, &mut out);
    Some(out)
}

fn write(value: &Value, out: &mut String) {
    match value {
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            members.sort_by_key(|(name, _)| *name);
            out.push('{');
            for (place, (name, member)) in members.into_iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                let _ = write!(out, "{}:", Value::String(name.clone()));
                write(member, out);
            }
            out.push('}');
        }
        Value::Array(items) => {
            out.push('[');
            for (place, item) in items.iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                write(item, out);
            }
            out.push(']');
        }
        Value::Number(number) => write_number(number, out),
        plain => {
            let _ = write!(out, "{plain}");
        }
    }
}

/// PostgreSQL writes 1e2 as 100 and -0.0 as 0.0.
fn write_number(number: &Number, out: &mut String) {
    let _ = match number.as_f64() {
        Some(float) if number.is_f64() && float == 0.0 => write!(out, "0"),
        Some(float) if number.is_f64() && float.fract() == 0.0 => write!(out, "{float:.0}"),
        _ => write!(out, "{number}"),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_meaning_has_one_form() {
        for (written, form) in [
            (r#" { "b" : 1 , "a" : "é" } "#, r#"{"a":"é","b":1}"#),
            (r#"{"a":{"d":[],"c":{}}}"#, r#"{"a":{"c":{},"d":[]}}"#),
            (r#"[1e2,1.0,-0.0,-0,0.5,1E-2]"#, "[100,1,0,0,0.5,0.01]"),
            (r#"["A\/\n\"",null,true]"#, r#"["A/\n\"",null,true]"#),
            ("9223372036854775807", "9223372036854775807"),
            (r#"{"a":1,"a":2}"#, r#"{"a":2}"#),
        ] {
            assert_eq!(canonical(written).as_deref(), Some(form), "{written}");
        }
        assert_eq!(canonical("{"), None);
        assert_eq!(canonical(""), None);
    }

    #[test]
    fn json_columns_are_found_however_a_table_is_made() {
        let sql = "-- CREATE TABLE no (a JSONB);
            CREATE TABLE IF NOT EXISTS one (
                id UUID PRIMARY KEY, names JSONB NOT NULL DEFAULT '{jsonb}', plain TEXT,
                CHECK (jsonb_typeof(names) = 'object'), old json);
            ALTER TABLE ONLY one ADD COLUMN later JSONB;
            ALTER TABLE one ADD CHECK (plain <> 'x JSONB');
            CREATE INDEX i ON one ((names -> 'en'));";
        let words = words(sql);
        let mut found = BTreeSet::new();
        for place in 0..words.len() {
            declared(&words[place..], &["json", "jsonb"], &mut found);
        }
        let found: Vec<String> = found.iter().map(|(t, c)| format!("{t}.{c}")).collect();
        assert_eq!(found, ["one.later", "one.names", "one.old"]);
    }
}
