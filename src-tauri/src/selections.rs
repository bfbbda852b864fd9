//! Files that a person chose or dropped. Their paths stay here; the page knows them by a key, so that it can bring in
//! what was chosen and nothing else.

use circletake_app::view::import::ClipSelection;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use tokio_util::sync::CancellationToken;

/// Names shown of a selection.
const NAMES_SHOWN: usize = 5;

/// What was chosen, by key.
#[derive(Debug, Default)]
pub struct Selections {
    next: AtomicU64,
    chosen: Mutex<HashMap<String, Vec<PathBuf>>>,
    dropped: Mutex<Option<ClipSelection>>,
}

impl Selections {
    /// Keeps paths under a new key.
    pub fn keep(&self, paths: Vec<PathBuf>) -> String {
        let key = format!("selection_{}", self.next.fetch_add(1, Ordering::Relaxed));
        locked(&self.chosen).insert(key.clone(), paths);
        key
    }

    /// Keeps clips and says what they are: how many files, folders walked, and how large. Reads folders, so not quick; nothing is kept
    /// where that was stopped.
    pub fn keep_clips(&self, paths: Vec<PathBuf>, stop: &CancellationToken) -> Option<ClipSelection> {
        let files = circletake_app::find_clips(&paths, None, stop);
        if stop.is_cancelled() {
            return None;
        }
        let bytes = files
            .iter()
            .filter_map(|file| file.metadata().ok())
            .map(|facts| facts.len())
            .sum();
        let names = files.iter().filter_map(|file| file.file_name());
        Some(ClipSelection {
            files: u32::try_from(files.len()).unwrap_or(u32::MAX),
            bytes,
            sample_names: names
                .take(NAMES_SHOWN)
                .map(|name| name.to_string_lossy().into_owned())
                .collect(),
            selection_key: self.keep(paths),
        })
    }

    /// The same for files that were named one by one: there is nothing to walk.
    pub fn keep_files(&self, files: Vec<PathBuf>) -> Option<ClipSelection> {
        self.keep_clips(files, &CancellationToken::new())
    }

    /// The paths under a key.
    pub fn paths(&self, key: &str) -> Option<Vec<PathBuf>> {
        locked(&self.chosen).get(key).cloned()
    }

    /// Forgets a key; what it named was brought in.
    pub fn forget(&self, key: &str) {
        locked(&self.chosen).remove(key);
        locked(&self.dropped).take_if(|dropped| dropped.selection_key == key);
    }

    /// A key for the job that looks through a drop.
    pub fn new_drop(&self) -> String {
        format!("drop_{}", self.next.fetch_add(1, Ordering::Relaxed))
    }

    /// Remembers what was dropped on the window.
    pub fn drop_in(&self, selection: ClipSelection) {
        *locked(&self.dropped) = Some(selection);
    }

    /// What was dropped last and is not yet brought in.
    pub fn dropped(&self) -> Option<ClipSelection> {
        locked(&self.dropped).clone()
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // Each value is replaced whole, so a panic elsewhere leaves nothing half-done in it.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dropped_folder_is_walked_counted_and_forgotten_once_it_is_in() {
        let folder = tempfile::tempdir().unwrap();
        fs_err::create_dir(folder.path().join("day one")).unwrap();
        fs_err::write(folder.path().join("day one/a.mp4"), b"four").unwrap();
        fs_err::write(folder.path().join("b.mp4"), b"seven77").unwrap();
        let selections = Selections::default();
        let stop = CancellationToken::new();
        let selection = selections.keep_clips(vec![folder.path().to_owned()], &stop).unwrap();
        assert_eq!((selection.files, selection.bytes), (2, 11));
        let key = selection.selection_key.clone();
        selections.drop_in(selection);
        assert_eq!(selections.paths(&key).unwrap(), [folder.path()]);
        selections.forget(&key);
        assert!(selections.dropped().is_none() && selections.paths(&key).is_none());
    }

    #[test]
    fn a_walk_that_was_stopped_leaves_nothing_to_bring_in() {
        let folder = tempfile::tempdir().unwrap();
        fs_err::write(folder.path().join("a.mp4"), b"four").unwrap();
        let (selections, stop) = (Selections::default(), CancellationToken::new());
        stop.cancel();
        assert!(selections.keep_clips(vec![folder.path().to_owned()], &stop).is_none());
        assert!(locked(&selections.chosen).is_empty());
    }
}
