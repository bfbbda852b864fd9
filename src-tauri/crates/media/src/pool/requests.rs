//! What can be asked of the pool, one function each.

use super::{Allowance, Job, MediaPool, Urgency};
use crate::draft;
use crate::error::MediaError;
use crate::fault::Fault;
use crate::frame_table::FrameTable;
use crate::preview::{PreviewFacts, PreviewIndex, PreviewOptions};
use crate::protocol::{Operation, Outcome, WirePath};
use crate::sample::SampleRecipe;
use crate::still::{Still, StillFormat};
use circletake_domain::clip::ClipFacts;
use circletake_domain::frame::FrameIndex;
use circletake_domain::media_failure::MediaFailure;
use std::path::Path;
use tokio_util::sync::CancellationToken;

/// Width of a poster in the grid.
const POSTER_WIDTH: u32 = 480;

/// Facts and poster, from one look at the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspection {
    /// Every fact.
    pub facts: ClipFacts,
    /// A JPEG, 480 pixels wide (narrower where the clip is).
    pub poster: Vec<u8>,
}

/// A poster in a size of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Poster {
    /// The picture.
    pub jpeg: Vec<u8>,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

/// Tiles across a clip's length, side by side in one picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strip {
    /// The picture.
    pub jpeg: Vec<u8>,
    /// How many tiles there are: fewer than asked for where the clip has fewer frames.
    pub tiles: u32,
    /// Of one tile, in pixels.
    pub tile_width: u32,
    /// Of one tile, in pixels.
    pub tile_height: u32,
}

impl MediaPool {
    /// Facts and poster in one open: what ingest asks of every file.
    pub async fn inspect(&self, path: &Path, cancel: &CancellationToken) -> Result<Inspection, MediaError> {
        let operation = Operation::Inspect {
            path: path.into(),
            width: POSTER_WIDTH,
        };
        match self
            .ask(path, operation, self.0.options.limits.inspect, Urgency::Now, cancel)
            .await?
        {
            (Outcome::Facts(facts), poster) => Ok(Inspection { facts: *facts, poster }),
            _ => Err(unexpected(path)),
        }
    }

    /// Facts only.
    pub async fn probe(&self, path: &Path, cancel: &CancellationToken) -> Result<ClipFacts, MediaError> {
        let operation = Operation::Probe { path: path.into() };
        match self
            .ask(path, operation, self.0.options.limits.inspect, Urgency::Now, cancel)
            .await?
        {
            (Outcome::Facts(facts), _) => Ok(*facts),
            _ => Err(unexpected(path)),
        }
    }

    /// The first frame that shows something, as JPEG.
    pub async fn poster(&self, path: &Path, width: u32, cancel: &CancellationToken) -> Result<Poster, MediaError> {
        let operation = Operation::Poster {
            path: path.into(),
            width,
        };
        match self
            .ask(path, operation, self.0.options.limits.inspect, Urgency::Now, cancel)
            .await?
        {
            (Outcome::Picture { width, height }, jpeg) => Ok(Poster { jpeg, width, height }),
            _ => Err(unexpected(path)),
        }
    }

    /// Tiles across the clip for hover scrub.
    pub async fn strip(&self, path: &Path, tiles: u32, cancel: &CancellationToken) -> Result<Strip, MediaError> {
        let operation = Operation::Strip {
            path: path.into(),
            tiles,
        };
        match self
            .ask(
                path,
                operation,
                self.0.options.limits.frames,
                Urgency::Background,
                cancel,
            )
            .await?
        {
            (
                Outcome::Strip {
                    tiles,
                    tile_width,
                    tile_height,
                },
                jpeg,
            ) => Ok(Strip {
                jpeg,
                tiles,
                tile_width,
                tile_height,
            }),
            _ => Err(unexpected(path)),
        }
    }

    /// When every frame begins.
    pub async fn frame_table(&self, path: &Path, cancel: &CancellationToken) -> Result<FrameTable, MediaError> {
        let operation = Operation::FrameTable { path: path.into() };
        match self
            .ask(path, operation, self.0.options.limits.frames, Urgency::Now, cancel)
            .await?
        {
            (Outcome::FrameTable(table), _) => Ok(table),
            _ => Err(unexpected(path)),
        }
    }

    /// One frame, exactly, at full resolution.
    pub async fn frame(
        &self,
        path: &Path,
        index: FrameIndex,
        format: StillFormat,
        cancel: &CancellationToken,
    ) -> Result<Still, MediaError> {
        let operation = Operation::Frame {
            path: path.into(),
            index,
            format,
        };
        match self
            .ask(path, operation, self.0.options.limits.frames, Urgency::Now, cancel)
            .await?
        {
            (Outcome::Picture { width, height }, bytes) => Ok(Still { bytes, width, height }),
            _ => Err(unexpected(path)),
        }
    }

    /// Makes the preview of a clip at `output`; `progress` hears of frames done and in all.
    pub async fn preview(
        &self,
        path: &Path,
        output: &Path,
        options: PreviewOptions,
        progress: &mut (dyn FnMut(u32, u32) + Send),
        cancel: &CancellationToken,
    ) -> Result<PreviewFacts, MediaError> {
        let operation = Operation::Preview {
            path: path.into(),
            output: output.into(),
            options,
        };
        let allowance = self.0.options.limits.encode;
        let job = Job {
            path,
            operation,
            allowance,
            urgency: Urgency::Background,
            progress,
        };
        let made = self.read(job, cancel).await.inspect_err(|_| draft::sweep(output));
        match made? {
            (Outcome::Preview(facts), _) => Ok(facts),
            _ => Err(unexpected(path)),
        }
    }

    /// Where the frames of a preview lie in its file.
    pub async fn preview_index(&self, path: &Path, cancel: &CancellationToken) -> Result<PreviewIndex, MediaError> {
        let operation = Operation::PreviewIndex { path: path.into() };
        match self
            .ask(path, operation, self.0.options.limits.frames, Urgency::Now, cancel)
            .await?
        {
            (Outcome::PreviewIndex(index), _) => Ok(index),
            _ => Err(unexpected(path)),
        }
    }

    /// Makes a clip for the sample pilot at `output`.
    pub async fn sample_clip(
        &self,
        recipe: SampleRecipe,
        output: &Path,
        cancel: &CancellationToken,
    ) -> Result<(), MediaError> {
        let operation = Operation::SampleClip {
            recipe,
            output: WirePath::from(output),
        };
        let allowance = self.0.options.limits.encode;
        let job = Job {
            path: output,
            operation,
            allowance,
            urgency: Urgency::Now,
            progress: &mut |_, _| {},
        };
        let filmed = self.run(job, cancel).await.inspect_err(|_| draft::sweep(output));
        match filmed? {
            (Outcome::SampleClip, _) => Ok(()),
            _ => Err(unexpected(output)),
        }
    }

    async fn ask(
        &self,
        path: &Path,
        operation: Operation,
        allowance: Allowance,
        urgency: Urgency,
        cancel: &CancellationToken,
    ) -> Result<(Outcome, Vec<u8>), MediaError> {
        self.read(
            Job {
                path,
                operation,
                allowance,
                urgency,
                progress: &mut |_, _| {},
            },
            cancel,
        )
        .await
    }
}

fn unexpected(path: &Path) -> MediaError {
    MediaError::new(path, Fault::new(MediaFailure::WorkerDied, "an answer of another kind"))
}
