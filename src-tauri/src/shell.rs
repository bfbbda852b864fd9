//! What the app holds while it runs.

use crate::dialogs::Dialogs;
use crate::failed_files::FailedFiles;
use crate::ipc::error::CommandError;
use crate::ipc::events::LIBRARY_CHANGED;
use crate::jobs::Jobs;
use crate::media_server::{ClipPictures, DerivedFile, StillKind};
use crate::menu::MenuBar;
use crate::selections::Selections;
use crate::settings::Settings;
use camino::{Utf8Path, Utf8PathBuf};
use circletake_app::view::Problem;
use circletake_app::view::library::LibrarySummary;
use circletake_app::{Clock, OpenLibrary, OpenMode, Surroundings, SystemClock};
use circletake_domain::frame::FrameIndex;
use circletake_media::MediaPool;
use circletake_media::preview::PreviewIndex;
use circletake_media::still::StillFormat;
use futures::future::BoxFuture;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex};
use tauri::{AppHandle, Emitter, Wry};
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{Mutex as AsyncMutex, RwLock};
use tokio_util::sync::CancellationToken;

/// What the app holds while it runs; every command is given it.
pub struct Shell {
    /// Tells the page what changed.
    pub app: AppHandle<Wry>,
    /// What this computer remembers.
    pub settings: Settings,
    /// Asks people for files.
    pub dialogs: Arc<dyn Dialogs>,
    /// The menu over the page.
    pub menu: MenuBar,
    /// Long work that can be stopped.
    pub jobs: Jobs,
    /// Files that people chose.
    pub selections: Selections,
    /// What the last jobs could not bring in, so that it can be shown in the file browser.
    pub failed_files: FailedFiles,
    /// The report that was written last, so that it can be shown in the file browser.
    pub last_report: Mutex<Option<Utf8PathBuf>>,
    /// The processes that read clips.
    pub media: MediaPool,
    /// Where the page finds pictures.
    pub media_base: String,
    /// The app was started on the sample pilot; said to the page once.
    pub make_sample: AtomicBool,
    /// Where the sample pilot is kept.
    pub sample_folder: Utf8PathBuf,
    /// Why the library that should have been opened at the start is not.
    pub start_problem: Mutex<Option<Problem>>,
    library: RwLock<Option<OpenLibrary>>,
    /// One opening or closing at a time.
    changing: AsyncMutex<()>,
}

/// The parts that are made outside.
pub struct Parts {
    /// Tells the page what changed.
    pub app: AppHandle<Wry>,
    /// What this computer remembers.
    pub settings: Settings,
    /// Asks people for files.
    pub dialogs: Arc<dyn Dialogs>,
    /// The processes that read clips.
    pub media: MediaPool,
    /// Where the page finds pictures.
    pub media_base: String,
    /// The app was started on the sample pilot.
    pub make_sample: bool,
    /// Where the sample pilot is kept.
    pub sample_folder: Utf8PathBuf,
}

impl Shell {
    /// Nothing is open yet.
    pub fn new(parts: Parts) -> Self {
        Self {
            app: parts.app,
            settings: parts.settings,
            dialogs: parts.dialogs,
            menu: MenuBar::default(),
            jobs: Jobs::default(),
            selections: Selections::default(),
            failed_files: FailedFiles::default(),
            last_report: Mutex::default(),
            media: parts.media,
            media_base: parts.media_base,
            make_sample: AtomicBool::new(parts.make_sample),
            sample_folder: parts.sample_folder,
            start_problem: Mutex::default(),
            library: RwLock::default(),
            changing: AsyncMutex::default(),
        }
    }

    /// The open library.
    pub async fn library(&self) -> Result<OpenLibrary, CommandError> {
        self.library.read().await.clone().ok_or(CommandError::NoLibrary)
    }

    /// The open library in a line, if one is open.
    pub async fn summary(&self) -> Result<Option<LibrarySummary>, CommandError> {
        match self.library.read().await.clone() {
            Some(library) => Ok(Some(library.summary().await?)),
            None => Ok(None),
        }
    }

    /// What a library is opened with.
    pub fn surroundings(&self) -> Surroundings {
        Surroundings::new(self.media.clone())
    }

    /// Opens a library instead of the one that is open; that one stays open where the new one cannot be.
    pub async fn open(&self, folder: &Utf8Path) -> Result<LibrarySummary, CommandError> {
        let _alone = self.changing.lock().await;
        if let Some(summary) = self.summary().await?
            && same_folder(Utf8Path::new(&summary.folder), folder)
        {
            return Ok(summary);
        }
        let library = OpenLibrary::open(folder, OpenMode::WriteIfFree, self.surroundings()).await?;
        self.put(library).await
    }

    /// Takes over a library that was just made.
    pub async fn take_over(&self, library: OpenLibrary) -> Result<LibrarySummary, CommandError> {
        let _alone = self.changing.lock().await;
        self.put(library).await
    }

    async fn put(&self, library: OpenLibrary) -> Result<LibrarySummary, CommandError> {
        let summary = library.summary().await?;
        tauri::async_runtime::spawn(tell_the_page(self.app.clone(), library.clone()));
        let before = self.library.write().await.replace(library);
        if let Some(before) = before {
            self.jobs.cancel_all();
            before.close().await;
        }
        let opened = self
            .settings
            .opened(Utf8Path::new(&summary.folder), &summary.name, SystemClock.now());
        opened.map_err(CommandError::Settings)?;
        Ok(summary)
    }

    /// Closes the open library, if one is open.
    pub async fn close(&self) {
        let _alone = self.changing.lock().await;
        self.jobs.cancel_all();
        let library = self.library.write().await.take();
        if let Some(library) = library {
            library.close().await;
        }
    }
}

fn same_folder(one: &Utf8Path, other: &Utf8Path) -> bool {
    matches!((one.canonicalize_utf8(), other.canonicalize_utf8()), (Ok(one), Ok(other)) if one == other)
}

/// Passes on what the library says of itself until it is closed.
async fn tell_the_page(app: AppHandle<Wry>, library: OpenLibrary) {
    let mut changes = library.changes();
    drop(library);
    loop {
        let change = match changes.recv().await {
            Ok(change) => change,
            // Some were missed: "everything about clips changed" covers them.
            Err(RecvError::Lagged(_)) => circletake_app::view::change::Change::Clips,
            Err(RecvError::Closed) => return,
        };
        if let Err(error) = app.emit(LIBRARY_CHANGED, change) {
            tracing::warn!(%error, "the page did not hear of a change");
        }
    }
}

impl ClipPictures for Shell {
    fn file(&self, which: DerivedFile, clip_key: String) -> BoxFuture<'_, Option<Utf8PathBuf>> {
        Box::pin(async move {
            let library = self.library().await.ok()?;
            match which {
                DerivedFile::Poster => library.poster_file(&clip_key).await.ok(),
                DerivedFile::Strip => library.strip_file(&clip_key).await.ok()?,
                DerivedFile::Preview => library.preview_file(&clip_key).await.ok()?,
            }
        })
    }

    fn preview_index(&self, clip_key: String) -> BoxFuture<'_, Option<PreviewIndex>> {
        Box::pin(async move {
            let library = self.library().await.ok()?;
            let cancel = CancellationToken::new();
            let _stop = cancel.clone().drop_guard();
            library.preview_index(&clip_key, &cancel).await.ok()?
        })
    }

    fn still(&self, clip_key: String, frame: u32, kind: StillKind) -> BoxFuture<'_, Option<Vec<u8>>> {
        Box::pin(async move {
            let library = self.library().await.ok()?;
            let format = match kind {
                StillKind::Jpeg => StillFormat::Jpeg,
                StillKind::Png => StillFormat::Png,
            };
            // The page leaving an answer behind drops this future, and with it the work.
            let cancel = CancellationToken::new();
            let _stop = cancel.clone().drop_guard();
            let still = library.still(&clip_key, FrameIndex(frame), format, &cancel).await;
            still.ok().map(|still| still.bytes)
        })
    }
}
