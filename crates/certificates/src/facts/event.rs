//! The numbers and dates of a certificate: when, where, how long, how much of
//! it was attended.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{FactsError, Label};

/// Where the event was held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Place {
    /// In a city, both names in the certificate's language.
    Venue {
        /// The city.
        city: Label,
        /// The country.
        country: Label,
    },
    /// Online only.
    Online,
}

/// First and last day, as civil dates in the event's own time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawPeriod", into = "RawPeriod")]
pub struct Period {
    start: Date,
    end: Date,
}

impl Period {
    /// From the first to the last day, both included.
    ///
    /// # Errors
    /// [`FactsError::Period`] where the end is before the start.
    pub fn new(start: Date, end: Date) -> Result<Self, FactsError> {
        if end < start {
            return Err(FactsError::Period);
        }
        Ok(Self { start, end })
    }

    /// The first day.
    #[must_use]
    pub fn start(self) -> Date {
        self.start
    }

    /// The last day.
    #[must_use]
    pub fn end(self) -> Date {
        self.end
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPeriod {
    start: Date,
    end: Date,
}

impl TryFrom<RawPeriod> for Period {
    type Error = FactsError;

    fn try_from(raw: RawPeriod) -> Result<Self, FactsError> {
        Self::new(raw.start, raw.end)
    }
}

impl From<Period> for RawPeriod {
    fn from(period: Period) -> Self {
        Self {
            start: period.start,
            end: period.end,
        }
    }
}

/// Day of issue, and the last day on which the certificate is valid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawValidity", into = "RawValidity")]
pub struct Validity {
    issued: Date,
    expires: Option<Date>,
}

impl Validity {
    /// Issued on one day, valid through another or for ever.
    ///
    /// # Errors
    /// [`FactsError::Validity`] where it would expire before it is issued.
    pub fn new(issued: Date, expires: Option<Date>) -> Result<Self, FactsError> {
        if expires.is_some_and(|expires| expires < issued) {
            return Err(FactsError::Validity);
        }
        Ok(Self { issued, expires })
    }

    /// The day of issue.
    #[must_use]
    pub fn issued(self) -> Date {
        self.issued
    }

    /// The last day on which it is valid.
    #[must_use]
    pub fn expires(self) -> Option<Date> {
        self.expires
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawValidity {
    issued: Date,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    expires: Option<Date>,
}

impl TryFrom<RawValidity> for Validity {
    type Error = FactsError;

    fn try_from(raw: RawValidity) -> Result<Self, FactsError> {
        Self::new(raw.issued, raw.expires)
    }
}

impl From<Validity> for RawValidity {
    fn from(validity: Validity) -> Self {
        Self {
            issued: validity.issued,
            expires: validity.expires,
        }
    }
}

/// Hours of training: 1 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct Hours(u16);

impl Hours {
    /// Takes a number of hours.
    ///
    /// # Errors
    /// [`FactsError::Hours`] outside 1 to 9999.
    pub fn new(hours: u16) -> Result<Self, FactsError> {
        if (1..=9999).contains(&hours) {
            Ok(Self(hours))
        } else {
            Err(FactsError::Hours)
        }
    }

    /// The number of hours.
    #[must_use]
    pub fn get(self) -> u16 {
        self.0
    }
}

impl TryFrom<u16> for Hours {
    type Error = FactsError;

    fn try_from(hours: u16) -> Result<Self, FactsError> {
        Self::new(hours)
    }
}

impl From<Hours> for u16 {
    fn from(hours: Hours) -> Self {
        hours.0
    }
}

/// Sessions attended, of those that count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawAttendance", into = "RawAttendance")]
pub struct Attendance {
    attended: u16,
    counted: u16,
}

impl Attendance {
    /// So many sessions of so many.
    ///
    /// # Errors
    /// [`FactsError::Attendance`] where more were attended than counted, or
    /// none counted.
    pub fn new(attended: u16, counted: u16) -> Result<Self, FactsError> {
        if attended > counted || counted == 0 {
            return Err(FactsError::Attendance);
        }
        Ok(Self { attended, counted })
    }

    /// Sessions attended.
    #[must_use]
    pub fn attended(self) -> u16 {
        self.attended
    }

    /// Sessions that count.
    #[must_use]
    pub fn counted(self) -> u16 {
        self.counted
    }

    /// The share in whole per cent, rounded half up; 100 only where every
    /// session was attended, 0 only where none was.
    #[must_use]
    pub fn percent(self) -> u8 {
        let (attended, counted) = (u32::from(self.attended), u32::from(self.counted));
        let rounded = (200 * attended + counted) / (2 * counted);
        let percent = if attended == counted {
            100
        } else if attended == 0 {
            0
        } else {
            rounded.clamp(1, 99)
        };
        u8::try_from(percent).unwrap_or(100)
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAttendance {
    attended: u16,
    counted: u16,
}

impl TryFrom<RawAttendance> for Attendance {
    type Error = FactsError;

    fn try_from(raw: RawAttendance) -> Result<Self, FactsError> {
        Self::new(raw.attended, raw.counted)
    }
}

impl From<Attendance> for RawAttendance {
    fn from(attendance: Attendance) -> Self {
        Self {
            attended: attendance.attended,
            counted: attendance.counted,
        }
    }
}

/// A list of one to `MAX` entries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    try_from = "Vec<T>",
    into = "Vec<T>",
    bound(serialize = "T: Clone + Serialize")
)]
pub struct Few<T, const MAX: usize>(Vec<T>);

impl<T, const MAX: usize> Few<T, MAX> {
    /// Takes the entries.
    ///
    /// # Errors
    /// [`FactsError::Count`] where there is none, or more than `MAX`.
    pub fn new(entries: Vec<T>) -> Result<Self, FactsError> {
        if entries.is_empty() || entries.len() > MAX {
            return Err(FactsError::Count { max: MAX });
        }
        Ok(Self(entries))
    }

    /// The entries.
    #[must_use]
    pub fn as_slice(&self) -> &[T] {
        &self.0
    }

    /// The entries in order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }
}

impl<T, const MAX: usize> TryFrom<Vec<T>> for Few<T, MAX> {
    type Error = FactsError;

    fn try_from(entries: Vec<T>) -> Result<Self, FactsError> {
        Self::new(entries)
    }
}

impl<T, const MAX: usize> From<Few<T, MAX>> for Vec<T> {
    fn from(few: Few<T, MAX>) -> Self {
        few.0
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn percent_is_rounded_but_never_up_to_all_or_down_to_none() {
        let cases = [
            (7, 9, 78),
            (9, 9, 100),
            (0, 9, 0),
            (399, 400, 99),
            (1, 400, 1),
            (1, 8, 13),
        ];
        for (attended, counted, percent) in cases {
            assert_eq!(
                Attendance::new(attended, counted).unwrap().percent(),
                percent
            );
        }
    }

    #[test]
    fn impossible_numbers_and_dates_are_refused() {
        assert_eq!(Attendance::new(3, 2), Err(FactsError::Attendance));
        assert_eq!(Attendance::new(0, 0), Err(FactsError::Attendance));
        assert_eq!(Hours::new(0), Err(FactsError::Hours));
        assert_eq!(Hours::new(10_000), Err(FactsError::Hours));
        let (early, late) = (date(2027, 1, 18), date(2027, 1, 20));
        assert_eq!(Period::new(late, early), Err(FactsError::Period));
        assert_eq!(Validity::new(late, Some(early)), Err(FactsError::Validity));
        assert!(Validity::new(late, Some(late)).is_ok());
        assert_eq!(Few::<u8, 2>::new(vec![]), Err(FactsError::Count { max: 2 }));
        assert_eq!(
            Few::<u8, 2>::new(vec![1, 2, 3]),
            Err(FactsError::Count { max: 2 })
        );
    }

    #[test]
    fn impossible_values_are_refused_in_stored_form_too() {
        let wrong = [
            r#"{"attended":3,"counted":2}"#,
            r#"{"attended":1,"counted":2,"excused":1}"#,
        ];
        for text in wrong {
            assert!(serde_json::from_str::<Attendance>(text).is_err(), "{text}");
        }
        let backwards = r#"{"start":"2027-01-20","end":"2027-01-18"}"#;
        assert!(serde_json::from_str::<Period>(backwards).is_err());
        assert!(serde_json::from_str::<Few<u8, 2>>("[]").is_err());
    }
}
