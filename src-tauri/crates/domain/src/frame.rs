//! Integer time: a frame's index and a rational rate. No floating seconds anywhere.

use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;
use ts_rs::TS;

/// A frame's place in presentation order, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "number")]
pub struct FrameIndex(pub u32);

impl fmt::Display for FrameIndex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A length of time in whole microseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "number")]
pub struct Microseconds(pub i64);

/// Frames per second as a fraction in lowest terms: 24000/1001, never 23.976.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct FrameRate {
    numerator: u32,
    denominator: u32,
}

/// A fraction that is not a frame rate.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{0}` is not a frame rate such as 24 or 24000/1001")]
pub struct NotAFrameRate(pub String);

impl FrameRate {
    /// A positive fraction, reduced.
    pub fn new(numerator: u32, denominator: u32) -> Result<Self, NotAFrameRate> {
        if numerator == 0 || denominator == 0 {
            return Err(NotAFrameRate(format!("{numerator}/{denominator}")));
        }
        let divisor = greatest_common_divisor(numerator, denominator);
        Ok(Self {
            numerator: numerator / divisor,
            denominator: denominator / divisor,
        })
    }
    /// Frames in `denominator` seconds.
    pub fn numerator(self) -> u32 {
        self.numerator
    }
    /// Seconds in which `numerator` frames pass.
    pub fn denominator(self) -> u32 {
        self.denominator
    }
    /// When a frame of this constant rate begins, rounded to the nearest microsecond (half up).
    pub fn start_of(self, frame: FrameIndex) -> Microseconds {
        let scaled = i128::from(frame.0) * i128::from(self.denominator) * 1_000_000;
        let rate = i128::from(self.numerator);
        let rounded = (scaled * 2 + rate) / (rate * 2);
        Microseconds(i64::try_from(rounded).unwrap_or(i64::MAX))
    }
    /// The frame on screen at a moment of this constant rate; moments before 0 give the first frame.
    pub fn frame_at(self, moment: Microseconds) -> FrameIndex {
        let scaled = i128::from(moment.0.max(0)) * i128::from(self.numerator);
        let index = (scaled / (i128::from(self.denominator) * 1_000_000)).min(i128::from(u32::MAX));
        let candidate = u32::try_from(index).unwrap_or(u32::MAX);
        // `start_of` rounds, so the next frame may already have begun at this very microsecond.
        match candidate.checked_add(1) {
            Some(next) if self.start_of(FrameIndex(next)) <= moment => FrameIndex(next),
            _ => FrameIndex(candidate),
        }
    }
}

fn greatest_common_divisor(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}

impl fmt::Display for FrameRate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.numerator, self.denominator)
    }
}
impl std::str::FromStr for FrameRate {
    type Err = NotAFrameRate;
    fn from_str(text: &str) -> Result<Self, NotAFrameRate> {
        let refuse = || NotAFrameRate(text.to_owned());
        let (numerator, denominator) = text.split_once('/').unwrap_or((text, "1"));
        let parse = |part: &str| part.trim().parse::<u32>().map_err(|_| refuse());
        Self::new(parse(numerator)?, parse(denominator)?).map_err(|_| refuse())
    }
}
impl TryFrom<String> for FrameRate {
    type Error = NotAFrameRate;
    fn try_from(text: String) -> Result<Self, NotAFrameRate> {
        text.parse()
    }
}
impl From<FrameRate> for String {
    fn from(rate: FrameRate) -> String {
        rate.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_rate_is_kept_as_a_reduced_fraction() {
        assert_eq!("48000/2002".parse::<FrameRate>().unwrap().to_string(), "24000/1001");
        assert_eq!("30".parse::<FrameRate>().unwrap().to_string(), "30/1");
        assert!("0/1".parse::<FrameRate>().is_err());
        assert!("24/0".parse::<FrameRate>().is_err());
    }

    proptest! {
        #[test]
        fn the_frame_on_screen_when_a_frame_starts_is_that_frame(
            (numerator, denominator) in prop_oneof![Just((24_000, 1001)), Just((30_000, 1001)), (1_u32..240, 1_u32..3)],
            index in 0_u32..2_000_000,
        ) {
            let rate = FrameRate::new(numerator, denominator).unwrap();
            prop_assert_eq!(rate.frame_at(rate.start_of(FrameIndex(index))), FrameIndex(index));
        }
    }
}
