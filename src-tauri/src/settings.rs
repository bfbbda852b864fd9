//! What this computer remembers between two starts: the look, the keys, and which libraries were opened. One JSON file in the
//! app's configuration folder; nothing of a library's contents.

use camino::{Utf8Path, Utf8PathBuf};
use circletake_app::view::library::{Appearance, RecentLibrary};
use circletake_domain::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io;
use std::sync::{Mutex, PoisonError};

/// How many libraries the first screen lists.
const RECENT_LIBRARIES: usize = 12;

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default)]
struct Remembered {
    appearance: Appearance,
    /// Commands whose keys a person changed.
    keys: BTreeMap<String, Vec<String>>,
    /// Latest first.
    recent: Vec<Visit>,
    /// The library that was open when the app ended.
    open: Option<Utf8PathBuf>,
}

impl Default for Remembered {
    fn default() -> Self {
        Self {
            appearance: Appearance::Dark,
            keys: BTreeMap::new(),
            recent: Vec::new(),
            open: None,
        }
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Visit {
    folder: Utf8PathBuf,
    name: String,
    opened_at: Timestamp,
}

/// The settings of this computer.
#[derive(Debug)]
pub struct Settings {
    file: Utf8PathBuf,
    now: Mutex<Remembered>,
}

impl Settings {
    /// Reads the settings. A missing file is a first start; a damaged one is set aside, because nobody should be kept out
    /// of a library by a broken list of libraries.
    pub fn read(file: Utf8PathBuf) -> Self {
        let remembered = match fs_err::read(&file) {
            Ok(bytes) => serde_json::from_slice(&bytes).unwrap_or_else(|error| {
                tracing::warn!(%error, %file, "the settings are damaged and were set aside");
                let _ = fs_err::rename(&file, file.with_extension("damaged.json"));
                Remembered::default()
            }),
            Err(_) => Remembered::default(),
        };
        Self {
            file,
            now: Mutex::new(remembered),
        }
    }

    /// The chosen look.
    pub fn appearance(&self) -> Appearance {
        self.look(|now| now.appearance)
    }

    /// Chooses the look.
    pub fn set_appearance(&self, appearance: Appearance) -> io::Result<()> {
        self.change(|now| now.appearance = appearance)
    }

    /// Commands whose keys a person changed, with their keys as the page writes them.
    pub fn keys(&self) -> BTreeMap<String, Vec<String>> {
        self.look(|now| now.keys.clone())
    }

    /// Changes keys: these commands have these, all others those the app comes with.
    pub fn set_keys(&self, keys: BTreeMap<String, Vec<String>>) -> io::Result<()> {
        self.change(|now| now.keys = keys)
    }

    /// Libraries opened before, latest first.
    pub fn recent(&self) -> Vec<RecentLibrary> {
        let recent = self.look(|now| now.recent.clone());
        let shown = recent.into_iter().map(|opened| RecentLibrary {
            key: opened.folder.to_string(),
            name: opened.name,
            opened_at: opened.opened_at,
            reachable: opened.folder.join("circletake.db").is_file(),
            folder: opened.folder.to_string(),
        });
        shown.collect()
    }

    /// The folder of a recent library; only those in the list can be opened by a key.
    pub fn recent_folder(&self, key: &str) -> Option<Utf8PathBuf> {
        self.look(|now| {
            let listed = now.recent.iter().find(|opened| opened.folder == key);
            listed.map(|opened| opened.folder.clone())
        })
    }

    /// The library that was open when the app ended.
    pub fn last_open(&self) -> Option<Utf8PathBuf> {
        self.look(|now| now.open.clone())
    }

    /// A library was opened.
    pub fn opened(&self, folder: &Utf8Path, name: &str, opened_at: Timestamp) -> io::Result<()> {
        self.change(|now| {
            now.recent.retain(|opened| opened.folder != folder);
            let visit = Visit {
                folder: folder.to_owned(),
                name: name.to_owned(),
                opened_at,
            };
            now.recent.insert(0, visit);
            now.recent.truncate(RECENT_LIBRARIES);
            now.open = Some(folder.to_owned());
        })
    }

    /// The library was closed by hand; the next start asks which one to open.
    pub fn closed(&self) -> io::Result<()> {
        self.change(|now| now.open = None)
    }

    fn look<T>(&self, read: impl FnOnce(&Remembered) -> T) -> T {
        read(&self.now.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Changes and saves, so that a crash loses nothing: written beside, then renamed over.
    fn change(&self, change: impl FnOnce(&mut Remembered)) -> io::Result<()> {
        let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        change(&mut now);
        if let Some(folder) = self.file.parent() {
            fs_err::create_dir_all(folder)?;
        }
        let beside = self.file.with_extension("json.new");
        fs_err::write(&beside, serde_json::to_vec_pretty(&*now)?)?;
        fs_err::rename(&beside, &self.file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        Timestamp::parse(text).unwrap()
    }

    #[test]
    fn the_next_start_knows_the_libraries_the_look_and_the_keys_of_the_last() {
        let folder = tempfile::tempdir().unwrap();
        let file = Utf8Path::from_path(folder.path()).unwrap().join("config/settings.json");
        let settings = Settings::read(file.clone());
        settings
            .opened(Utf8Path::new("/a"), "A", at("2026-01-01T00:00:00Z"))
            .unwrap();
        settings
            .opened(Utf8Path::new("/b"), "B", at("2026-01-02T00:00:00Z"))
            .unwrap();
        settings
            .opened(Utf8Path::new("/a"), "A", at("2026-01-03T00:00:00Z"))
            .unwrap();
        settings.set_appearance(Appearance::Light).unwrap();
        let keys = BTreeMap::from([("review.keep".to_owned(), vec!["Y".to_owned()])]);
        settings.set_keys(keys.clone()).unwrap();

        let next = Settings::read(file);
        let names: Vec<_> = next.recent().into_iter().map(|recent| recent.name).collect();
        assert_eq!(names, ["A", "B"]);
        assert_eq!(next.last_open().unwrap(), "/a");
        assert_eq!(next.appearance(), Appearance::Light);
        assert_eq!(next.keys(), keys);
        assert!(next.recent_folder("/never/opened").is_none());
        next.closed().unwrap();
        assert!(next.last_open().is_none());
    }

    #[test]
    fn a_damaged_file_is_set_aside_and_the_app_starts() {
        let folder = tempfile::tempdir().unwrap();
        let file = Utf8Path::from_path(folder.path()).unwrap().join("settings.json");
        fs_err::write(&file, "{ not json").unwrap();
        assert!(Settings::read(file.clone()).recent().is_empty());
        assert!(file.with_extension("damaged.json").exists());
    }
}
