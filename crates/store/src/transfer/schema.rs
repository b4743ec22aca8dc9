//! The tables of a database, as it describes them itself: nothing here names a table, so a table
//! of a later migration is carried like the others.

use super::TransferError;
use super::json;
use crate::schema::{SQLITE, versions};
use crate::{Error, Tx};
use serde::{Deserialize, Serialize};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};
use std::collections::{BTreeMap, BTreeSet};

/// What a column holds, whatever the engine calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    /// Whole numbers, times, truth values.
    Integer,
    /// Numbers with a fraction.
    Real,
    /// Texts.
    Text,
    /// JSON.
    Json,
    /// Bytes and ids.
    Bytes,
}

/// A column.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
    /// The engine's own name of its type.
    pub native: String,
}

/// A table.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    /// Its name.
    pub name: String,
    /// Its columns by name; not those that the engine computes.
    pub columns: Vec<Column>,
    /// The columns of its primary key, in the key's order.
    pub key: Vec<String>,
    /// The tables that its foreign keys point to.
    pub references: BTreeSet<String>,
}

/// The tables of a database.
#[derive(Debug, Clone)]
pub(crate) struct Schema {
    /// Ours, each behind those that it points to.
    pub tables: Vec<Table>,
    /// Those that no migration of this program makes.
    pub strangers: Vec<String>,
}

/// What the engine says of one column: table, name, type, place in the key (0 for none).
type Described = (String, String, String, i64);

impl Schema {
    /// The tables of the database that the transaction is in.
    pub async fn of(tx: &mut Tx) -> Result<Self, TransferError> {
        let (described, references) = match tx {
            Tx::Sqlite(_) => sqlite(tx).await?,
            Tx::Postgres(_) => postgres(tx).await?,
        };
        let known = known().await?;
        let json = json::columns();
        let mut tables: BTreeMap<String, Table> = BTreeMap::new();
        let mut keys: BTreeMap<(String, i64), String> = BTreeMap::new();
        let mut strangers = BTreeSet::new();
        for (table, name, native, place) in described {
            if !known.contains(&table) {
                strangers.insert(table);
                continue;
            }
            if place > 0 {
                keys.insert((table.clone(), place), name.clone());
            }
            let is_json = json.contains(&(table.clone(), name.clone()));
            let kind = kind(tx, &native, is_json).ok_or_else(|| TransferError::Kind {
                column: format!("{table}.{name}"),
                found: native.clone(),
            })?;
            let entry = tables.entry(table.clone()).or_insert_with(|| Table {
                name: table,
                columns: Vec::new(),
                key: Vec::new(),
                references: BTreeSet::new(),
            });
            entry.columns.push(Column { name, kind, native });
        }
        for ((table, _), column) in keys {
            if let Some(table) = tables.get_mut(&table) {
                table.key.push(column);
            }
        }
        for (table, target) in references {
            if let Some(table) = tables.get_mut(&table) {
                table.references.insert(target);
            }
        }
        for table in tables.values_mut() {
            if table.key.is_empty() {
                return Err(TransferError::NoKey(table.name.clone()));
            }
            table.columns.sort_by(|a, b| a.name.cmp(&b.name));
        }
        Ok(Self {
            tables: ordered(tables),
            strangers: strangers.into_iter().collect(),
        })
    }
}

/// The tables that a migration of this program makes, asked of an engine in memory after each of
/// them: a later one may take a table away that an older database still has.
async fn known() -> Result<BTreeSet<String>, TransferError> {
    let mut connection = SqliteConnectOptions::new()
        .in_memory(true)
        .connect()
        .await?;
    let mut known = BTreeSet::new();
    for version in versions() {
        SQLITE.run_to(version, &mut connection).await?;
        let names: Vec<(String,)> = sqlx::query_as(SQLITE_TABLES)
            .fetch_all(&mut connection)
            .await?;
        known.extend(names.into_iter().map(|(name,)| name));
    }
    connection.close().await?;
    Ok(known)
}

const SQLITE_TABLES: &str = "SELECT name FROM pragma_table_list
    WHERE schema = 'main' AND type = 'table'
    AND substr(name, 1, 7) <> 'sqlite_' AND name <> '_sqlx_migrations'";

async fn sqlite(tx: &mut Tx) -> Result<(Vec<Described>, Vec<(String, String)>), Error> {
    // Hidden columns are those that the engine computes.
    let described = rows!(
        &mut *tx,
        Described,
        "SELECT t.name, c.name, c.type, c.pk
         FROM pragma_table_list t JOIN pragma_table_xinfo(t.name) c
         WHERE t.schema = 'main' AND t.type = 'table' AND c.hidden = 0
         AND substr(t.name, 1, 7) <> 'sqlite_' AND t.name <> '_sqlx_migrations'"
    )?;
    let references = rows!(
        tx,
        (String, String),
        "SELECT t.name, f.\"table\" FROM pragma_table_list t
         JOIN pragma_foreign_key_list(t.name) f
         WHERE t.schema = 'main' AND t.type = 'table'"
    )?;
    Ok((described, references))
}

async fn postgres(tx: &mut Tx) -> Result<(Vec<Described>, Vec<(String, String)>), Error> {
    // Tables of extensions belong to these.
    let described = rows!(
        &mut *tx,
        Described,
        "SELECT c.relname::text, a.attname::text, t.typname::text,
            coalesce(array_position(k.conkey, a.attnum), 0)::bigint
         FROM pg_class c
         JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
         JOIN pg_type t ON t.oid = a.atttypid
         LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'p'
         WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
         AND c.relname <> '_sqlx_migrations' AND a.attgenerated = ''
         AND NOT EXISTS (SELECT 1 FROM pg_depend d
            WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')"
    )?;
    let references = rows!(
        tx,
        (String, String),
        "SELECT c.relname::text, f.relname::text FROM pg_constraint k
         JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class f ON f.oid = k.confrelid
         WHERE k.contype = 'f' AND c.relnamespace = current_schema()::regnamespace"
    )?;
    Ok((described, references))
}

fn kind(tx: &Tx, native: &str, is_json: bool) -> Option<Kind> {
    let kind = match tx {
        Tx::Sqlite(_) => match native {
            "INTEGER" | "INT" => Kind::Integer,
            "REAL" => Kind::Real,
            "TEXT" if is_json => Kind::Json,
            "TEXT" => Kind::Text,
            "BLOB" => Kind::Bytes,
            _ => return None,
        },
        Tx::Postgres(_) => match native {
            "int8" | "int4" | "int2" | "bool" => Kind::Integer,
            "float8" | "float4" => Kind::Real,
            "text" | "varchar" | "bpchar" => Kind::Text,
            "jsonb" | "json" => Kind::Json,
            "bytea" | "uuid" => Kind::Bytes,
            _ => return None,
        },
    };
    Some(kind)
}

/// Each table behind those that it points to; by name where that leaves a choice. Where tables
/// point at each other in a circle, one of them comes first all the same: [`super::load`] lets
/// such keys be checked last.
fn ordered(mut tables: BTreeMap<String, Table>) -> Vec<Table> {
    let mut ordered: Vec<Table> = Vec::with_capacity(tables.len());
    while !tables.is_empty() {
        let free = |table: &&Table| {
            let mut others = table.references.iter().filter(|name| **name != table.name);
            !others.any(|name| tables.contains_key(name))
        };
        let first = tables
            .values()
            .find(free)
            .or_else(|| tables.values().next());
        let Some(name) = first.map(|table| table.name.clone()) else {
            break;
        };
        ordered.extend(tables.remove(&name));
    }
    ordered
}

/// A name as it may stand in SQL.
pub(crate) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// Compares the shapes of two sides, and takes a column for JSON where either side does: SQLite
/// does not know it.
pub(crate) fn matched(from: &mut [Table], to: &mut [Table]) -> Result<(), TransferError> {
    let names = |tables: &[Table]| -> BTreeSet<String> {
        tables.iter().map(|table| table.name.clone()).collect()
    };
    let (here, there) = (names(from), names(to));
    if let Some(alone) = here.symmetric_difference(&there).next() {
        let side = if here.contains(alone) {
            "source"
        } else {
            "target"
        };
        let text = format!("only the {side} has the table {alone}");
        return Err(TransferError::Shape(text));
    }
    for table in from {
        let Some(other) = to.iter_mut().find(|other| other.name == table.name) else {
            continue;
        };
        match_columns(table, other)?;
    }
    Ok(())
}

fn match_columns(table: &mut Table, other: &mut Table) -> Result<(), TransferError> {
    let name = &table.name;
    let differs = |what: &str| Err(TransferError::Shape(format!("{name} has {what}")));
    if table.key != other.key {
        return differs("another primary key");
    }
    if table.columns.len() != other.columns.len() {
        return differs("another number of columns");
    }
    for (one, two) in table.columns.iter_mut().zip(&mut other.columns) {
        if one.name != two.name {
            return differs(&format!(
                "{} where the other side has {}",
                one.name, two.name
            ));
        }
        let both = (one.kind, two.kind);
        if one.kind == two.kind {
            continue;
        }
        if !matches!(both, (Kind::Json, Kind::Text) | (Kind::Text, Kind::Json)) {
            return differs(&format!("another type of {}", one.name));
        }
        (one.kind, two.kind) = (Kind::Json, Kind::Json);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(name: &str, references: &[&str]) -> (String, Table) {
        let table = Table {
            name: name.to_owned(),
            columns: vec![Column {
                name: "id".to_owned(),
                kind: Kind::Text,
                native: String::new(),
            }],
            key: vec!["id".to_owned()],
            references: references.iter().map(|&name| name.to_owned()).collect(),
        };
        (name.to_owned(), table)
    }

    #[test]
    fn a_table_stands_behind_those_it_points_to() {
        let all = [
            table("a", &["c"]),
            table("b", &["b", "a"]),
            table("c", &[]),
            table("d", &["e"]),
            table("e", &["d"]),
        ];
        let names: Vec<String> = ordered(all.into()).into_iter().map(|t| t.name).collect();
        assert_eq!(names, ["c", "a", "b", "d", "e"]);
    }

    #[test]
    fn sides_of_different_shape_are_told_apart() {
        let one = || vec![table("a", &[]).1];
        let refused = |mut from: Vec<Table>, mut to: Vec<Table>| {
            matched(&mut from, &mut to).unwrap_err().to_string()
        };
        assert!(refused(one(), vec![]).contains("only the source has the table a"));
        assert!(refused(vec![], one()).contains("only the target has the table a"));
        let mut other = one();
        other[0].key.clear();
        assert!(refused(one(), other).contains("primary key"));
        let mut other = one();
        other[0].columns[0].kind = Kind::Bytes;
        assert!(refused(one(), other).contains("another type of id"));
        let mut other = one();
        other[0].columns[0].name = "no".to_owned();
        assert!(refused(one(), other).contains("id where the other side has no"));
        let (mut from, mut to) = (one(), one());
        to[0].columns[0].kind = Kind::Json;
        matched(&mut from, &mut to).unwrap();
        assert_eq!(from[0].columns[0].kind, Kind::Json);
    }
}
