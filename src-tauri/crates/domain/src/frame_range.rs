//! Runs of frames: the good part of a take, where a note belongs, what was seen of a clip.

use crate::frame::{FrameIndex, FrameRate};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;
use ts_rs::TS;

/// Frames from one to another, both included; a single frame is both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "Ends", into = "Ends")]
pub struct FrameRange {
    first: FrameIndex,
    last: FrameIndex,
}

/// The two ends as they cross every border.
#[derive(Serialize, Deserialize)]
struct Ends {
    first: FrameIndex,
    last: FrameIndex,
}

/// Why two frames are no range of a clip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum FrameRangeError {
    /// The end comes before the beginning.
    #[error("a part from frame {first} to frame {last} ends before it begins")]
    Backwards {
        /// Where it was to begin.
        first: FrameIndex,
        /// Where it was to end.
        last: FrameIndex,
    },
    /// The clip ends earlier.
    #[error("frame {last} is past the end: the clip has {frame_count} frames, counted from 0")]
    PastTheEnd {
        /// Where it was to end.
        last: FrameIndex,
        /// How many frames there are.
        frame_count: u32,
    },
}

impl FrameRange {
    /// From one frame to another, both included.
    pub fn new(first: FrameIndex, last: FrameIndex) -> Result<Self, FrameRangeError> {
        if last < first {
            return Err(FrameRangeError::Backwards { first, last });
        }
        Ok(Self { first, last })
    }
    /// A single frame.
    pub fn at(frame: FrameIndex) -> Self {
        Self {
            first: frame,
            last: frame,
        }
    }
    /// Where it begins.
    pub fn first(self) -> FrameIndex {
        self.first
    }
    /// Where it ends; this frame is in it.
    pub fn last(self) -> FrameIndex {
        self.last
    }
    /// How many frames it is long.
    pub fn frame_count(self) -> u64 {
        u64::from(self.last.0) - u64::from(self.first.0) + 1
    }
    /// The same range, if a clip of so many frames has it.
    pub fn within(self, frame_count: u32) -> Result<Self, FrameRangeError> {
        if self.last.0 < frame_count {
            Ok(self)
        } else {
            Err(FrameRangeError::PastTheEnd {
                last: self.last,
                frame_count,
            })
        }
    }
}

impl fmt::Display for FrameRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last {
            self.first.fmt(f)
        } else {
            write!(f, "{}-{}", self.first, self.last)
        }
    }
}
impl TryFrom<Ends> for FrameRange {
    type Error = FrameRangeError;
    fn try_from(ends: Ends) -> Result<Self, FrameRangeError> {
        Self::new(ends.first, ends.last)
    }
}
impl From<FrameRange> for Ends {
    fn from(range: FrameRange) -> Self {
        Self {
            first: range.first,
            last: range.last,
        }
    }
}

/// How long so many frames last, in seconds; exact as far as a decimal goes.
pub fn seconds_of_frames(frames: u64, rate: FrameRate) -> Option<Decimal> {
    Decimal::from(frames)
        .checked_mul(Decimal::from(rate.denominator()))?
        .checked_div(Decimal::from(rate.numerator()))
}

/// A set of frames, kept as ranges in order that neither touch nor overlap.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(from = "Vec<FrameRange>", into = "Vec<FrameRange>")]
#[ts(as = "Vec<FrameRange>")]
pub struct FrameSet(Vec<FrameRange>);

impl FrameSet {
    /// The ranges, in order.
    pub fn ranges(&self) -> &[FrameRange] {
        &self.0
    }
    /// How many frames are in it.
    pub fn frame_count(&self) -> u64 {
        self.0.iter().map(|range| range.frame_count()).sum()
    }
    /// The frames of both.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        self.0.iter().chain(&other.0).copied().collect::<Vec<_>>().into()
    }
    /// Only the frames that a clip of so many frames has.
    #[must_use]
    pub fn within(&self, frame_count: u32) -> Self {
        let cut = self.0.iter().filter_map(|range| {
            let last = FrameIndex(frame_count.checked_sub(1)?).min(range.last);
            FrameRange::new(range.first, last).ok()
        });
        Self(cut.collect())
    }
}

impl From<Vec<FrameRange>> for FrameSet {
    fn from(mut ranges: Vec<FrameRange>) -> Self {
        ranges.sort();
        let mut joined: Vec<FrameRange> = Vec::with_capacity(ranges.len());
        for range in ranges {
            match joined.last_mut() {
                Some(before) if range.first.0 <= before.last.0.saturating_add(1) => {
                    before.last = before.last.max(range.last);
                }
                _ => joined.push(range),
            }
        }
        Self(joined)
    }
}
impl From<FrameSet> for Vec<FrameRange> {
    fn from(set: FrameSet) -> Self {
        set.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn range(first: u32, last: u32) -> FrameRange {
        FrameRange::new(FrameIndex(first), FrameIndex(last)).unwrap()
    }

    #[test]
    fn a_range_neither_runs_backwards_nor_past_the_end_of_its_clip() {
        assert!(FrameRange::new(FrameIndex(5), FrameIndex(4)).is_err());
        assert!(serde_json::from_str::<FrameRange>(r#"{"first":5,"last":4}"#).is_err());
        assert_eq!(range(0, 47).within(48), Ok(range(0, 47)));
        assert_eq!(
            range(0, 48).within(48).unwrap_err().to_string(),
            "frame 48 is past the end: the clip has 48 frames, counted from 0"
        );
    }

    #[test]
    fn a_good_part_of_48_frames_at_23_976_lasts_two_seconds_and_two_thousandths() {
        let rate = FrameRate::new(24_000, 1_001).unwrap();
        assert_eq!(seconds_of_frames(48, rate), Some(Decimal::new(2_002, 3)));
    }

    proptest! {
        #[test]
        fn a_set_of_ranges_is_the_set_of_their_frames(
            one in proptest::collection::vec((0_u32..60, 0_u32..8), 0..8),
            other in proptest::collection::vec((0_u32..60, 0_u32..8), 0..8),
            length in 0_u32..70,
        ) {
            let set = |parts: &[(u32, u32)]| -> FrameSet {
                parts.iter().map(|(first, more)| range(*first, first + more)).collect::<Vec<_>>().into()
            };
            let frames = |set: &FrameSet| -> BTreeSet<u32> {
                set.ranges().iter().flat_map(|range| range.first.0..=range.last.0).collect()
            };
            let (one, other) = (set(&one), set(&other));
            let both = one.union(&other);
            prop_assert_eq!(frames(&both), &frames(&one) | &frames(&other));
            prop_assert_eq!(both.frame_count(), frames(&both).len() as u64);
            prop_assert!(both.ranges().windows(2).all(|pair| pair[0].last.0 + 1 < pair[1].first.0));
            let cut: BTreeSet<u32> = frames(&both).into_iter().filter(|frame| *frame < length).collect();
            prop_assert_eq!(frames(&both.within(length)), cut);
        }
    }
}
