//! A table in the making: the limits of rows, columns and text are kept here.

use super::{Limits, Origin, Refusal, Row, Table};

/// A table in the making.
pub(crate) struct Builder<'a> {
    limits: &'a Limits,
    rows: Vec<Row>,
    current: Row,
    text: usize,
}

impl<'a> Builder<'a> {
    pub fn new(limits: &'a Limits) -> Self {
        Self {
            limits,
            rows: Vec::new(),
            current: Row::default(),
            text: 0,
        }
    }

    /// Begins a row.
    ///
    /// # Errors
    /// The row before was one too many, or its number is not below this one.
    pub fn row(&mut self, number: u32) -> Result<(), Refusal> {
        if number <= self.current.number {
            return Err(Refusal::Damaged("rows out of order"));
        }
        self.end_row()?;
        self.current.number = number;
        Ok(())
    }

    /// The number of the present row; 0 before the first.
    pub fn number(&self) -> u32 {
        self.current.number
    }

    /// Puts text into a cell of the present row.
    ///
    /// # Errors
    /// The cell lies beyond the last column, or there is too much text.
    pub fn cell(&mut self, column: usize, text: &str) -> Result<(), Refusal> {
        // Whatever is looked at counts: long blanks may be shared by many cells.
        self.text = self.text.saturating_add(text.len());
        if self.text > self.limits.text {
            let limit = self.limits.text;
            return Err(Refusal::Text { limit });
        }
        let text = text.trim();
        if text.is_empty() {
            return Ok(());
        }
        let row = self.current.number;
        if column >= self.limits.columns {
            let limit = self.limits.columns;
            return Err(Refusal::Columns { row, limit });
        }
        let limit = self.limits.cell;
        if text.len() > limit && text.chars().nth(limit).is_some() {
            return Err(Refusal::Cell { row, column, limit });
        }
        let cells = &mut self.current.cells;
        if cells.len() <= column {
            cells.resize_with(column + 1, String::new);
        }
        if let Some(cell) = cells.get_mut(column) {
            text.clone_into(cell);
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Refusal> {
        if self.current.cells.is_empty() {
            return Ok(());
        }
        // The heading comes on top.
        if self.rows.len() > self.limits.rows {
            let limit = self.limits.rows;
            return Err(Refusal::Rows { limit });
        }
        let number = self.current.number;
        let row = std::mem::take(&mut self.current);
        self.rows.push(row);
        self.current.number = number;
        Ok(())
    }

    /// The table with its first row as the heading.
    ///
    /// # Errors
    /// There is one row too many, none, or only the heading.
    pub fn finish(mut self, origin: Origin) -> Result<Table, Refusal> {
        self.end_row()?;
        let mut rows = self.rows.into_iter();
        let heading = rows.next().ok_or(Refusal::Empty)?;
        let rows: Vec<Row> = rows.collect();
        if rows.is_empty() {
            let heading = heading.number;
            return Err(Refusal::NoRows { heading });
        }
        Ok(Table {
            origin,
            heading,
            rows,
        })
    }
}
