//! What one request may take before it is ended.

use std::time::Duration;

/// Time and memory for one request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowance {
    /// From the moment a worker has it.
    pub time: Duration,
    /// Beyond what an idle worker holds.
    pub memory_bytes: u64,
}

/// Allowances by the kind of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Facts and posters: many in a row, on files nobody has looked at yet.
    pub inspect: Allowance,
    /// Strips, frame tables and exact frames: a decoder that holds reference frames.
    pub frames: Allowance,
    /// Previews and made-up clips: a decoder and an encoder.
    pub encode: Allowance,
}

impl Default for Limits {
    fn default() -> Self {
        let allowance = |seconds, mebibytes: u64| Allowance {
            time: Duration::from_secs(seconds),
            memory_bytes: mebibytes << 20,
        };
        Self {
            inspect: allowance(20, 512),
            frames: allowance(60, 1024),
            encode: allowance(3600, 2048),
        }
    }
}
