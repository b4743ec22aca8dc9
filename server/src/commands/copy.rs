//! `maktab copy`: a deployment moves from one database to another.

use crate::configuration::DatabaseUrl;
use crate::output;
use eyre::{Result, bail};
use maktab_store::transfer::{self, Compared, Tally};

/// So many digits of a checksum are shown.
const DIGITS: usize = 16;

pub(super) async fn run(from: &DatabaseUrl, to: &DatabaseUrl) -> Result<()> {
    let source = super::open_existing(from).await?;
    let target = super::connect(to).await?;
    let copied = Box::pin(transfer::copy(&source, &target)).await?;
    source.close().await;
    target.close().await;
    output::line(&table(&copied.tables));
    if !copied.left_out.is_empty() {
        output::line(&format!(
            "These tables are not Maktab's, and were left where they are: {}",
            copied.left_out.join(", ")
        ));
    }
    if !copied.is_equal() {
        bail!(
            "not everything arrived as it was: nothing was kept in {}",
            to.shown()
        );
    }
    output::line(&format!(
        "{} holds what {} does. Name it as database_url, and start the server.",
        to.shown(),
        from.shown()
    ));
    Ok(())
}

/// Every table with its counts and checksums on both sides.
fn table(all: &[Compared]) -> String {
    let width = all
        .iter()
        .map(|one| one.table.len())
        .max()
        .unwrap_or(0)
        .max("Table".len());
    let side = |tally: &Tally| {
        let sha256 = &tally.sha256[..DIGITS.min(tally.sha256.len())];
        format!("{:>9}  {sha256:<DIGITS$}", tally.rows)
    };
    let head = format!(
        "{:width$}  {:>9}  {:DIGITS$}  {:>9}  {:DIGITS$}",
        "Table", "Rows", "SHA-256", "arrived", "SHA-256"
    );
    let line = |one: &Compared| {
        let verdict = if one.is_equal() { "equal" } else { "DIFFERS" };
        let (from, to) = (side(&one.from), side(&one.to));
        format!("{:width$}  {from}  {to}  {verdict}", one.table)
    };
    let lines = all.iter().map(line);
    let lines: Vec<String> = std::iter::once(head.trim_end().to_owned())
        .chain(lines)
        .collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_that_differs_stands_out() {
        let tally = |rows, digit: &str| Tally {
            rows,
            sha256: digit.repeat(64),
        };
        let one = |table: &str, from, to| Compared {
            table: table.to_owned(),
            from,
            to,
        };
        let all = [
            one("people", tally(3, "a"), tally(3, "a")),
            one("session_trainers", tally(3, "a"), tally(3, "b")),
            one("events", tally(3, "a"), tally(2, "a")),
        ];
        let text = table(&all);
        let ends: Vec<&str> = text
            .lines()
            .filter_map(|line| line.split(' ').next_back())
            .collect();
        assert_eq!(ends, ["SHA-256", "equal", "DIFFERS", "DIFFERS"]);
        assert!(
            text.contains("people                    3  aaaaaaaaaaaaaaaa          3"),
            "{text}"
        );
    }
}
