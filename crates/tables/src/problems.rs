//! What is wrong with the rows of a file, by row and column.

use crate::Row;

/// The most problems that are kept one by one.
const KEPT: usize = 1_000;
/// The most characters of a wrong value that are kept.
const SHOWN: usize = 100;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem<E> {
    /// The row, as a spreadsheet numbers it.
    pub row: u32,
    /// The column, from 0; see [`column_letters`](crate::column_letters).
    pub column: usize,
    /// What stands there; its beginning, where it is long.
    pub value: String,
    /// What should stand there.
    pub expected: E,
}

/// Everything that is wrong: the first thousand one by one, all of them counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems<E> {
    first: Vec<Problem<E>>,
    total: usize,
}

impl<E> Default for Problems<E> {
    fn default() -> Self {
        Self {
            first: Vec::new(),
            total: 0,
        }
    }
}

impl<E> Problems<E> {
    /// Nothing is wrong yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes what is wrong in a column of a row.
    pub fn add(&mut self, row: &Row, column: usize, expected: E) {
        self.total += 1;
        if self.first.len() < KEPT {
            let value = row.cell(column);
            let value = match value.char_indices().nth(SHOWN) {
                Some((end, _)) => format!("{}…", value.get(..end).unwrap_or_default()),
                None => value.to_owned(),
            };
            self.first.push(Problem {
                row: row.number,
                column,
                value,
                expected,
            });
        }
    }

    /// How many things are wrong.
    #[must_use]
    pub fn total(&self) -> usize {
        self.total
    }

    /// The first thousand, by row.
    #[must_use]
    pub fn first(&self) -> &[Problem<E>] {
        &self.first
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(number: u32, value: &str) -> Row {
        let cells = vec![value.to_owned()];
        Row { number, cells }
    }

    #[test]
    fn the_first_thousand_are_kept_and_all_are_counted() {
        let mut problems = Problems::new();
        for number in 2..=2_001 {
            problems.add(&row(number, "x"), 0, "a day");
            problems.add(&row(number, "x"), 1, "a name");
        }
        assert_eq!(problems.total(), 4_000);
        assert_eq!(problems.first().len(), 1_000);
        let last = &problems.first()[999];
        assert_eq!((last.row, last.column), (501, 1));
        assert_eq!((last.value.as_str(), last.expected), ("", "a name"));
    }

    #[test]
    fn a_long_value_is_cut() {
        let mut problems = Problems::new();
        problems.add(&row(713, &"ж".repeat(5_000)), 0, ());
        assert_eq!(problems.first()[0].value, format!("{}…", "ж".repeat(100)));
    }
}
