//! What the app holds while it runs.

use crate::dialogs::Dialogs;
use crate::failed_files::FailedFiles;
use crate::ipc::error::CommandError;
use crate::ipc::events::{LIBRARY_CHANGED, PROBLEM_TOLD};
use crate::jobs::Jobs;
use crate::later_start::same_folder;
use crate::menu::MenuBar;
use crate::selections::Selections;
use crate::settings::Settings;
use camino::{Utf8Path, Utf8PathBuf};
use circletake_app::view::Problem;
use circletake_app::view::library::{LibrarySummary, OpeningLibrary};
use circletake_app::{Clock, OpenLibrary, OpenMode, Surroundings, SystemClock};
use circletake_media::MediaPool;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, PoisonError};
use std::{io, mem};
use tauri::{AppHandle, Emitter, Wry};
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{Mutex as AsyncMutex, RwLock, watch};

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
    /// The library that the start opens, until it is open or cannot be.
    opening: watch::Sender<Option<OpeningLibrary>>,
    /// What went wrong that is no command's answer, until the page fetches it.
    untold: Mutex<Vec<Problem>>,
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
            opening: watch::channel(None).0,
            untold: Mutex::default(),
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

    /// The folder of the open library, if one is open.
    pub async fn folder(&self) -> Option<Utf8PathBuf> {
        let library = self.library.read().await;
        library.as_ref().map(|library| library.folder().to_owned())
    }

    /// Begins with this library in the background, so that the window is there meanwhile and says so.
    pub fn begin_with(self: &Arc<Self>, folder: Utf8PathBuf) {
        self.opening.send_replace(Some(OpeningLibrary {
            name: self.settings.name_of(&folder),
            folder: folder.to_string(),
        }));
        let shell = Arc::clone(self);
        tauri::async_runtime::spawn(async move {
            if let Err(error) = shell.open(&folder).await {
                let mut problem = shell.start_problem.lock().unwrap_or_else(PoisonError::into_inner);
                *problem = Some(error.problem());
            }
            shell.opening.send_replace(None);
        });
    }

    /// The library that the start is opening.
    pub fn opening(&self) -> Option<OpeningLibrary> {
        self.opening.borrow().clone()
    }

    /// Returns when the library of the start is open or cannot be.
    pub async fn begun(&self) {
        // The sender lives as long as the shell, so this only ends one way.
        let _ = self.opening.subscribe().wait_for(Option::is_none).await;
    }

    /// Says what went wrong beside what was asked for, which went well.
    pub fn tell(&self, problem: Problem) {
        let mut untold = self.untold.lock().unwrap_or_else(PoisonError::into_inner);
        untold.push(problem);
        // A page that does not listen yet fetches it once it does.
        if let Err(error) = self.app.emit(PROBLEM_TOLD, ()) {
            tracing::warn!(%error, "the page did not hear of a problem");
        }
    }

    /// What went wrong since this was asked last.
    pub fn told(&self) -> Vec<Problem> {
        mem::take(&mut *self.untold.lock().unwrap_or_else(PoisonError::into_inner))
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
        self.tell_if_not_saved(opened);
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

    /// Closes the open library because a person said so: the next start asks which one to open.
    pub async fn close_by_hand(&self) {
        let folder = self.folder().await;
        self.close().await;
        if let Some(folder) = folder {
            self.tell_if_not_saved(self.settings.closed(&folder));
        }
    }

    /// The library is open or closed by then, whatever becomes of the settings.
    fn tell_if_not_saved(&self, saved: io::Result<()>) {
        if let Err(error) = saved {
            self.tell(CommandError::Settings(error).problem());
        }
    }
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
