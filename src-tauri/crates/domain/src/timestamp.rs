//! Points in time: UTC to the microsecond, written as RFC 3339 everywhere.

use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;
use time::{OffsetDateTime, UtcOffset, format_description::well_known::Rfc3339, macros::format_description};
use ts_rs::TS;

/// A moment in UTC, to the microsecond. Its text sorts as it does: `2026-11-20T08:37:00.000000Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Timestamp(OffsetDateTime);

/// A text that is not an RFC 3339 time.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{0}` is not a time such as 2026-11-20T08:37:00Z")]
pub struct NotATimestamp(pub String);

impl Timestamp {
    /// Any moment, brought to UTC and cut to the microsecond.
    pub fn new(moment: OffsetDateTime) -> Self {
        let moment = moment.to_offset(UtcOffset::UTC);
        let whole = moment.microsecond() * 1_000;
        Self(moment.replace_nanosecond(whole).unwrap_or(moment))
    }
    /// Reads RFC 3339 with any offset.
    pub fn parse(text: &str) -> Result<Self, NotATimestamp> {
        OffsetDateTime::parse(text.trim(), &Rfc3339)
            .map(Self::new)
            .map_err(|_| NotATimestamp(text.to_owned()))
    }
    /// The moment itself.
    pub fn moment(self) -> OffsetDateTime {
        self.0
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const LAYOUT: &[time::format_description::BorrowedFormatItem<'_>] =
            format_description!("[year]-[month]-[day]T[hour]:[minute]:[second].[subsecond digits:6]Z");
        f.write_str(&self.0.format(LAYOUT).map_err(|_| fmt::Error)?)
    }
}
impl TryFrom<String> for Timestamp {
    type Error = NotATimestamp;
    fn try_from(text: String) -> Result<Self, NotATimestamp> {
        Self::parse(&text)
    }
}
impl From<Timestamp> for String {
    fn from(moment: Timestamp) -> String {
        moment.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_offset_is_read_and_utc_is_written() {
        let moment = Timestamp::parse("2026-11-20T10:37:00.1234567+02:00").unwrap();
        assert_eq!(moment.to_string(), "2026-11-20T08:37:00.123456Z");
        assert!(Timestamp::parse("yesterday").is_err());
    }
}
