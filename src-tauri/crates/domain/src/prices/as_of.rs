//! The day or month a figure was seen on.

use crate::day::Day;
use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;
use ts_rs::TS;

/// When a price was seen: a day, a month where no day is given, or unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub enum AsOf {
    /// On this day.
    Day(Day),
    /// In the month that begins on this day.
    Month(Day),
    /// Nobody wrote it down.
    Unknown,
}

/// A text that says no date.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{0}` is not a date such as 2026-11-12 or 2026-11, nor `unknown`")]
pub struct NotAnAsOf(pub String);

impl AsOf {
    /// Reads a day, a month, or `unknown`.
    pub fn new(text: &str) -> Result<Self, NotAnAsOf> {
        let text = text.trim();
        if text.eq_ignore_ascii_case("unknown") {
            return Ok(Self::Unknown);
        }
        if let Ok(day) = Day::parse(text) {
            return Ok(Self::Day(day));
        }
        Self::month(text).ok_or_else(|| NotAnAsOf(text.to_owned()))
    }
    fn month(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        if year.len() != 4 || month.len() != 2 {
            return None;
        }
        Day::parse(&format!("{text}-01")).ok().map(Self::Month)
    }
    /// The earliest day it can have been; `None` where it is unknown.
    pub fn earliest(self) -> Option<Day> {
        match self {
            Self::Day(day) | Self::Month(day) => Some(day),
            Self::Unknown => None,
        }
    }
    /// How old the figure is at most, in days; `None` where nobody knows.
    pub fn age_on(self, today: Day) -> Option<i64> {
        Some(today.days_since(self.earliest()?).max(0))
    }
}

impl fmt::Display for AsOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Month(first) => f.write_str(&first.to_string()[..7]),
            Self::Unknown => f.write_str("unknown"),
        }
    }
}
impl TryFrom<String> for AsOf {
    type Error = NotAnAsOf;
    fn try_from(text: String) -> Result<Self, NotAnAsOf> {
        Self::new(&text)
    }
}
impl From<AsOf> for String {
    fn from(as_of: AsOf) -> String {
        as_of.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_as_old_as_its_first_day_and_an_unknown_date_has_no_age() {
        let today = Day::parse("2026-11-20").unwrap();
        assert_eq!(AsOf::new("2026-11-12").unwrap().age_on(today), Some(8));
        assert_eq!(AsOf::new("2026-09").unwrap().age_on(today), Some(80));
        assert_eq!(AsOf::new("unknown").unwrap().age_on(today), None);
        assert_eq!(AsOf::new("2026-09").unwrap().to_string(), "2026-09");
        for wrong in ["2026", "2026-13", "12.11.2026", ""] {
            assert!(AsOf::new(wrong).is_err(), "{wrong}");
        }
    }
}
