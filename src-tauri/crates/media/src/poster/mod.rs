//! The picture that stands for a clip: the first frame that shows something, upright, in the colours it is meant to have.

mod canvas;
mod interest;
mod recolor;
mod shrink;
mod upright;

pub(crate) use upright::upright;

pub(crate) use canvas::{Bounds, Canvas};

use crate::clip_reader::ClipReader;
use crate::fault::Fault;
use crate::ffi::{JpegQuality, Stop, Threads, encode_jpeg};
use ffmpeg_next::frame;
use interest::Interest;
use std::path::Path;
use std::time::{Duration, Instant};

/// A finished poster.
#[derive(Debug)]
pub(crate) struct PosterPicture {
    pub jpeg: Vec<u8>,
    pub width: u32,
    pub height: u32,
}

/// A clip that begins dark is looked through this far for a better frame.
const LOOK_AHEAD_FRAMES: u32 = 240;
/// And for this long.
const LOOK_AHEAD_TIME: Duration = Duration::from_secs(3);
/// Of the frames looked through, every so many is judged.
const JUDGED_EVERY: usize = 4;

/// How wide a poster may become; its height follows.
pub(crate) fn bounds(width: u32) -> Bounds {
    Bounds { width, height: 4096 }
}

/// Makes the poster from the first picture if that shows something, else from the first later one that does.
pub(crate) fn poster(
    path: &Path,
    first: &frame::Video,
    canvas: &mut Canvas,
    stop: &Stop,
) -> Result<PosterPicture, Fault> {
    let drawn = canvas.draw(first)?;
    let shown = Interest::of(&drawn);
    if shown.is_enough() {
        return finish(drawn);
    }
    let better = look_ahead(path, shown, canvas, stop)?;
    finish(better.unwrap_or(drawn))
}

fn finish(mut drawn: frame::Video) -> Result<PosterPicture, Fault> {
    let jpeg = encode_jpeg(&mut drawn, JpegQuality::Poster)?;
    Ok(PosterPicture {
        jpeg,
        width: drawn.width(),
        height: drawn.height(),
    })
}

/// Looks through the beginning of the clip for something better. In a fade each frame shows more than the one before, so the first frame after
/// which that stops is past the fade.
fn look_ahead(path: &Path, first: Interest, canvas: &mut Canvas, stop: &Stop) -> Result<Option<frame::Video>, Fault> {
    let mut reader = ClipReader::open(path, Threads::One, stop)?;
    let until = Instant::now() + LOOK_AHEAD_TIME;
    let mut best = (first, None);
    for index in (0..reader.presentation().frame_count().min(LOOK_AHEAD_FRAMES)).step_by(JUDGED_EVERY) {
        // A frame that does not decode is not the one to show.
        let Ok(picture) = reader.frame(index) else { break };
        let drawn = canvas.draw(&picture)?;
        let shown = Interest::of(&drawn);
        if shown.is_clearly_more_than(best.0) {
            best = (shown, Some(drawn));
        } else if best.0.is_enough() {
            break;
        }
        if Instant::now() > until {
            break;
        }
    }
    stop.check()?;
    Ok(best.1)
}
