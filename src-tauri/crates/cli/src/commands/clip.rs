//! Clip files on their own: `probe`, `frames`, `frame`, `poster`, `strip`.

use super::Outcome;
use crate::exit::{Done, Failure};
use crate::output::Output;
use camino::Utf8Path;
use circletake_app::view::Problem;
use circletake_app::{LooseClips, WrittenPicture};
use circletake_domain::clip::{AudioFacts, ClipFacts, ColorTags};
use circletake_domain::frame::FrameIndex;
use serde::Serialize;
use std::path::Path;
use tokio_util::sync::CancellationToken;

/// A line of `probe`. The order of the fields is the documented one; what came later stands behind them.
#[derive(Serialize)]
struct Probed<'a> {
    path: String,
    container: &'a str,
    duration_us: i64,
    frame_count: u32,
    frame_rate: String,
    variable_frame_rate: bool,
    width: u32,
    height: u32,
    display_width: u32,
    display_height: u32,
    rotation: u16,
    codec: &'a str,
    pixel_format: &'a str,
    bit_depth: u8,
    color: &'a ColorTags,
    audio: Option<&'a AudioFacts>,
    bytes: u64,
    blake3: &'a str,
    profile: Option<&'a str>,
    hdr: bool,
    alpha: bool,
}

impl<'a> Probed<'a> {
    fn new(path: &Path, facts: &'a ClipFacts) -> Self {
        Self {
            path: path.display().to_string(),
            container: &facts.container,
            duration_us: facts.duration_us.0,
            frame_count: facts.frame_count,
            frame_rate: facts.frame_rate.to_string(),
            variable_frame_rate: facts.variable_frame_rate,
            width: facts.width,
            height: facts.height,
            display_width: facts.display_width,
            display_height: facts.display_height,
            rotation: facts.rotation,
            codec: &facts.codec,
            pixel_format: &facts.pixel_format,
            bit_depth: facts.bit_depth,
            color: &facts.color,
            audio: facts.audio.as_ref(),
            bytes: facts.bytes,
            blake3: facts.blake3.as_str(),
            profile: facts.profile.as_deref(),
            hdr: facts.hdr,
            alpha: facts.alpha,
        }
    }
}

#[derive(Serialize)]
struct NotProbed {
    path: String,
    error: Problem,
}

/// Prints the facts of each file, or why it has none, in the order in which they were named.
pub async fn probe(files: &[std::path::PathBuf], output: Output, cancel: &CancellationToken) -> Outcome {
    let clips = LooseClips::new()?;
    let mut failed = false;
    let mut looks = Vec::with_capacity(files.len());
    for file in files {
        let (clips, file, cancel) = (clips.clone(), file.clone(), cancel.clone());
        looks.push(tokio::spawn(async move {
            let facts = clips.facts(&file, &cancel).await;
            (file, facts)
        }));
    }
    for look in looks {
        let (file, facts) = look
            .await
            .map_err(|error| Failure::system("look at the clips", &error.into()))?;
        match facts {
            Ok(facts) => output.json_line(&Probed::new(&file, &facts)),
            Err(error) => {
                failed = true;
                output.json_line(&NotProbed {
                    path: file.display().to_string(),
                    error: error.problem(),
                });
            }
        }
    }
    Ok(Done::unless(failed))
}

#[derive(Serialize)]
struct FrameStart {
    index: usize,
    pts_us: i64,
}

/// Prints when each frame begins.
pub async fn frames(file: &Path, output: Output, cancel: &CancellationToken) -> Outcome {
    let starts = LooseClips::new()?.frame_starts(file, cancel).await?;
    for (index, start) in starts.into_iter().enumerate() {
        let start = FrameStart { index, pts_us: start.0 };
        output.result(&start, |start| format!("{},{}", start.index, start.pts_us));
    }
    Ok(Done::Fully)
}

/// Writes one frame.
pub async fn frame(file: &Path, index: u32, picture: &Utf8Path, output: Output, cancel: &CancellationToken) -> Outcome {
    let written = LooseClips::new()?
        .write_frame(file, FrameIndex(index), picture, cancel)
        .await?;
    Ok(told(picture, written, output))
}

/// Writes a poster.
pub async fn poster(
    file: &Path,
    width: u32,
    picture: &Utf8Path,
    output: Output,
    cancel: &CancellationToken,
) -> Outcome {
    let written = LooseClips::new()?.write_poster(file, width, picture, cancel).await?;
    Ok(told(picture, written, output))
}

/// Writes a strip.
pub async fn strip(file: &Path, tiles: u32, picture: &Utf8Path, output: Output, cancel: &CancellationToken) -> Outcome {
    let written = LooseClips::new()?.write_strip(file, tiles, picture, cancel).await?;
    Ok(told(picture, written, output))
}

#[derive(Serialize)]
struct Picture<'a> {
    path: &'a Utf8Path,
    width: u32,
    height: u32,
    tiles: u32,
}

fn told(path: &Utf8Path, written: WrittenPicture, output: Output) -> Done {
    let WrittenPicture { width, height, tiles } = written;
    let picture = Picture {
        path,
        width,
        height,
        tiles,
    };
    output.result(&picture, |picture| {
        format!("{} {}x{}", picture.path, picture.width, picture.height)
    });
    Done::Fully
}
