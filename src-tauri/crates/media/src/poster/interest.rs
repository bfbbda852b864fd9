//! Whether a picture shows something: black, a flat colour and a fade do not.

use crate::ffi::rows;
use ffmpeg_next::frame;

/// How far apart the dark and the light of a picture are, 0 to 255, leaving out the outermost hundredth on each side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Interest(u8);

/// A picture in fog spans about 70; black with noise, or a fade's first frames, less than 30.
const ENOUGH: u8 = 56;
/// Noise and motion move the span by less than this from frame to frame.
const CLEARLY: u8 = 12;

impl Interest {
    /// Of a picture whose first plane is full-range luma.
    pub(crate) fn of(picture: &frame::Video) -> Self {
        let mut counts = [0_u32; 256];
        let mut total = 0_u32;
        // Every second pixel of every second row says the same in a quarter of the time.
        for row in rows(picture, 0, picture.width() as usize).into_iter().step_by(2) {
            for level in row.iter().step_by(2) {
                counts[usize::from(*level)] += 1;
                total += 1;
            }
        }
        let ignored = total / 100;
        let dark = first_beyond(ignored, &counts, 0..=255);
        let light = first_beyond(ignored, &counts, (0..=255).rev());
        Self(light.saturating_sub(dark))
    }
    pub(crate) fn is_enough(self) -> bool {
        self.0 >= ENOUGH
    }
    pub(crate) fn is_clearly_more_than(self, other: Self) -> bool {
        self.0 > other.0.saturating_add(CLEARLY)
    }
}

/// The first level, in the order given, up to which more than `ignored` pixels are.
fn first_beyond(ignored: u32, counts: &[u32; 256], mut levels: impl Iterator<Item = u8>) -> u8 {
    let mut seen = 0;
    let level = levels.find(|level| {
        seen += counts[usize::from(*level)];
        seen > ignored
    });
    level.unwrap_or(0)
}
