//! How the numbers of a workbook are shown: as numbers, days or times.

use super::package::Package;
use super::workbook::attribute;
use crate::read::Refusal;
use quick_xml::events::Event;
use std::collections::HashMap;

/// How a number is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shown {
    /// As a number, an amount, a percentage.
    #[default]
    Number,
    /// As a day.
    Day,
    /// As a time of day.
    Time,
    /// As both.
    DayAndTime,
}

/// How the cells of each style show numbers.
#[derive(Default)]
pub(super) struct Styles(Vec<Shown>);

impl Styles {
    pub fn read(package: &mut Package<'_>, part: Option<&str>) -> Result<Self, Refusal> {
        let mut styles = Vec::new();
        let xml = match part {
            Some(part) => package.part(part)?,
            None => None,
        };
        let Some(mut xml) = xml else {
            return Ok(Self(styles));
        };
        let mut own: HashMap<u32, Shown> = HashMap::new();
        let mut in_cells = false;
        loop {
            match xml.event()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "numFmt" => {
                        let code = attribute(&element, "formatCode")?.unwrap_or_default();
                        if let Some(id) = number(attribute(&element, "numFmtId")?) {
                            own.insert(id, of_code(&code));
                        }
                    }
                    "cellXfs" => in_cells = true,
                    "xf" if in_cells => {
                        let id = number(attribute(&element, "numFmtId")?).unwrap_or(0);
                        let shown = own.get(&id).copied().unwrap_or_else(|| built_in(id));
                        styles.push(shown);
                    }
                    _ => {}
                },
                Event::End(element) if element.local_name().as_ref() == "cellXfs" => {
                    in_cells = false;
                }
                Event::Eof => return Ok(Self(styles)),
                _ => {}
            }
        }
    }

    /// How a cell of this style shows a number.
    pub fn get(&self, style: usize) -> Shown {
        self.0.get(style).copied().unwrap_or_default()
    }
}

fn number(value: Option<String>) -> Option<u32> {
    value?.parse().ok()
}

/// Formats that every workbook has (ECMA-376 part 1, 18.8.30), also those of other languages.
fn built_in(id: u32) -> Shown {
    match id {
        14..=17 | 27..=31 | 34..=36 | 50..=58 => Shown::Day,
        18..=21 | 32..=33 | 45 | 47 => Shown::Time,
        22 => Shown::DayAndTime,
        _ => Shown::Number,
    }
}

/// What a format code shows: `dd.mm.yyyy`, `[$-3000401]d mmmm yyyy`, `#,##0.00 "days"`.
fn of_code(code: &str) -> Shown {
    let code = code.to_ascii_lowercase();
    let (mut day, mut month, mut time) = (false, false, false);
    let mut signs = code.chars();
    while let Some(sign) = signs.next() {
        match sign {
            // The first section is the one for positive numbers.
            ';' => break,
            '"' => {
                signs.by_ref().find(|&sign| sign == '"');
            }
            '[' => {
                let inner: String = signs.by_ref().take_while(|&sign| sign != ']').collect();
                // `[h]:mm` is how long something takes, not when it is.
                if matches!(inner.trim_matches(['h', 'm', 's']), "") && !inner.is_empty() {
                    return Shown::Number;
                }
            }
            '\\' | '_' | '*' => {
                signs.next();
            }
            'y' | 'd' => day = true,
            'm' => month = true,
            'h' | 's' => time = true,
            _ => {}
        }
    }
    match (day || (month && !time), time) {
        (true, true) => Shown::DayAndTime,
        (true, false) => Shown::Day,
        (false, true) => Shown::Time,
        (false, false) => Shown::Number,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_tell_days_from_numbers() {
        for (code, shown) in [
            ("General", Shown::Number),
            ("0.00E+00", Shown::Number),
            ("#,##0.00 \"days\"", Shown::Number),
            ("#,##0\\ [$₽-419];[Red]-#,##0\\ [$₽-419]", Shown::Number),
            ("@", Shown::Number),
            ("dd.mm.yyyy", Shown::Day),
            ("[$-3000401]d mmmm yyyy;@", Shown::Day),
            ("mmm", Shown::Day),
            ("yyyy-mm-dd\\Thh:mm", Shown::DayAndTime),
            ("d/m/yy h:mm AM/PM", Shown::DayAndTime),
            ("h:mm AM/PM", Shown::Time),
            ("mm:ss", Shown::Time),
            ("[h]:mm:ss", Shown::Number),
        ] {
            assert_eq!(of_code(code), shown, "{code}");
        }
        assert_eq!(built_in(14), Shown::Day);
        assert_eq!(built_in(22), Shown::DayAndTime);
        assert_eq!(built_in(9), Shown::Number);
    }
}
