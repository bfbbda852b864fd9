//! One clip's strip and preview: made beside, moved into place, then noted.

use super::flags::flags_in_strip;
use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::change::Change;
use camino::{Utf8Path, Utf8PathBuf};
use circletake_domain::media_failure::MediaFailure;
use circletake_media::MediaError;
use circletake_media::preview::PreviewOptions;
use circletake_store::{FileCondition, StoredClip, StoredPreview};
use tokio_util::sync::CancellationToken;

/// Tiles of hover scrub.
const STRIP_TILES: u32 = 20;

/// Whether a failure says something about this moment, not about the clip.
fn may_pass(failure: MediaFailure) -> bool {
    matches!(
        failure,
        MediaFailure::Cancelled
            | MediaFailure::WorkerUnavailable
            | MediaFailure::DiskError
            | MediaFailure::Missing
            | MediaFailure::PermissionDenied
    )
}

impl OpenLibrary {
    /// Makes what a clip lacks. A failure of the clip itself is noted with it; an error means that it can be tried again later.
    pub(super) async fn prepare_clip(&self, clip: &StoredClip, stop: &CancellationToken) -> Result<(), AppError> {
        let _no_doctor = self.files().read().await;
        let folder = self.store().folder().derived_of(clip.uid);
        fs_err::tokio::create_dir_all(&folder)
            .await
            .map_err(AppError::file(&folder))?;
        if clip.strip_tiles == 0 {
            self.make_strip(clip, stop).await?;
        }
        if self.store().preview(clip.uid).await? == StoredPreview::Waiting {
            self.make_preview(clip, stop).await?;
        }
        Ok(())
    }

    /// Puts a clip off whose pictures could not be made for a reason outside of it, and tells. A file that is gone is noted as that instead.
    pub(super) async fn put_off(&self, clip: &StoredClip, error: &AppError) {
        tracing::warn!(%error, clip = %clip.uid, "a preview could not be made now");
        let failure = match error {
            AppError::Media(error) => error.failure,
            _ => MediaFailure::DiskError,
        };
        let gone = failure == MediaFailure::Missing
            && self.look_again(clip).await.map_or_else(
                |error| {
                    tracing::warn!(%error, clip = %clip.uid, "a clip's file could not be looked at");
                    false
                },
                |condition| condition != FileCondition::Present,
            );
        self.previews().end(clip.uid, (!gone).then_some(failure));
        self.changed(Change::Preview {
            clip_key: clip.uid.to_string(),
        });
    }

    /// Looks whether files are back for want of which no preview could be made.
    pub(super) async fn look_for_lost_clips(&self) -> Result<(), AppError> {
        for clip in self.store().lost_clips_to_prepare().await? {
            if self.store().may_have_changed(&clip).await? {
                self.look_again(&clip).await?;
            }
        }
        Ok(())
    }

    /// Makes the strip of a clip, and looks at what it shows.
    pub(crate) async fn make_strip(&self, clip: &StoredClip, stop: &CancellationToken) -> Result<(), AppError> {
        let source = self.store().path_of(&clip.place);
        let outcome = match self.media().strip(source.as_std_path(), STRIP_TILES, stop).await {
            Ok(strip) => {
                put(&self.store().folder().strip(clip.uid), &strip.jpeg).await?;
                let flags = flags_in_strip(&strip, &clip.facts);
                Ok((strip.tiles, flags))
            }
            Err(error) => Err(lasting(error)?),
        };
        let mut write = self.store().write().await?;
        match outcome {
            Ok((tiles, flags)) => {
                write.set_strip(clip.uid, Ok(tiles)).await?;
                write.flag_clip(clip.uid, &flags, self.now()).await?;
            }
            Err(failure) => write.set_strip(clip.uid, Err(failure)).await?,
        }
        write.commit().await?;
        self.changed(Change::Preview {
            clip_key: clip.uid.to_string(),
        });
        Ok(())
    }

    async fn make_preview(&self, clip: &StoredClip, stop: &CancellationToken) -> Result<(), AppError> {
        let source = self.store().path_of(&clip.place);
        let output = self.store().folder().preview(clip.uid);
        let unfinished = output.with_extension("part.mp4");
        let mut last = 0;
        let mut heard = |done: u32, total: u32| {
            let percent = u64::from(done) * 100 / u64::from(total.max(1));
            let percent = u8::try_from(percent.min(99)).unwrap_or(99);
            if percent != last {
                last = percent;
                self.previews().set_percent(clip.uid, percent);
                self.changed(Change::Preview {
                    clip_key: clip.uid.to_string(),
                });
            }
        };
        let options = PreviewOptions::default();
        let made = self
            .media()
            .preview(
                source.as_std_path(),
                unfinished.as_std_path(),
                options,
                &mut heard,
                stop,
            )
            .await;
        let state = match made {
            Ok(facts) => {
                fs_err::tokio::rename(&unfinished, &output)
                    .await
                    .map_err(AppError::file(&output))?;
                StoredPreview::Ready {
                    facts: serde_json::json!(facts),
                }
            }
            Err(error) => {
                let _ = fs_err::tokio::remove_file(&unfinished).await;
                StoredPreview::Failed {
                    failure: lasting(error)?,
                }
            }
        };
        let mut write = self.store().write().await?;
        write.set_preview(clip.uid, &state).await?;
        write.commit().await?;
        self.changed(Change::Preview {
            clip_key: clip.uid.to_string(),
        });
        Ok(())
    }
}

/// The failure, if it is the clip's own.
fn lasting(error: MediaError) -> Result<MediaFailure, AppError> {
    if may_pass(error.failure) {
        Err(error.into())
    } else {
        Ok(error.failure)
    }
}

/// Writes a derived file so that nobody ever reads half of it. It can be made again, so nothing waits for the disk.
pub(crate) async fn put(file: &Utf8Path, bytes: &[u8]) -> Result<(), AppError> {
    if let Some(folder) = file.parent() {
        fs_err::tokio::create_dir_all(folder)
            .await
            .map_err(AppError::file(folder))?;
    }
    let unfinished = Utf8PathBuf::from(format!("{file}.part"));
    fs_err::tokio::write(&unfinished, bytes)
        .await
        .map_err(AppError::file(&unfinished))?;
    fs_err::tokio::rename(&unfinished, file)
        .await
        .map_err(AppError::file(file))
}
