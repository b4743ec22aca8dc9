//! Putting rows into an empty table as they are: nothing fires, nothing is filled in.
//!
//! While rows are loaded, triggers are off, and a foreign key that points at a row further back is
//! checked at the end. Both are changed inside the transaction, and are as before when it ends.

use super::TransferError;
use super::schema::{Column, Kind, Table, quoted};
use super::value::{Row, Value};
use crate::Tx;
use sqlx::AssertSqlSafe;

/// So many values may one statement hold on either engine.
const VALUES: usize = 30_000;
/// So many rows go with one statement.
const ROWS: usize = 500;
/// So many bytes may wait for their statement.
const BYTES: usize = 4 << 20;

/// What has to be put back when all rows are there.
pub(crate) struct Loading {
    closing: Vec<String>,
}

impl Loading {
    /// Prepares the tables, which are in the order of their foreign keys.
    pub(crate) async fn begin(tx: &mut Tx, tables: &[Table]) -> Result<Self, TransferError> {
        match tx {
            Tx::Sqlite(_) => sqlite(tx, tables).await,
            Tx::Postgres(_) => postgres(tx, tables).await,
        }
    }

    /// Checks the foreign keys that waited, and puts everything back.
    pub(crate) async fn end(self, tx: &mut Tx) -> Result<(), TransferError> {
        for statement in self.closing {
            run(tx, statement).await?;
        }
        if matches!(tx, Tx::Sqlite(_)) {
            let broken = optional!(
                tx,
                (String, String),
                "SELECT \"table\", parent FROM pragma_foreign_key_check LIMIT 1"
            )?;
            if let Some((table, target)) = broken {
                let why = format!("a row of {table} points to a row of {target} that is not there");
                return Err(TransferError::Damaged(why));
            }
        }
        Ok(())
    }
}

async fn run(tx: &mut Tx, statement: String) -> Result<(), TransferError> {
    on!(tx, conn => sqlx::raw_sql(AssertSqlSafe(statement)).execute(conn).await.map(drop))?;
    Ok(())
}

async fn sqlite(tx: &mut Tx, tables: &[Table]) -> Result<Loading, TransferError> {
    // Holds until the transaction ends, and is checked when it does.
    run(tx, "PRAGMA defer_foreign_keys = ON".to_owned()).await?;
    let triggers = rows!(
        &mut *tx,
        (String, String, String),
        "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY rowid"
    )?;
    let mut closing = Vec::new();
    for (name, table, sql) in triggers {
        if tables.iter().any(|own| own.name == table) {
            run(tx, format!("DROP TRIGGER {}", quoted(&name))).await?;
            closing.push(sql);
        }
    }
    Ok(Loading { closing })
}

async fn postgres(tx: &mut Tx, tables: &[Table]) -> Result<Loading, TransferError> {
    let mut closing = vec!["SET CONSTRAINTS ALL IMMEDIATE".to_owned()];
    let place = |name: &str| tables.iter().position(|table| table.name == name);
    for (key, table, target) in rows!(
        &mut *tx,
        (String, String, String),
        "SELECT k.conname::text, c.relname::text, f.relname::text FROM pg_constraint k
         JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class f ON f.oid = k.confrelid
         WHERE k.contype = 'f' AND NOT k.condeferrable
         AND c.relnamespace = current_schema()::regnamespace ORDER BY 2, 1"
    )? {
        if place(&table).is_some() && place(&target) >= place(&table) {
            let alter = format!(
                "ALTER TABLE {} ALTER CONSTRAINT {}",
                quoted(&table),
                quoted(&key)
            );
            run(tx, format!("{alter} DEFERRABLE INITIALLY DEFERRED")).await?;
            closing.push(format!("{alter} NOT DEFERRABLE"));
        }
    }
    for table in tables {
        let alter = format!("ALTER TABLE {}", quoted(&table.name));
        run(tx, format!("{alter} DISABLE TRIGGER USER")).await?;
        closing.push(format!("{alter} ENABLE TRIGGER USER"));
        closing.extend(sequences(tx, table).await?);
    }
    Ok(Loading { closing })
}

/// Statements that let a column which counts by itself go on behind what was loaded.
async fn sequences(tx: &mut Tx, table: &Table) -> Result<Vec<String>, TransferError> {
    let mut statements = Vec::new();
    for column in table.columns.iter().filter(|c| c.native.starts_with("int")) {
        let (sequence,) = one!(
            &mut *tx,
            (Option<String>,),
            "SELECT pg_get_serial_sequence($1, $2)",
            quoted(&table.name),
            &column.name
        )?;
        if let Some(sequence) = sequence {
            let (name, table) = (quoted(&column.name), quoted(&table.name));
            let sequence = sequence.replace('\'', "''");
            statements.push(format!(
                "SELECT setval('{sequence}', coalesce(max({name}), 0) + 1, false) FROM {table}"
            ));
        }
    }
    Ok(statements)
}

/// Puts rows into one table, many with one statement.
pub(crate) struct Loader<'a> {
    tx: &'a mut Tx,
    table: &'a Table,
    waiting: Vec<Row>,
    bytes: usize,
    done: u64,
}

impl<'a> Loader<'a> {
    /// For this table.
    pub(crate) fn of(tx: &'a mut Tx, table: &'a Table) -> Self {
        Self {
            tx,
            table,
            waiting: Vec::new(),
            bytes: 0,
            done: 0,
        }
    }

    /// Takes a row, its values in the order of the table's columns.
    pub(crate) async fn push(&mut self, row: Row) -> Result<(), TransferError> {
        self.check(&row)?;
        self.bytes += row.iter().map(Value::size).sum::<usize>();
        self.waiting.push(row);
        let most = ROWS.min(VALUES / self.table.columns.len().max(1)).max(1);
        if self.waiting.len() >= most || self.bytes >= BYTES {
            self.store().await?;
        }
        Ok(())
    }

    /// Stores what still waits.
    pub(crate) async fn finish(mut self) -> Result<(), TransferError> {
        self.store().await
    }

    /// PostgreSQL's own message would name neither table nor column.
    fn check(&self, row: &[Value]) -> Result<(), TransferError> {
        if matches!(self.tx, Tx::Sqlite(_)) {
            return Ok(());
        }
        let nul = |value: &Value| matches!(value, Value::Text(text) if text.contains('\0'));
        let found = row
            .iter()
            .zip(&self.table.columns)
            .find(|(value, _)| nul(value));
        found.map_or(Ok(()), |(_, column)| {
            Err(TransferError::Nul {
                column: format!("{}.{}", self.table.name, column.name),
                row: self.done + self.waiting.len() as u64 + 1,
            })
        })
    }

    async fn store(&mut self) -> Result<(), TransferError> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let sql = AssertSqlSafe(insert(self.tx, self.table, self.waiting.len()));
        let rows = std::mem::take(&mut self.waiting);
        self.done += rows.len() as u64;
        self.bytes = 0;
        let columns = &self.table.columns;
        let stored = on!(&mut *self.tx, conn => {
            let mut query = sqlx::query(sql);
            for row in rows {
                for (value, column) in row.into_iter().zip(columns) {
                    query = match (value, column.kind) {
                        (Value::Null, Kind::Integer) => query.bind(None::<i64>),
                        (Value::Null, Kind::Real) => query.bind(None::<f64>),
                        (Value::Null, Kind::Text | Kind::Json) => query.bind(None::<String>),
                        (Value::Null, Kind::Bytes) => query.bind(None::<Vec<u8>>),
                        (Value::Integer(number), _) => query.bind(number),
                        (Value::Real(number), _) => query.bind(number),
                        (Value::Text(text), _) => query.bind(text),
                        (Value::Bytes(bytes), _) => query.bind(bytes),
                    };
                }
            }
            query.execute(conn).await.map(drop)
        });
        stored.map_err(|error| TransferError::Rows {
            table: self.table.name.clone(),
            source: error.into(),
        })
    }
}

fn insert(tx: &Tx, table: &Table, rows: usize) -> String {
    let names: Vec<String> = table.columns.iter().map(|c| quoted(&c.name)).collect();
    let mut number = 0;
    let mut row = || {
        let values: Vec<String> = table
            .columns
            .iter()
            .map(|column| {
                number += 1;
                written(tx, column, number)
            })
            .collect();
        format!("({})", values.join(", "))
    };
    let rows: Vec<String> = (0..rows).map(|_| row()).collect();
    let own = match tx {
        Tx::Sqlite(_) => "",
        Tx::Postgres(_) => " OVERRIDING SYSTEM VALUE",
    };
    format!(
        "INSERT INTO {} ({}){own} VALUES {}",
        quoted(&table.name),
        names.join(", "),
        rows.join(", ")
    )
}

/// A value on its way into a column, from the type that it is bound with.
fn written(tx: &Tx, column: &Column, number: usize) -> String {
    if matches!(tx, Tx::Sqlite(_)) {
        // A number would make it look for each value among all the others, by name.
        return "?".to_owned();
    }
    match column.native.as_str() {
        "bool" => format!("${number}::int::bool"),
        "uuid" => format!("encode(${number}, 'hex')::uuid"),
        native => format!("${number}::{native}"),
    }
}
