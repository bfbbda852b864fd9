//! The normalised copy of a clip that review plays.
//!
//! A preview starts at 0, has a constant rate and square pixels, stands upright, and has exactly one frame for each frame of the original:
//! frame n of the preview **is** frame n of the original. A clip of varying rate is played at its average one, so each of its frames stays
//! equally long on screen; [`PreviewFacts::original_starts`] keeps when it really began.

mod fingerprint;
mod index;
mod make;
mod render;
mod sound;
#[cfg(test)]
mod tests;
mod verify;

pub(crate) use index::index;
pub use index::{FrameBytes, PreviewIndex};
pub(crate) use make::make;

use circletake_domain::frame::{FrameRate, Microseconds};
use serde::{Deserialize, Serialize};

/// How a preview is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewOptions {
    /// The shorter side in pixels, at most: 540, 720 or 1080. A clip that is smaller keeps its size.
    pub height: u32,
    /// Which encoder.
    pub encoder: PreviewEncoder,
}

impl Default for PreviewOptions {
    /// 540 lines by the best encoder there is.
    fn default() -> Self {
        Self {
            height: 540,
            encoder: PreviewEncoder::Best,
        }
    }
}

/// What a preview is encoded with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PreviewEncoder {
    /// H.264 where FFmpeg can write it, else Motion JPEG.
    Best,
    /// Motion JPEG, which every FFmpeg can write.
    MotionJpeg,
}

/// What a preview turned out to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewFacts {
    /// As many as the original has.
    pub frame_count: u32,
    /// Constant.
    pub frame_rate: FrameRate,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// Whether it carries sound.
    pub audio: bool,
    /// What was changed on the way.
    pub normalised: Vec<Normalised>,
    /// Of a clip of varying rate: when each frame begins in the original, the first at 0.
    pub original_starts: Option<Vec<Microseconds>>,
}

/// What a preview shows differently from its original.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Normalised {
    /// Turned upright.
    Rotated,
    /// Made smaller.
    Scaled,
    /// Pixels made square.
    SquarePixels,
    /// Brought from HDR to the light of a usual screen.
    ToneMapped,
    /// Laid over a checkerboard where it is transparent.
    TransparencyFlattened,
    /// Played at its average rate, though its frames last differently long.
    ConstantRate,
    /// Moved to begin at 0.
    StartMoved,
    /// Frames that do not decode repeat the one before.
    DamagedFramesRepeated,
    /// Left without its sound, which does not decode.
    SoundDropped,
}

impl Normalised {
    /// The word used in the interface and in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Rotated => "rotated",
            Self::Scaled => "scaled",
            Self::SquarePixels => "square_pixels",
            Self::ToneMapped => "tone_mapped",
            Self::TransparencyFlattened => "transparency_flattened",
            Self::ConstantRate => "constant_rate",
            Self::StartMoved => "start_moved",
            Self::DamagedFramesRepeated => "damaged_frames_repeated",
            Self::SoundDropped => "sound_dropped",
        }
    }
}
