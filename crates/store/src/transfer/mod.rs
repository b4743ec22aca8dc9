//! Carrying all rows from one database to another, of either engine, and proving that they arrived.
//!
//! Which tables and columns there are is asked of the databases themselves ([`schema`]). Rows are
//! read in one consistent picture of the source, loaded in one transaction of the target, and read
//! back there: only where counts and checksums agree is the transaction committed.

mod error;
mod json;
mod load;
mod rows;
mod schema;
mod value;

#[cfg(test)]
pub(crate) mod awkward;
#[cfg(test)]
mod tests;

pub use error::TransferError;
pub use value::Tally;

pub(crate) use error::listed;
pub(crate) use load::{Loader, Loading};
pub(crate) use rows::{counts, each, tally};
pub(crate) use schema::{Column, Kind, Schema, Table, matched, quoted};
pub(crate) use value::{Counting, Row, Value};

use crate::{Database, SchemaState, Tx};

/// One table on both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// Its name.
    pub table: String,
    /// What was read.
    pub from: Tally,
    /// What was found where it was written.
    pub to: Tally,
}

impl Compared {
    /// Whether both sides hold the same rows.
    #[must_use]
    pub fn is_equal(&self) -> bool {
        self.from == self.to
    }
}

/// What [`copy`] did.
#[derive(Debug, Clone)]
pub struct Copied {
    /// Every table, in the order in which they were copied.
    pub tables: Vec<Compared>,
    /// Tables of the source that Maktab did not make, and that were left where they are.
    pub left_out: Vec<String>,
}

impl Copied {
    /// Whether everything arrived. Where it did not, nothing was kept.
    #[must_use]
    pub fn is_equal(&self) -> bool {
        self.tables.iter().all(Compared::is_equal)
    }
}

/// Copies every row of `from` to `to`, which is migrated first and has to be empty. The rows stay
/// there only where [`Copied::is_equal`].
///
/// # Errors
/// The source is not up to date, the target is not empty, the two differ in shape, or a database
/// failed. The target then holds no rows.
pub async fn copy(from: &Database, to: &Database) -> Result<Copied, TransferError> {
    let state = from.schema().await?;
    if state != SchemaState::Current {
        let place = "source";
        return Err(TransferError::Schema { place, state });
    }
    prepare(to).await?;
    let mut source = from.read().await?;
    let mut target = to.write_alone().await?;
    let left_out = Schema::of(&mut source).await?;
    let (mut tables, left_out) = (left_out.tables, left_out.strangers);
    let mut other = Schema::of(&mut target).await?.tables;
    matched(&mut tables, &mut other)?;
    let loading = Loading::begin(&mut target, &other).await?;
    // From here on nobody else adds any.
    must_be_empty(&mut target, &other).await?;
    let mut read = Vec::with_capacity(tables.len());
    for table in &tables {
        let to = find(&other, &table.name)?;
        let mut counting = Counting::of(&table.columns);
        let mut loader = Loader::of(&mut target, to);
        each(&mut source, table, async |row| {
            counting.add(&row);
            loader.push(row).await
        })
        .await?;
        loader.finish().await?;
        read.push(counting.tally());
    }
    loading.end(&mut target).await?;
    let tables = compare(&mut target, &tables, &other, read).await?;
    let copied = Copied { tables, left_out };
    if copied.is_equal() {
        target.commit().await?;
    }
    Ok(copied)
}

/// Makes the tables of the target, once it is known to hold no rows.
async fn prepare(to: &Database) -> Result<(), TransferError> {
    let state = to.schema().await?;
    if state == SchemaState::Foreign {
        let place = "target";
        return Err(TransferError::Schema { place, state });
    }
    let mut tx = to.read().await?;
    let tables = Schema::of(&mut tx).await?.tables;
    must_be_empty(&mut tx, &tables).await?;
    drop(tx);
    Ok(to.migrate().await?)
}

async fn must_be_empty(tx: &mut Tx, tables: &[Table]) -> Result<(), TransferError> {
    let rows = counts(tx, tables).await?;
    if rows.is_empty() {
        Ok(())
    } else {
        Err(TransferError::NotEmpty(rows))
    }
}

/// The table of this name.
pub(crate) fn find<'a>(tables: &'a [Table], name: &str) -> Result<&'a Table, TransferError> {
    let missing = || TransferError::Shape(format!("only the source has the table {name}"));
    let found = tables.iter().find(|table| table.name == name);
    found.ok_or_else(missing)
}

/// Reads the target back, and sets beside each table what was read from the source.
pub(crate) async fn compare(
    target: &mut Tx,
    tables: &[Table],
    other: &[Table],
    read: Vec<Tally>,
) -> Result<Vec<Compared>, TransferError> {
    let mut compared = Vec::with_capacity(read.len());
    for (table, from) in tables.iter().zip(read) {
        let to = tally(target, find(other, &table.name)?).await?;
        compared.push(Compared {
            table: table.name.clone(),
            from,
            to,
        });
    }
    Ok(compared)
}
