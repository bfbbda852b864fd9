//! The media server's pictures: those of the open library.

use crate::ipc::error::CommandError;
use crate::media_server::{ClipPictures, DerivedFile, StillKind};
use crate::shell::Shell;
use camino::Utf8PathBuf;
use circletake_app::AppError;
use circletake_domain::frame::FrameIndex;
use circletake_media::preview::PreviewIndex;
use circletake_media::still::StillFormat;
use futures::future::BoxFuture;
use tokio_util::sync::CancellationToken;

impl ClipPictures for Shell {
    fn file(&self, which: DerivedFile, clip_key: String) -> BoxFuture<'_, Option<Utf8PathBuf>> {
        Box::pin(async move {
            let found = async {
                let library = self.library().await?;
                Ok(match which {
                    DerivedFile::Poster => Some(library.poster_file(&clip_key).await?),
                    DerivedFile::Strip => library.strip_file(&clip_key).await?,
                    DerivedFile::Preview => library.preview_file(&clip_key).await?,
                })
            };
            there(found.await, &clip_key)
        })
    }

    fn preview_index(&self, clip_key: String) -> BoxFuture<'_, Option<PreviewIndex>> {
        Box::pin(async move {
            let cancel = CancellationToken::new();
            let _stop = cancel.clone().drop_guard();
            let found = async {
                let library = self.library().await?;
                Ok(library.preview_index(&clip_key, &cancel).await?)
            };
            there(found.await, &clip_key)
        })
    }

    fn still(&self, clip_key: String, frame: u32, kind: StillKind) -> BoxFuture<'_, Option<Vec<u8>>> {
        Box::pin(async move {
            let format = match kind {
                StillKind::Jpeg => StillFormat::Jpeg,
                StillKind::Png => StillFormat::Png,
            };
            // The page leaving an answer behind drops this future, and with it the work.
            let cancel = CancellationToken::new();
            let _stop = cancel.clone().drop_guard();
            let found = async {
                let library = self.library().await?;
                let still = library.still(&clip_key, FrameIndex(frame), format, &cancel).await?;
                Ok(Some(still.bytes))
            };
            there(found.await, &clip_key)
        })
    }
}

/// The page is only told that there is no picture; why is written down here. That it asks for one of a library that was just closed
/// is no mishap.
fn there<T>(found: Result<Option<T>, CommandError>, clip_key: &str) -> Option<T> {
    match found {
        Ok(found) => found,
        Err(CommandError::NoLibrary | CommandError::App(AppError::Cancelled)) => None,
        Err(error) => {
            tracing::warn!(%error, clip_key, "a picture could not be handed out");
            None
        }
    }
}
