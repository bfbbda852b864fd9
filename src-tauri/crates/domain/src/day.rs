//! A day of the calendar in UTC, as prices, charts and filters count them.

use crate::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;
use time::macros::format_description;
use time::{Date, Duration};
use ts_rs::TS;

/// A day, written `2026-11-12`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Day(Date);

/// A text that is not a day.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{0}` is not a day such as 2026-11-20")]
pub struct NotADay(pub String);

impl Day {
    /// The day of a moment, in UTC.
    pub fn of(moment: Timestamp) -> Self {
        Self(moment.moment().date())
    }
    /// Reads `2026-11-20`.
    pub fn parse(text: &str) -> Result<Self, NotADay> {
        let layout = format_description!("[year]-[month]-[day]");
        Date::parse(text.trim(), &layout)
            .map(Self)
            .map_err(|_| NotADay(text.trim().to_owned()))
    }
    /// The Monday of its week.
    #[must_use]
    pub fn week(self) -> Self {
        let since_monday = i64::from(self.0.weekday().number_days_from_monday());
        self.later(-since_monday)
    }
    /// So many days later; the ends of the calendar hold.
    #[must_use]
    pub fn later(self, days: i64) -> Self {
        let end = if days < 0 { Date::MIN } else { Date::MAX };
        Duration::checked_mul(Duration::DAY, i32::try_from(days).unwrap_or(i32::MAX))
            .and_then(|by| self.0.checked_add(by))
            .map_or(Self(end), Self)
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
        Self::parse(text)
    }
}
impl TryFrom<String> for Day {
    type Error = NotADay;
    fn try_from(text: String) -> Result<Self, NotADay> {
        Self::parse(&text)
    }
}
impl From<Day> for String {
    fn from(day: Day) -> String {
        day.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_and_written_alike_and_nonsense_is_refused() {
        let day = Day::parse("2026-11-20").unwrap();
        assert_eq!(day.to_string(), "2026-11-20");
        assert_eq!(
            Day::of(Timestamp::parse("2026-11-20T23:30:00-02:00").unwrap()).to_string(),
            "2026-11-21"
        );
        for nonsense in [
            "",
            "2026-13-01",
            "2026-02-30",
            "today",
            "2026-11",
            "2026-11-+1",
            "2026-11-20T00:00:00Z",
        ] {
            assert!(Day::parse(nonsense).is_err(), "{nonsense}");
        }
    }

    #[test]
    fn weeks_begin_on_monday() {
        let friday = Day::parse("2026-11-20").unwrap();
        assert_eq!(friday.week().to_string(), "2026-11-16");
        assert_eq!(friday.week().week(), friday.week());
        assert_eq!(friday.later(13).days_since(friday), 13);
    }
}
