//! From an operation's name to the code that does it; runs inside a worker.

use crate::fault::Fault;
use crate::ffi::Stop;
use crate::protocol::{Operation, Outcome};
use circletake_domain::media_failure::MediaFailure;

/// A result and the picture that goes with it.
pub(crate) type Answer = (Outcome, Vec<u8>);

/// Called with frames done and frames in all.
pub(crate) type Progress<'a> = &'a mut dyn FnMut(u32, u32);

/// Does one piece of work.
pub(crate) fn perform(operation: &Operation, stop: &Stop, _progress: Progress<'_>) -> Result<Answer, Fault> {
    stop.check()?;
    match operation {
        Operation::Ping => Ok((Outcome::Pong, Vec::new())),
        Operation::FrameTable { path } => {
            let table = crate::frame_table::frame_table(&path.to_path(), stop)?;
            Ok((Outcome::FrameTable(table), Vec::new()))
        }
        Operation::Probe { .. }
        | Operation::Inspect { .. }
        | Operation::Poster { .. }
        | Operation::Strip { .. }
        | Operation::Frame { .. }
        | Operation::Preview { .. }
        | Operation::SampleClip { .. } => Err(Fault::new(MediaFailure::UnsupportedCodec, "not there yet")),
    }
}
