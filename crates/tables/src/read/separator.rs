//! What stands between the cells of a CSV file.

/// What stands between the cells of a CSV file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// A comma, as RFC 4180 and English versions of Excel have it.
    Comma,
    /// A semicolon: Excel where the comma is the decimal sign, as in Russian and Turkish.
    Semicolon,
    /// A tab: Excel's “Unicode text”, and what is copied from a table.
    Tab,
}

/// How many rows are looked at.
const SAMPLE: usize = 20;

impl Separator {
    const ALL: [Self; 3] = [Self::Comma, Self::Semicolon, Self::Tab];

    /// The sign.
    #[must_use]
    pub const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }

    /// What the first line says, where it is Excel's own `sep=;`, and what follows that line.
    pub(super) fn declared(text: &str) -> Option<(Self, &str)> {
        let rest = text.strip_prefix("sep=")?;
        let separator = Self::ALL.into_iter().find(|separator| {
            let sign = char::from(separator.byte());
            rest.strip_prefix(sign)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['\r', '\n']))
        })?;
        let rest = rest.get(1..).unwrap_or_default();
        let rest = rest.strip_prefix('\r').unwrap_or(rest);
        Some((separator, rest.strip_prefix('\n').unwrap_or(rest)))
    }

    /// The sign that divides the first rows most evenly; among equals, the one that makes the
    /// most columns.
    pub(super) fn guess(text: &str) -> Self {
        let best = Self::ALL.into_iter().max_by_key(|separator| {
            let (even, columns) = separator.division(text);
            // The last of equals wins, but a comma is the rule.
            (even, columns, *separator == Self::Comma)
        });
        best.unwrap_or(Self::Comma)
    }

    /// How many of the first rows have as many cells as the first, and how many cells that is; 0
    /// rows where the sign divides nothing.
    fn division(self, text: &str) -> (usize, usize) {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(self.byte())
            .from_reader(text.as_bytes());
        let rows = reader.records().take(SAMPLE).map_while(Result::ok);
        let lengths: Vec<usize> = rows.map(|row| row.len()).collect();
        let columns = lengths.first().copied().unwrap_or(0);
        if columns < 2 {
            return (0, columns);
        }
        let even = lengths.iter().filter(|&&length| length == columns).count();
        (even, columns)
    }
}

#[cfg(test)]
mod tests {
    use super::Separator;

    #[test]
    fn the_separator_is_found_out() {
        for (text, expected) in [
            ("Name,E-mail\nAna,a@x\n", Separator::Comma),
            ("ФИО;Почта\n\"Иванов; Иван\";a@x\n", Separator::Semicolon),
            ("Ad\tKurum, şehir, ülke\nAna\tx\nOya\ty\n", Separator::Tab),
            ("E-mail\na@x\n", Separator::Comma),
            ("Name;Born\nAna;1,5\nOya;2,5\n", Separator::Semicolon),
            ("", Separator::Comma),
        ] {
            assert_eq!(Separator::guess(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_line_for_excel_is_believed() {
        let declared = |text| Separator::declared(text);
        assert_eq!(
            declared("sep=;\r\na;b"),
            Some((Separator::Semicolon, "a;b"))
        );
        assert_eq!(declared("sep=\t\nx"), Some((Separator::Tab, "x")));
        assert_eq!(declared("sep=,"), Some((Separator::Comma, "")));
        assert_eq!(declared("sep=|\na"), None);
        assert_eq!(declared("sep=,x\na"), None);
        assert_eq!(declared("Name,E-mail"), None);
    }
}
