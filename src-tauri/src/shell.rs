//! What the app holds while it runs.

use crate::dialogs::Dialogs;
use crate::jobs::Jobs;
use crate::media_server::{ClipPictures, DerivedFile, StillKind};
use crate::settings::Settings;
use crate::startup::Arguments;
use camino::Utf8PathBuf;
use circletake_media::MediaPool;
use futures::future::BoxFuture;
use std::sync::Arc;

/// What the app holds while it runs; every command is given it.
pub struct Shell {
    /// What this computer remembers.
    pub settings: Settings,
    /// Asks people for files.
    pub dialogs: Arc<dyn Dialogs>,
    /// Long work that can be stopped.
    pub jobs: Jobs,
    /// The processes that read clips.
    pub media: MediaPool,
    /// Where the page finds pictures.
    pub media_base: String,
    /// How the app was started.
    pub arguments: Arguments,
}

impl ClipPictures for Shell {
    fn file(&self, _which: DerivedFile, _clip_key: String) -> BoxFuture<'_, Option<Utf8PathBuf>> {
        Box::pin(async { None })
    }

    fn still(&self, _clip_key: String, _frame: u32, _kind: StillKind) -> BoxFuture<'_, Option<Vec<u8>>> {
        Box::pin(async { None })
    }
}
