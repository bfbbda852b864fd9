//! When every frame of a clip begins.

use crate::fault::Fault;
use crate::ffi::{Source, Stop};
use crate::presentation::Presentation;
use circletake_domain::frame::{FrameRate, Microseconds};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// Frame index to presentation time, in presentation order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrameTable {
    /// When each frame begins, as the file says (a file need not start at 0).
    pub starts: Vec<Microseconds>,
    /// When the last frame ends.
    pub end: Microseconds,
    /// The constant rate, or the average one where the rate varies.
    pub rate: FrameRate,
    /// Whether frames stay on screen for different lengths of time.
    pub variable: bool,
}

impl FrameTable {
    /// From the first frame's start to the last frame's end.
    pub fn duration(&self) -> Microseconds {
        Microseconds(self.starts.first().map_or(0, |first| self.end.0 - first.0))
    }
}

/// Reads a clip's table; nothing is decoded unless the container leaves out when frames are shown.
pub(crate) fn frame_table(path: &Path, stop: &Stop) -> Result<FrameTable, Fault> {
    let mut source = Source::open(path, stop)?;
    let stream = source.find_video_stream()?;
    Ok(Presentation::read(path, &mut source, stream)?.table())
}
