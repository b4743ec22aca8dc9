//! The rows of a table, one after the other, in the order of the primary key.

use super::TransferError;
use super::schema::{Column, Kind, Table, quoted};
use super::value::{Counting, Row, Tally, Value};
use crate::Tx;
use futures_util::TryStreamExt;
use sqlx::{AssertSqlSafe, Row as _};

/// The values of a row of either engine.
macro_rules! decoded {
    ($row:expr, $table:expr) => {{
        let mut values = Vec::with_capacity($table.columns.len());
        for (place, column) in $table.columns.iter().enumerate() {
            let value = match column.kind {
                Kind::Integer => $row.try_get::<Option<i64>, _>(place)?.map(Value::Integer),
                Kind::Real => $row.try_get::<Option<f64>, _>(place)?.map(Value::Real),
                Kind::Text | Kind::Json => {
                    $row.try_get::<Option<String>, _>(place)?.map(Value::Text)
                }
                Kind::Bytes => $row.try_get::<Option<Vec<u8>>, _>(place)?.map(Value::Bytes),
            };
            values.push(value.unwrap_or(Value::Null));
        }
        values
    }};
}

/// Hands every row of the table over. Only one of them is in memory at a time.
pub(crate) async fn each(
    tx: &mut Tx,
    table: &Table,
    mut take: impl AsyncFnMut(Row) -> Result<(), TransferError>,
) -> Result<(), TransferError> {
    let sql = AssertSqlSafe(select(tx, table));
    on!(tx, conn => {
        let mut rows = sqlx::query(sql).fetch(conn);
        while let Some(row) = rows.try_next().await? {
            take(decoded!(row, table)).await?;
        }
        Ok(())
    })
}

/// Counts the rows of the table and makes their checksum.
pub(crate) async fn tally(tx: &mut Tx, table: &Table) -> Result<Tally, TransferError> {
    let mut counting = Counting::of(&table.columns);
    each(tx, table, async |row| {
        counting.add(&row);
        Ok(())
    })
    .await?;
    Ok(counting.tally())
}

/// How many rows each table holds that holds any.
pub(crate) async fn counts(
    tx: &mut Tx,
    tables: &[Table],
) -> Result<Vec<(String, u64)>, TransferError> {
    let mut counts = Vec::new();
    for table in tables {
        let sql = format!("SELECT count(*) FROM {}", quoted(&table.name));
        let (count,): (i64,) = one!(&mut *tx, (i64,), AssertSqlSafe(sql))?;
        if count > 0 {
            counts.push((table.name.clone(), count.unsigned_abs()));
        }
    }
    Ok(counts)
}

fn select(tx: &Tx, table: &Table) -> String {
    let columns: Vec<String> = table
        .columns
        .iter()
        .map(|column| read(tx, column))
        .collect();
    let key: Vec<String> = table
        .key
        .iter()
        .map(|name| place(tx, table, name))
        .collect();
    format!(
        "SELECT {} FROM {} ORDER BY {}",
        columns.join(", "),
        quoted(&table.name),
        key.join(", ")
    )
}

/// A column as one of the types that [`decoded!`] reads.
fn read(tx: &Tx, column: &Column) -> String {
    let name = quoted(&column.name);
    if matches!(tx, Tx::Sqlite(_)) {
        return name;
    }
    match column.native.as_str() {
        "bool" => format!("{name}::int::bigint"),
        "uuid" => format!("uuid_send({name})"),
        _ => match column.kind {
            Kind::Integer => format!("{name}::bigint"),
            Kind::Real => format!("{name}::float8"),
            Kind::Text | Kind::Json => format!("{name}::text"),
            Kind::Bytes => name,
        },
    }
}

/// A column in the order of the key: by its bytes, as SQLite sorts, not by a language's letters.
fn place(tx: &Tx, table: &Table, name: &str) -> String {
    let column = table.columns.iter().find(|column| column.name == name);
    let text = column.is_some_and(|column| column.kind == Kind::Text);
    if text && matches!(tx, Tx::Postgres(_)) {
        format!("{} COLLATE \"C\"", quoted(name))
    } else {
        quoted(name)
    }
}
