//! The centre of the app: an open library with everything its use cases need.

use crate::clock::{Clock, SystemClock};
use crate::error::AppError;
use crate::loose_clip::media_of_this_program;
use crate::previews::PreviewQueue;
use crate::view::change::Change;
use camino::Utf8Path;
use circletake_domain::id::PersonId;
use circletake_domain::money::Currency;
use circletake_domain::timestamp::Timestamp;
use circletake_media::MediaPool;
use circletake_store::{Library, LibraryFolder, NewLibrary, OpenMode};
use std::sync::{Arc, Mutex, Weak};
use std::time::Duration;
use tokio::sync::{Mutex as AsyncMutex, RwLock, broadcast};

/// Changes kept for a listener that is slow; whoever misses some fetches everything again anyway.
const CHANGES_KEPT: usize = 256;

/// What a library is opened with.
#[derive(Debug, Clone)]
pub struct Surroundings {
    /// The workers that read clips.
    pub media: MediaPool,
    /// Where the time comes from.
    pub clock: Arc<dyn Clock>,
    /// Whether strips and previews are made in the background; a command that ends soon leaves them to the app.
    pub background: bool,
    /// How long until background work that could not be done is tried again: a disk that is full, a drive that is not connected.
    pub try_again_after: Duration,
}

impl Surroundings {
    /// The computer's clock, and background work.
    pub fn new(media: MediaPool) -> Self {
        Self {
            media,
            clock: Arc::new(SystemClock),
            background: true,
            try_again_after: Duration::from_secs(15),
        }
    }
    /// For a command that ends soon: workers of the running program, and no background work.
    pub fn for_a_command() -> Result<Self, AppError> {
        Ok(Self {
            background: false,
            ..Self::new(media_of_this_program()?)
        })
    }
}

/// An open library. Cheap to clone; all clones are the same library.
#[derive(Debug, Clone)]
pub struct OpenLibrary(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    store: Library,
    surroundings: Surroundings,
    changes: broadcast::Sender<Change>,
    previews: Arc<PreviewQueue>,
    person: Mutex<Option<PersonId>>,
    /// Held shared by whatever brings files in, alone by the doctor, who would take a file on its way for a stray.
    files: RwLock<()>,
    /// Held while a version is added: its number is in its file's name.
    adding_version: AsyncMutex<()>,
}

impl Drop for Inner {
    /// Background work holds the library weakly; this ends its waiting.
    fn drop(&mut self) {
        self.previews.cancel();
    }
}

impl OpenLibrary {
    /// Makes a library in a new or empty folder.
    pub async fn create(
        folder: &Utf8Path,
        name: &str,
        currency: Currency,
        surroundings: Surroundings,
    ) -> Result<Self, AppError> {
        Self::create_with(folder, name, currency, false, surroundings).await
    }

    pub(crate) async fn create_with(
        folder: &Utf8Path,
        name: &str,
        currency: Currency,
        is_sample: bool,
        surroundings: Surroundings,
    ) -> Result<Self, AppError> {
        let new = NewLibrary {
            name: name.to_owned(),
            currency,
            is_sample,
            app_version: env!("CARGO_PKG_VERSION").to_owned(),
            created_at: surroundings.clock.now(),
        };
        let store = Library::create(LibraryFolder::new(folder), new).await?;
        Ok(Self::with_store(store, surroundings))
    }

    /// Opens a library.
    pub async fn open(folder: &Utf8Path, mode: OpenMode, surroundings: Surroundings) -> Result<Self, AppError> {
        let store = Library::open(LibraryFolder::new(folder), mode, surroundings.clock.now()).await?;
        let person = store.setting(crate::people::CURRENT_PERSON).await?;
        let library = Self::with_store(store, surroundings);
        library.remember_person(person);
        Ok(library)
    }

    fn with_store(store: Library, surroundings: Surroundings) -> Self {
        let runs = surroundings.background && !store.is_read_only();
        let library = Self(Arc::new(Inner {
            store,
            previews: Arc::new(PreviewQueue::new(surroundings.try_again_after)),
            surroundings,
            changes: broadcast::channel(CHANGES_KEPT).0,
            person: Mutex::new(None),
            files: RwLock::new(()),
            adding_version: AsyncMutex::new(()),
        }));
        if runs {
            PreviewQueue::start(&library.0.previews, library.weak());
        }
        library
    }

    /// Hears of every change until the library is closed.
    pub fn changes(&self) -> broadcast::Receiver<Change> {
        self.0.changes.subscribe()
    }
    /// Stops background work and gives the library up.
    pub async fn close(&self) {
        self.0.previews.stop().await;
        self.0.store.close().await;
    }

    pub(crate) fn store(&self) -> &Library {
        &self.0.store
    }
    pub(crate) fn media(&self) -> &MediaPool {
        &self.0.surroundings.media
    }
    pub(crate) fn now(&self) -> Timestamp {
        self.0.surroundings.clock.now()
    }
    pub(crate) fn previews(&self) -> &PreviewQueue {
        &self.0.previews
    }
    /// Who may touch the library's files.
    pub(crate) fn files(&self) -> &RwLock<()> {
        &self.0.files
    }
    /// One new version at a time.
    pub(crate) fn adding_version(&self) -> &AsyncMutex<()> {
        &self.0.adding_version
    }
    /// Tells whoever listens; nobody listening is fine.
    pub(crate) fn changed(&self, change: Change) {
        let _ = self.0.changes.send(change);
    }
    pub(crate) fn current_person_id(&self) -> Option<PersonId> {
        self.0.person.lock().map_or(None, |person| person.clone())
    }
    pub(crate) fn remember_person(&self, person: Option<PersonId>) {
        if let Ok(mut current) = self.0.person.lock() {
            *current = person;
        }
    }
    /// The library as background work holds it: not keeping it open.
    pub(crate) fn weak(&self) -> WeakLibrary {
        WeakLibrary(Arc::downgrade(&self.0))
    }
}

/// A library that is open only as long as somebody else uses it.
#[derive(Debug, Clone)]
pub(crate) struct WeakLibrary(Weak<Inner>);

impl WeakLibrary {
    /// The library, if it is still open.
    pub(crate) fn upgrade(&self) -> Option<OpenLibrary> {
        self.0.upgrade().map(OpenLibrary)
    }
}
