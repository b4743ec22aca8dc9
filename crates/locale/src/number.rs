//! Numbers with the digits and grouping of a language (ICU4X).

use std::sync::LazyLock;

use fluent_bundle::types::{FluentNumber, FluentNumberStyle};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::decimal::options::{DecimalFormatterOptions, GroupingStrategy};

use crate::Locale;

struct Formatters {
    grouped: DecimalFormatter,
    plain: DecimalFormatter,
}

static FORMATTERS: LazyLock<[Formatters; Locale::ALL.len()]> = LazyLock::new(|| {
    Locale::ALL.map(|locale| Formatters {
        grouped: formatter(locale, GroupingStrategy::Auto),
        plain: formatter(locale, GroupingStrategy::Never),
    })
});

#[expect(
    clippy::expect_used,
    reason = "the data are compiled in; a test builds the formatter of every language"
)]
fn formatter(locale: Locale, grouping: GroupingStrategy) -> DecimalFormatter {
    let mut options = DecimalFormatterOptions::default();
    options.grouping_strategy = Some(grouping);
    DecimalFormatter::try_new(locale.cldr().into(), options).expect("compiled data")
}

impl Locale {
    /// A whole number of any type, grouped: `12,304`, `۱۲٬۳۰۴`. What does not fit 64 bits with a
    /// sign appears as the greatest number that does.
    #[must_use]
    pub fn number(self, figure: impl TryInto<i64>) -> String {
        grouped(self, &Decimal::from(figure.try_into().unwrap_or(i64::MAX)))
    }

    /// A whole percentage, 0 to 100 and beyond: `78%`, `78 %` (ru), `۷۸٪`, `%78` (tr).
    #[must_use]
    pub fn percent(self, percent: impl TryInto<i64>) -> String {
        as_percent(self, &self.number(percent))
    }

    /// ASCII digits of a code (a year, a room number) in the digits of the language, ungrouped.
    #[must_use]
    pub fn digits(self, text: &str) -> String {
        let plain = &FORMATTERS[self as usize].plain;
        text.chars()
            .map(|c| match c.to_digit(10) {
                Some(digit) => plain.format_to_string(&Decimal::from(digit)),
                None => c.to_string(),
            })
            .collect()
    }
}

fn grouped(locale: Locale, figure: &Decimal) -> String {
    FORMATTERS[locale as usize].grouped.format_to_string(figure)
}

fn as_percent(locale: Locale, figure: &str) -> String {
    let (before, after) = locale.row().percent;
    format!("{before}{figure}{after}")
}

/// A number among the arguments of a message, with the options of Fluent's `NUMBER()`.
pub(crate) fn fluent(locale: Locale, figure: &FluentNumber) -> String {
    let options = &figure.options;
    let percent = options.style == FluentNumberStyle::Percent;
    let value = if percent {
        figure.value * 100.0
    } else {
        figure.value
    };
    // `Display` of a float never writes an exponent; infinities and NaN are not decimals.
    let Ok(mut decimal) = value.to_string().parse::<Decimal>() else {
        return value.to_string();
    };
    if let Some(most) = options.maximum_fraction_digits {
        decimal.round(magnitude(most));
        decimal.absolute.trim_end();
    }
    if let Some(least) = options.minimum_fraction_digits {
        decimal.absolute.pad_end(magnitude(least));
    }
    if let Some(least) = options.minimum_integer_digits {
        decimal.absolute.pad_start(-magnitude(least));
    }
    let formatters = &FORMATTERS[locale as usize];
    let formatter = if options.use_grouping {
        &formatters.grouped
    } else {
        &formatters.plain
    };
    let figure = formatter.format_to_string(&decimal);
    if percent {
        as_percent(locale, &figure)
    } else {
        figure
    }
}

/// The power of ten of the last of so many fraction digits.
fn magnitude(digits: usize) -> i16 {
    -i16::try_from(digits.min(20)).unwrap_or(20)
}

#[cfg(test)]
mod tests {
    use super::*;
    use fluent_bundle::types::FluentNumberOptions;

    #[test]
    fn figures_in_every_language() {
        let all = |print: &dyn Fn(Locale) -> String| Locale::ALL.map(print);
        assert_eq!(
            all(&|l| l.number(1_234_567)),
            ["1,234,567", "1\u{a0}234\u{a0}567", "۱٬۲۳۴٬۵۶۷", "1.234.567"]
        );
        assert_eq!(Locale::En.number([0_u8; 1_000].len()), "1,000");
        assert_eq!(Locale::En.number(u64::MAX), Locale::En.number(i64::MAX));
        assert_eq!(all(&|l| l.number(0)), ["0", "0", "۰", "0"]);
        assert_eq!(all(&|l| l.number(-5)), ["-5", "-5", "\u{200e}−۵", "-5"]);
        assert_eq!(all(&|l| l.percent(78)), ["78%", "78\u{a0}%", "۷۸٪", "%78"]);
        assert_eq!(
            all(&|l| l.digits("B-204")),
            ["B-204", "B-204", "B-۲۰۴", "B-204"]
        );
    }

    #[test]
    fn the_options_of_fluent_are_obeyed() {
        let shown = |locale, value, change: &dyn Fn(&mut FluentNumberOptions)| {
            let mut options = FluentNumberOptions::default();
            change(&mut options);
            fluent(locale, &FluentNumber::new(value, options))
        };
        assert_eq!(shown(Locale::En, 21.5, &|_| {}), "21.5");
        assert_eq!(shown(Locale::Fa, 21.5, &|_| {}), "۲۱٫۵");
        assert_eq!(shown(Locale::Ru, 21.5, &|_| {}), "21,5");
        assert_eq!(
            shown(Locale::En, 2026.0, &|o| o.use_grouping = false),
            "2026"
        );
        assert_eq!(
            shown(Locale::Fa, 2026.0, &|o| o.use_grouping = false),
            "۲۰۲۶"
        );
        assert_eq!(
            shown(Locale::En, 1.0, &|o| o.minimum_fraction_digits = Some(2)),
            "1.00"
        );
        assert_eq!(
            shown(Locale::En, 7.0, &|o| o.minimum_integer_digits = Some(2)),
            "07"
        );
        assert_eq!(
            shown(Locale::En, 0.126, &|o| o.maximum_fraction_digits = Some(2)),
            "0.13"
        );
        assert_eq!(
            shown(Locale::Tr, 0.78, &|o| o.style = FluentNumberStyle::Percent),
            "%78"
        );
        assert_eq!(shown(Locale::En, f64::INFINITY, &|_| {}), "inf");
    }
}
