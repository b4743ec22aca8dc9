//! Tables as CSV files (RFC 4180) that a spreadsheet opens without running anything in them.

use axum::http::header;
use axum::response::{IntoResponse, Response};

/// A table in the making.
pub(crate) struct Csv(String);

impl Csv {
    /// A table with this row of headings.
    pub fn new<T: AsRef<str>>(headings: impl IntoIterator<Item = T>) -> Self {
        // The mark at the front tells spreadsheets that what follows is UTF-8.
        let mut table = Self("\u{feff}".to_owned());
        table.row(headings);
        table
    }

    /// Adds a row.
    pub fn row<T: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = T>) {
        for (place, cell) in cells.into_iter().enumerate() {
            if place > 0 {
                self.0.push(',');
            }
            self.0.push('"');
            if is_taken_for_a_formula(cell.as_ref()) {
                self.0.push('\'');
            }
            self.0.push_str(&cell.as_ref().replace('"', "\"\""));
            self.0.push('"');
        }
        self.0.push_str("\r\n");
    }

    /// The answer that saves the table under `name`, which holds ASCII letters, digits and hyphens.
    pub fn download(self, name: &str) -> Response {
        let disposition = format!("attachment; filename=\"{name}.csv\"");
        let headers = [
            (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
            (header::CONTENT_DISPOSITION, disposition),
            (header::CACHE_CONTROL, "no-store".to_owned()),
        ];
        (headers, self.0).into_response()
    }
}

/// Whether a spreadsheet would compute the cell instead of showing it (OWASP, CSV injection):
/// also with the full-width forms, and behind spaces.
fn is_taken_for_a_formula(cell: &str) -> bool {
    cell.starts_with(['\t', '\r', '\n'])
        || cell
            .trim_start()
            .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::Csv;

    #[test]
    fn cells_are_quoted_and_never_formulas() {
        let mut table = Csv::new(["a", "b"]);
        table.row(["say \"no\"", "1,2"]);
        for bad in [
            "=1+1", "+1", "-1", "@x", "\t=1", "\r=1", " =1", "＝1", "\n=1",
        ] {
            table.row([bad]);
        }
        let text = table.0;
        assert!(text.starts_with("\u{feff}\"a\",\"b\"\r\n\"say \"\"no\"\"\",\"1,2\"\r\n"));
        let rows = text.split("\r\n").skip(2).filter(|row| !row.is_empty());
        assert!(rows.clone().count() >= 9);
        for row in rows {
            assert!(row.starts_with("\"'"), "{row:?}");
        }
        let mut plain = Csv::new(["a"]);
        plain.row(["Ana-Maria"]);
        assert!(plain.0.ends_with("\"Ana-Maria\"\r\n"));
    }
}
