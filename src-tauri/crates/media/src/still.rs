//! One frame as a picture file.

use serde::{Deserialize, Serialize};

/// The format of a still.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum StillFormat {
    /// For looking at.
    Jpeg,
    /// For measuring: every pixel as decoded.
    Png,
}

/// A frame as a picture file, turned as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Still {
    /// The file's bytes.
    pub bytes: Vec<u8>,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}
