//! Clip files that belong to no library yet: what `circletake probe`, `frames`, `frame`, `poster` and `strip` look at.

use crate::error::AppError;
use camino::Utf8Path;
use circletake_domain::clip::ClipFacts;
use circletake_domain::frame::{FrameIndex, Microseconds};
use circletake_media::still::StillFormat;
use circletake_media::{MediaPool, PoolOptions};
use std::path::Path;
use tokio_util::sync::CancellationToken;

/// Looks at clip files wherever they lie.
#[derive(Debug, Clone)]
pub struct LooseClips {
    media: MediaPool,
}

/// A picture that was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrittenPicture {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Pictures side by side in it; 1 but for a strip.
    pub tiles: u32,
}

impl LooseClips {
    /// Looks with workers of the running program.
    pub fn new() -> Result<Self, AppError> {
        Ok(Self {
            media: media_of_this_program()?,
        })
    }
    /// Every fact of a clip.
    pub async fn facts(&self, clip: &Path, cancel: &CancellationToken) -> Result<ClipFacts, AppError> {
        Ok(self.media.probe(clip, cancel).await?)
    }
    /// When each frame begins, in presentation order.
    pub async fn frame_starts(&self, clip: &Path, cancel: &CancellationToken) -> Result<Vec<Microseconds>, AppError> {
        let table = self.media.frame_table(clip, cancel).await?;
        Ok(table.starts)
    }
    /// Writes one frame, exactly, at full resolution: as JPEG where the output is named so, else as PNG.
    pub async fn write_frame(
        &self,
        clip: &Path,
        frame: FrameIndex,
        output: &Utf8Path,
        cancel: &CancellationToken,
    ) -> Result<WrittenPicture, AppError> {
        let is_jpeg = output
            .extension()
            .is_some_and(|extension| matches!(extension.to_lowercase().as_str(), "jpg" | "jpeg"));
        let format = if is_jpeg { StillFormat::Jpeg } else { StillFormat::Png };
        let still = self.media.frame(clip, frame, format, cancel).await?;
        write(output, &still.bytes)?;
        Ok(WrittenPicture {
            width: still.width,
            height: still.height,
            tiles: 1,
        })
    }
    /// Writes the first frame that shows something, as JPEG.
    pub async fn write_poster(
        &self,
        clip: &Path,
        width: u32,
        output: &Utf8Path,
        cancel: &CancellationToken,
    ) -> Result<WrittenPicture, AppError> {
        let poster = self.media.poster(clip, width, cancel).await?;
        write(output, &poster.jpeg)?;
        Ok(WrittenPicture {
            width: poster.width,
            height: poster.height,
            tiles: 1,
        })
    }
    /// Writes tiles across the clip's length side by side, as JPEG.
    pub async fn write_strip(
        &self,
        clip: &Path,
        tiles: u32,
        output: &Utf8Path,
        cancel: &CancellationToken,
    ) -> Result<WrittenPicture, AppError> {
        let strip = self.media.strip(clip, tiles, cancel).await?;
        write(output, &strip.jpeg)?;
        Ok(WrittenPicture {
            width: strip.tile_width.saturating_mul(strip.tiles),
            height: strip.tile_height,
            tiles: strip.tiles,
        })
    }
}

/// Workers of the running program.
pub(crate) fn media_of_this_program() -> Result<MediaPool, AppError> {
    let options = PoolOptions::of_this_program().map_err(AppError::file("circletake"))?;
    Ok(MediaPool::new(options))
}

fn write(output: &Utf8Path, bytes: &[u8]) -> Result<(), AppError> {
    fs_err::write(output, bytes).map_err(AppError::file(output))
}
