//! What one request may take before it is ended.

use std::time::Duration;

/// Time and memory for one request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowance {
    /// From the moment a worker has it; more where the file is large.
    pub time: Duration,
    /// Beyond what an idle worker holds.
    pub memory_bytes: u64,
}

/// A second more for every so many bytes: what a slow disk or a share over a wireless network still reads.
const BYTES_A_SECOND: u64 = 20 << 20;

impl Allowance {
    /// For a file of this size: facts include a hash of all its bytes.
    pub(super) fn for_bytes(self, bytes: u64) -> Self {
        Self {
            time: self.time.saturating_add(Duration::from_secs(bytes / BYTES_A_SECOND)),
            ..self
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_file_gets_the_time_that_reading_it_takes() {
        let inspect = Limits::default().inspect;
        assert_eq!(inspect.for_bytes(5 << 20), inspect, "a usual clip");
        assert_eq!(
            inspect.for_bytes(10 << 30).time,
            inspect.time + Duration::from_secs(512)
        );
        assert_eq!(inspect.for_bytes(10 << 30).memory_bytes, inspect.memory_bytes);
    }
}
