//! The app is started once more while it runs: there is one window, and a later start hands over to it what it was asked for.

use crate::ipc::events::LIBRARY_ASKED_FOR;
use crate::startup::Arguments;
use crate::window;
use camino::{Utf8Path, Utf8PathBuf};
use serde::Serialize;
use std::ffi::OsString;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tauri::{AppHandle, Emitter, Manager, Wry};
use ts_rs::TS;

/// What a later start means for the window that is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LaterStart {
    /// Nothing was asked for, or what is open anyway: coming to the front is all.
    ToFront,
    /// This library is to be opened here instead.
    Open(Utf8PathBuf),
    /// The sample pilot is to be opened here instead, and made first where there is none.
    Sample,
}

/// The rule. Two starts that mean the same folder by different names mean the same library.
pub fn meaning(asked: &Arguments, open: Option<&Utf8Path>, sample: &Utf8Path) -> LaterStart {
    let is_open = |folder: &Utf8Path| open.is_some_and(|open| same_folder(open, folder));
    match &asked.library {
        Some(library) if !is_open(library) => LaterStart::Open(library.clone()),
        None if asked.sample && !is_open(sample) => LaterStart::Sample,
        Some(_) | None => LaterStart::ToFront,
    }
}

/// Whether both lead to the same place on disk.
pub fn same_folder(one: &Utf8Path, other: &Utf8Path) -> bool {
    one == other || matches!((one.canonicalize_utf8(), other.canonicalize_utf8()), (Ok(one), Ok(other)) if one == other)
}

/// The library that a later start asked for, as the page is told of it; it names no path back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum AskedFor {
    /// A library.
    Library {
        /// Where it lies, for people to read.
        folder: String,
    },
    /// The sample pilot.
    Sample,
}

/// What the last later start asked for, until the page opened it.
#[derive(Debug, Default)]
pub struct LaterStarts(Mutex<Waiting>);

#[derive(Debug, Default)]
struct Waiting {
    /// Not yet told to the page.
    heard: Option<Arguments>,
    /// Told; opened when the page says so.
    library: Option<Utf8PathBuf>,
}

impl LaterStarts {
    /// Keeps what was asked for; only the last counts.
    pub fn hear(&self, asked: Arguments) {
        self.waiting().heard = Some(asked);
    }

    /// What the page has not been told yet, once.
    pub fn tell(&self, open: Option<&Utf8Path>, sample: &Utf8Path) -> Option<AskedFor> {
        let mut waiting = self.waiting();
        match meaning(&waiting.heard.take()?, open, sample) {
            LaterStart::ToFront => None,
            LaterStart::Open(library) => {
                let folder = library.to_string();
                waiting.library = Some(library);
                Some(AskedFor::Library { folder })
            }
            LaterStart::Sample => Some(AskedFor::Sample),
        }
    }

    /// The library the page was told of.
    pub fn take(&self) -> Option<Utf8PathBuf> {
        self.waiting().library.take()
    }

    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        // Each value is replaced whole, so a panic elsewhere leaves nothing half-done in it.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Called in the app that runs when it is started once more: with those arguments, in that working folder.
pub fn hear(app: &AppHandle<Wry>, arguments: Vec<String>, folder: &str) {
    window::to_front(app);
    let behind_the_name = arguments.into_iter().skip(1).map(OsString::from);
    match Arguments::parse(behind_the_name, Utf8Path::new(folder)) {
        Ok(asked) => app.state::<LaterStarts>().hear(asked),
        Err(error) => tracing::warn!(%error, "a later start asked for something unknown"),
    }
    // A page that does not listen yet asks by itself once it does.
    if let Err(error) = app.emit(LIBRARY_ASKED_FOR, ()) {
        tracing::warn!(%error, "the page did not hear of a later start");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = "/data/sample-pilot";

    fn library(folder: &str) -> Arguments {
        Arguments {
            library: Some(folder.into()),
            sample: false,
        }
    }

    fn sample() -> Arguments {
        Arguments {
            library: None,
            sample: true,
        }
    }

    fn means(asked: &Arguments, open: Option<&str>) -> LaterStart {
        meaning(asked, open.map(Utf8Path::new), Utf8Path::new(SAMPLE))
    }

    #[test]
    fn a_later_start_raises_the_window_that_has_its_library_and_else_asks_it_to_open_it() {
        let plain = Arguments::default();
        assert_eq!(means(&plain, None), LaterStart::ToFront);
        assert_eq!(means(&plain, Some("/a")), LaterStart::ToFront);
        // However the library came to be open: by an argument, by the last start, or by hand.
        assert_eq!(means(&library("/a"), Some("/a")), LaterStart::ToFront);
        assert_eq!(means(&library("/a"), Some("/b")), LaterStart::Open("/a".into()));
        assert_eq!(means(&library("/a"), None), LaterStart::Open("/a".into()));
        assert_eq!(means(&sample(), Some("/a")), LaterStart::Sample);
        assert_eq!(means(&sample(), None), LaterStart::Sample);
        assert_eq!(means(&sample(), Some(SAMPLE)), LaterStart::ToFront);
        assert_eq!(means(&library(SAMPLE), Some(SAMPLE)), LaterStart::ToFront);
    }

    #[cfg(unix)]
    #[test]
    fn one_folder_by_two_names_is_one_library() {
        let folder = tempfile::tempdir().unwrap();
        let root = Utf8Path::from_path(folder.path()).unwrap();
        fs_err::create_dir(root.join("spring")).unwrap();
        fs_err::os::unix::fs::symlink(root.join("spring"), root.join("link")).unwrap();
        for name in ["link", "spring/../spring", "spring/"] {
            let asked = library(root.join(name).as_str());
            assert_eq!(
                means(&asked, Some(root.join("spring").as_str())),
                LaterStart::ToFront,
                "{name}"
            );
        }
    }

    #[test]
    fn the_page_is_told_once_and_opens_what_was_asked_for_last() {
        let starts = LaterStarts::default();
        let tell = || starts.tell(Some(Utf8Path::new("/a")), Utf8Path::new(SAMPLE));
        assert_eq!((tell(), starts.take()), (None, None));
        starts.hear(library("/b"));
        starts.hear(library("/c"));
        let folder = "/c".to_owned();
        assert_eq!(tell(), Some(AskedFor::Library { folder }));
        assert_eq!(tell(), None);
        assert_eq!(starts.take().unwrap(), "/c");
        assert_eq!(starts.take(), None);
        starts.hear(library("/a"));
        assert_eq!((tell(), starts.take()), (None, None));
    }
}
