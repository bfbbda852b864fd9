//! What the media server hands out: posters, strips, previews and exact stills, by clip key. Whatever of it was deleted is made again
//! when it is asked for; in a library that cannot be written it stays away.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::previews::uid_of;
use camino::Utf8PathBuf;
use circletake_domain::frame::FrameIndex;
use circletake_domain::id::GenerationId;
use circletake_media::preview::PreviewIndex;
use circletake_media::still::{Still, StillFormat};
use circletake_store::StoredPreview;
use tokio_util::sync::CancellationToken;

impl OpenLibrary {
    /// The still that stands for a clip version. One that has vanished is made at once: a screen full of clips has nothing else to show.
    pub async fn poster_file(&self, clip_key: &str) -> Result<Utf8PathBuf, AppError> {
        let clip = self.store().clip(uid_of(clip_key)?).await?;
        let file = self.store().folder().poster(clip.uid);
        if !file.is_file() && !self.store().is_read_only() {
            let _no_doctor = self.files().read().await;
            self.make_poster(&clip).await?;
        }
        Ok(file)
    }

    /// The tiles of hover scrub; `None` while there are none. Those that have vanished are made again in the background.
    pub async fn strip_file(&self, clip_key: &str) -> Result<Option<Utf8PathBuf>, AppError> {
        let clip = self.store().clip(uid_of(clip_key)?).await?;
        if clip.strip_tiles == 0 {
            return Ok(None);
        }
        let file = self.store().folder().strip(clip.uid);
        if file.is_file() {
            return Ok(Some(file));
        }
        if !self.store().is_read_only() {
            let mut write = self.store().write().await?;
            write.set_strip(clip.uid, Ok(0)).await?;
            write.commit().await?;
            self.previews().wake();
        }
        Ok(None)
    }

    /// The normalised preview; `None` while there is none. One that has vanished is made again in the background.
    pub async fn preview_file(&self, clip_key: &str) -> Result<Option<Utf8PathBuf>, AppError> {
        let clip = uid_of(clip_key)?;
        self.notice(clip).await?;
        if !matches!(self.store().preview(clip).await?, StoredPreview::Ready { .. }) {
            return Ok(None);
        }
        let file = self.store().folder().preview(clip);
        if file.is_file() {
            return Ok(Some(file));
        }
        if !self.store().is_read_only() {
            let mut write = self.store().write().await?;
            write.set_preview(clip, &StoredPreview::Waiting).await?;
            write.commit().await?;
            self.previews().wake();
        }
        Ok(None)
    }

    /// Where the frames of the preview lie in its file; `None` while there is no preview.
    pub async fn preview_index(
        &self,
        clip_key: &str,
        cancel: &CancellationToken,
    ) -> Result<Option<PreviewIndex>, AppError> {
        match self.preview_file(clip_key).await? {
            Some(file) => Ok(Some(self.media().preview_index(file.as_std_path(), cancel).await?)),
            None => Ok(None),
        }
    }

    /// One frame of the original, exactly, at full resolution.
    pub async fn still(
        &self,
        clip_key: &str,
        frame: FrameIndex,
        format: StillFormat,
        cancel: &CancellationToken,
    ) -> Result<Still, AppError> {
        let clip = self.store().clip(uid_of(clip_key)?).await?;
        self.refuse_other_bytes(&clip).await?;
        let file = self.store().path_of(&clip.place);
        let still = self.media().frame(file.as_std_path(), frame, format, cancel).await;
        if still.is_err() && !cancel.is_cancelled() {
            self.look_again(&clip).await?;
        }
        Ok(still?)
    }

    /// Where a generation's clip lies, for showing it in the file browser.
    pub async fn clip_file(&self, generation: &GenerationId) -> Result<Utf8PathBuf, AppError> {
        let clip = self.store().current_clip(generation).await?;
        let clip = clip.ok_or_else(|| AppError::NoClipHere {
            generation: generation.clone(),
        })?;
        Ok(self.store().path_of(&clip.place))
    }
}
