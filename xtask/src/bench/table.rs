//! Figures beside their budgets.

use crate::progress::Screen;

/// Which side of the budget is the good one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Budget {
    /// The figure may be as high as this.
    AtMost(f64),
    /// The figure must be as high as this.
    AtLeast(f64),
    /// The figure is only told.
    Open,
}

/// One figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What was measured, with the page.
    pub what: String,
    /// What came out.
    pub figure: f64,
    /// Its unit: `kB`, `ms`, `points`, `/s`.
    pub unit: &'static str,
    /// What it should be.
    pub budget: Budget,
}

impl Row {
    /// Whether the budget is kept.
    pub fn is_kept(&self) -> bool {
        match self.budget {
            Budget::AtMost(most) => self.figure <= most,
            Budget::AtLeast(least) => self.figure >= least,
            Budget::Open => true,
        }
    }
}

/// All the figures of a run.
#[derive(Default)]
pub struct Table(Vec<Row>);

impl Table {
    /// Adds figures.
    pub fn extend(&mut self, rows: Vec<Row>) {
        self.0.extend(rows);
    }

    /// How many budgets are exceeded.
    pub fn exceeded(&self) -> usize {
        self.0.iter().filter(|row| !row.is_kept()).count()
    }

    /// The table for a person.
    pub fn shown(&self, screen: Screen) -> String {
        let width = self
            .0
            .iter()
            .map(|row| row.what.chars().count())
            .max()
            .unwrap_or(0);
        let lines = self.0.iter().map(|row| {
            let budget = match row.budget {
                Budget::AtMost(most) => format!("at most {}", number(most)),
                Budget::AtLeast(least) => format!("at least {}", number(least)),
                Budget::Open => String::new(),
            };
            let mark = match (row.budget, row.is_kept()) {
                (Budget::Open, _) => " ".to_owned(),
                (_, true) => screen.good("✓"),
                (_, false) => screen.bad("✗"),
            };
            format!(
                "{mark} {:width$}  {:>10} {:<7} {budget}",
                row.what,
                number(row.figure),
                row.unit,
            )
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}

fn number(value: f64) -> String {
    if value.fract() == 0.0 || value >= 1000.0 {
        format!("{value:.0}")
    } else {
        format!("{value:.2}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(figure: f64, budget: Budget) -> Row {
        Row {
            what: "page".to_owned(),
            figure,
            unit: "kB",
            budget,
        }
    }

    #[test]
    fn a_budget_is_kept_up_to_its_very_edge() {
        let cases = [
            (14.0, Budget::AtMost(14.0), true),
            (14.1, Budget::AtMost(14.0), false),
            (100.0, Budget::AtLeast(100.0), true),
            (99.0, Budget::AtLeast(100.0), false),
            (1e9, Budget::Open, true),
        ];
        for (figure, budget, kept) in cases {
            assert_eq!(row(figure, budget).is_kept(), kept, "{figure} {budget:?}");
        }
    }

    #[test]
    fn an_exceeded_budget_is_counted() {
        let mut table = Table::default();
        table.extend(vec![
            row(1.0, Budget::AtMost(2.0)),
            row(3.0, Budget::AtMost(2.0)),
        ]);
        assert_eq!(table.exceeded(), 1);
    }
}
