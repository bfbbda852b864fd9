//! A few numbers that tell one picture from the next, to prove that the preview shows the right one.

use crate::ffi::rows;
use ffmpeg_next::frame;

const COLUMNS: usize = 8;
const ROWS: usize = 6;
/// Compression moves the mean of a block by a level or two; another picture moves some block by far more, unless nothing moves at all.
const TOLERANCE: u8 = 12;

/// Mean luma of 8 x 6 blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fingerprint([u8; COLUMNS * ROWS]);

impl Fingerprint {
    /// Of a picture whose first plane is luma, 8 bits.
    pub fn of(picture: &frame::Video) -> Self {
        let width = picture.width() as usize;
        let lines = rows(picture, 0, width);
        let mut sums = [(0_u32, 0_u32); COLUMNS * ROWS];
        // Every second row and column says the same in a quarter of the time.
        for (y, line) in lines.iter().enumerate().step_by(2) {
            for (x, level) in line.iter().enumerate().step_by(2) {
                let block = y * ROWS / lines.len() * COLUMNS + x * COLUMNS / width.max(1);
                if let Some((sum, count)) = sums.get_mut(block) {
                    *sum += u32::from(*level);
                    *count += 1;
                }
            }
        }
        Self(sums.map(|(sum, count)| u8::try_from(sum / count.max(1)).unwrap_or(u8::MAX)))
    }

    /// Whether two pictures are the same but for compression.
    pub fn matches(&self, other: &Self) -> bool {
        self.0
            .iter()
            .zip(other.0)
            .all(|(ours, theirs)| ours.abs_diff(theirs) <= TOLERANCE)
    }

    /// How far two pictures are apart.
    pub fn distance(&self, other: &Self) -> u32 {
        self.0
            .iter()
            .zip(other.0)
            .map(|(ours, theirs)| u32::from(ours.abs_diff(theirs)))
            .sum()
    }
}
