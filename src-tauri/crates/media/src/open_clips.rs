//! Clips kept open between requests, so that a step costs one frame and not an open.

use crate::clip_reader::ClipReader;
use crate::fault::Fault;
use crate::ffi::{Stop, Threads};
use std::collections::VecDeque;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

/// Two side by side are compared; each keeps decoded frames.
const MOST: usize = 2;
/// A clip nobody has looked at for so long is closed with the next request.
const STALE: Duration = Duration::from_mins(1);
/// Somebody waits for this one frame.
const THREADS: usize = 2;

/// The clips stepped through lately, the latest first.
#[derive(Default)]
pub(crate) struct OpenClips(VecDeque<OpenClip>);

struct OpenClip {
    path: PathBuf,
    stamp: Stamp,
    used: Instant,
    reader: ClipReader,
}

/// What changes when a file is replaced by another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    bytes: u64,
    modified: Option<SystemTime>,
}

impl Stamp {
    fn of(metadata: &Metadata) -> Self {
        Self {
            bytes: metadata.len(),
            modified: metadata.modified().ok(),
        }
    }
}

impl OpenClips {
    /// The reader of a clip, which now works for this request.
    pub fn reader(&mut self, path: &Path, stop: &Stop) -> Result<&mut ClipReader, Fault> {
        let metadata = fs_err::metadata(path).map_err(|error| Fault::from_io("open", &error))?;
        let stamp = Stamp::of(&metadata);
        self.0
            .retain(|clip| clip.used.elapsed() < STALE && (clip.path != path || clip.stamp == stamp));
        let open = self
            .0
            .iter()
            .position(|clip| clip.path == path)
            .and_then(|place| self.0.remove(place));
        let mut clip = if let Some(clip) = open {
            clip
        } else {
            // The other one's memory first.
            self.0.truncate(MOST - 1);
            OpenClip {
                path: path.to_owned(),
                stamp,
                used: Instant::now(),
                reader: ClipReader::open(path, Threads::UpTo(THREADS), stop)?,
            }
        };
        clip.used = Instant::now();
        clip.reader.obey(stop);
        self.0.push_front(clip);
        match self.0.front_mut() {
            Some(clip) => Ok(&mut clip.reader),
            None => unreachable!("it was put there in the line above"),
        }
    }

    /// Forgets a clip, after a failure that may have left its decoder in any state.
    pub fn close(&mut self, path: &Path) {
        self.0.retain(|clip| clip.path != path);
    }
    /// Closes everything.
    pub fn close_all(&mut self) {
        self.0.clear();
    }
}
