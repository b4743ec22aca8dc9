//! How long answers took.

use std::time::Duration;

/// The times of many answers.
#[derive(Debug, Default, Clone)]
pub(crate) struct Latencies(Vec<Duration>);

impl Latencies {
    /// Notes one.
    pub fn push(&mut self, taken: Duration) {
        self.0.push(taken);
    }

    /// Takes in those of another.
    pub fn extend(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The time in milliseconds within which so many percent were answered (nearest rank).
    pub fn percentile(&mut self, percent: usize) -> f64 {
        self.0.sort_unstable();
        let rank = (self.0.len() * percent).div_ceil(100).max(1);
        let found = self.0.get(rank - 1).copied().unwrap_or_default();
        found.as_secs_f64() * 1000.0
    }
}

/// The middle one of some figures; zero where there are none.
pub(crate) fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentile_is_a_time_that_was_measured() {
        let mut all = Latencies::default();
        for millis in (1..=200).rev() {
            all.push(Duration::from_millis(millis));
        }
        let found = [50, 95, 99, 100].map(|percent| all.percentile(percent));
        assert_eq!(found, [100.0, 190.0, 198.0, 200.0]);
        assert_eq!(Latencies::default().percentile(50), 0.0);
        assert_eq!(median(vec![9.0, 1.0, 2.0]), 2.0);
    }
}
