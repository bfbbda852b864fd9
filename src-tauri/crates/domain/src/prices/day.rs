//! Days of the calendar, and the day or month a figure was seen on.

use crate::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;
use time::{Date, Month, macros::format_description};
use ts_rs::TS;

/// A day, written `2026-11-12`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Day(Date);

/// A text that is not a day.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{0}` is not a day such as 2026-11-12")]
pub struct NotADay(pub String);

impl Day {
    /// Reads `2026-11-12`.
    pub fn new(text: &str) -> Result<Self, NotADay> {
        let layout = format_description!("[year]-[month]-[day]");
        Date::parse(text.trim(), &layout)
            .map(Self)
            .map_err(|_| NotADay(text.trim().to_owned()))
    }
    /// The day a moment falls on, in UTC.
    pub fn of(moment: Timestamp) -> Self {
        Self(moment.moment().date())
    }
    /// Whole days from another day to this one; negative where that one comes later.
    pub fn days_since(self, other: Self) -> i64 {
        (self.0 - other.0).whole_days()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:04}-{:02}-{:02}",
            self.0.year(),
            u8::from(self.0.month()),
            self.0.day()
        )
    }
}
impl std::str::FromStr for Day {
    type Err = NotADay;
    fn from_str(text: &str) -> Result<Self, NotADay> {
        Self::new(text)
    }
}
impl TryFrom<String> for Day {
    type Error = NotADay;
    fn try_from(text: String) -> Result<Self, NotADay> {
        Self::new(&text)
    }
}
impl From<Day> for String {
    fn from(day: Day) -> String {
        day.to_string()
    }
}

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
        if let Ok(day) = Day::new(text) {
            return Ok(Self::Day(day));
        }
        Self::month(text).ok_or_else(|| NotAnAsOf(text.to_owned()))
    }
    fn month(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        if year.len() != 4 || month.len() != 2 {
            return None;
        }
        let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
        let first = Date::from_calendar_date(year.parse().ok()?, month, 1).ok()?;
        Some(Self::Month(Day(first)))
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
        let today = Day::new("2026-11-20").unwrap();
        assert_eq!(AsOf::new("2026-11-12").unwrap().age_on(today), Some(8));
        assert_eq!(AsOf::new("2026-09").unwrap().age_on(today), Some(80));
        assert_eq!(AsOf::new("unknown").unwrap().age_on(today), None);
        assert_eq!(AsOf::new("2026-09").unwrap().to_string(), "2026-09");
        for wrong in ["2026", "2026-13", "12.11.2026", ""] {
            assert!(AsOf::new(wrong).is_err(), "{wrong}");
        }
    }
}
