//! The normalised copy of a clip that review plays.

use circletake_domain::frame::FrameRate;
use serde::{Deserialize, Serialize};

/// How a preview is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewOptions {
    /// Height in pixels: 540, 720 or 1080.
    pub height: u32,
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
}
