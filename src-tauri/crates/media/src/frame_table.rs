//! When every frame of a clip begins.

use circletake_domain::frame::Microseconds;
use serde::{Deserialize, Serialize};

/// Frame index to presentation time, in presentation order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrameTable {
    /// When each frame begins, as the file says (a file need not start at 0).
    pub starts: Vec<Microseconds>,
}
