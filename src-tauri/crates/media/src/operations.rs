//! From an operation's name to the code that does it; runs inside a worker.

use crate::fault::Fault;
use crate::ffi::Stop;
use crate::inspect::{Seen, Wanted, inspect};
use crate::open_clips::OpenClips;
use crate::poster::PosterPicture;
use crate::protocol::{Operation, Outcome};
use crate::still::{Still, still};
use crate::strip::{StripPicture, strip};

/// A result and the picture that goes with it.
pub(crate) type Answer = (Outcome, Vec<u8>);

/// Called with frames done and frames in all.
pub(crate) type Progress<'a> = &'a mut dyn FnMut(u32, u32);

/// Does one piece of work; `open` are the clips that were stepped through lately.
pub(crate) fn perform(
    operation: &Operation,
    open: &mut OpenClips,
    stop: &Stop,
    progress: Progress<'_>,
) -> Result<Answer, Fault> {
    stop.check()?;
    if !matches!(operation, Operation::Frame { .. } | Operation::PreviewIndex { .. }) {
        // Other work gets the memory; opening a clip again is cheap.
        open.close_all();
    }
    match operation {
        Operation::Ping => Ok((Outcome::Pong, Vec::new())),
        Operation::FrameTable { path } => {
            let table = crate::frame_table::frame_table(&path.to_path(), stop)?;
            Ok((Outcome::FrameTable(table), Vec::new()))
        }
        Operation::Probe { path } => {
            let wanted = Wanted {
                facts: true,
                poster_width: None,
            };
            Ok(seen(inspect(&path.to_path(), wanted, stop)?))
        }
        Operation::Inspect { path, width } => {
            let wanted = Wanted {
                facts: true,
                poster_width: Some(*width),
            };
            Ok(seen(inspect(&path.to_path(), wanted, stop)?))
        }
        Operation::Poster { path, width } => {
            let wanted = Wanted {
                facts: false,
                poster_width: Some(*width),
            };
            Ok(seen(inspect(&path.to_path(), wanted, stop)?))
        }
        Operation::Strip { path, tiles } => {
            let StripPicture {
                jpeg,
                tiles,
                tile_width,
                tile_height,
            } = strip(&path.to_path(), *tiles, stop)?;
            Ok((
                Outcome::Strip {
                    tiles,
                    tile_width,
                    tile_height,
                },
                jpeg,
            ))
        }
        Operation::Preview { path, output, options } => {
            let facts = crate::preview::make(&path.to_path(), &output.to_path(), *options, stop, progress)?;
            Ok((Outcome::Preview(facts), Vec::new()))
        }
        Operation::PreviewIndex { path } => {
            let index = crate::preview::index(&path.to_path(), stop)?;
            Ok((Outcome::PreviewIndex(index), Vec::new()))
        }
        Operation::SampleClip { recipe, output } => {
            crate::sample::film(recipe, &output.to_path(), stop)?;
            Ok((Outcome::SampleClip, Vec::new()))
        }
        Operation::Frame { path, index, format } => {
            let Still { bytes, width, height } = still(open, &path.to_path(), *index, *format, stop)?;
            Ok((Outcome::Picture { width, height }, bytes))
        }
    }
}

fn seen(seen: Seen) -> Answer {
    match seen {
        Seen {
            facts: Some(facts),
            poster,
        } => {
            let jpeg = poster.map_or_else(Vec::new, |poster| poster.jpeg);
            (Outcome::Facts(Box::new(facts)), jpeg)
        }
        Seen {
            facts: None,
            poster: Some(PosterPicture { jpeg, width, height }),
        } => (Outcome::Picture { width, height }, jpeg),
        Seen {
            facts: None,
            poster: None,
        } => (Outcome::Pong, Vec::new()),
    }
}
