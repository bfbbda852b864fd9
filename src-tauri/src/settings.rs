//! What this computer remembers between two starts: the look, the keys, and which libraries were opened. One JSON file in the
//! app's configuration folder; nothing of a library's contents.

mod file;

pub use file::SettingsProblem;

use camino::{Utf8Path, Utf8PathBuf};
use circletake_app::view::library::{Appearance, RecentLibrary};
use circletake_domain::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io;
use std::mem;
use std::sync::{Mutex, MutexGuard, PoisonError};

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
    /// Reads the settings. A missing file is a first start; with any other that cannot be used the app starts as if it were one, and this
    /// says why.
    pub fn read(file: Utf8PathBuf) -> (Self, Option<SettingsProblem>) {
        let (remembered, problem) = match file::read(&file) {
            Ok(remembered) => (remembered.unwrap_or_default(), None),
            Err(problem) => (Remembered::default(), Some(problem)),
        };
        let now = Mutex::new(remembered);
        (Self { file, now }, problem)
    }

    /// The chosen look.
    pub fn appearance(&self) -> Appearance {
        self.look(|now| now.appearance)
    }

    /// Chooses the look.
    pub fn set_appearance(&self, appearance: Appearance) -> io::Result<()> {
        self.change(|_, now| now.appearance = appearance)
    }

    /// Commands whose keys a person changed, with their keys as the page writes them.
    pub fn keys(&self) -> BTreeMap<String, Vec<String>> {
        self.look(|now| now.keys.clone())
    }

    /// Changes keys: these commands have these, all others those the app comes with. What another window changed meanwhile stays.
    pub fn set_keys(&self, keys: &BTreeMap<String, Vec<String>>) -> io::Result<()> {
        self.change(|known, now| {
            now.keys
                .retain(|command, _| keys.contains_key(command) || !known.keys.contains_key(command));
            let changed = keys
                .iter()
                .filter(|(command, chosen)| known.keys.get(*command) != Some(*chosen));
            now.keys
                .extend(changed.map(|(command, chosen)| (command.clone(), chosen.clone())));
        })
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

    /// What a library was called when it was opened last.
    pub fn name_of(&self, folder: &Utf8Path) -> Option<String> {
        self.look(|now| {
            let visit = now.recent.iter().find(|opened| opened.folder == folder);
            visit.map(|opened| opened.name.clone())
        })
    }

    /// The library that was open when the app ended.
    pub fn last_open(&self) -> Option<Utf8PathBuf> {
        self.look(|now| now.open.clone())
    }

    /// A library was opened.
    pub fn opened(&self, folder: &Utf8Path, name: &str, opened_at: Timestamp) -> io::Result<()> {
        self.change(|_, now| {
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

    /// A library was closed by hand; the next start asks which one to open, unless another window has one open.
    pub fn closed(&self, folder: &Utf8Path) -> io::Result<()> {
        self.change(|_, now| {
            now.open.take_if(|open| open == folder);
        })
    }

    fn look<T>(&self, read: impl FnOnce(&Remembered) -> T) -> T {
        read(&self.now())
    }

    /// Changes what is on disk by now; the change is given what this window knew and what is there. What cannot be saved holds until the
    /// app ends.
    fn change(&self, change: impl Fn(&Remembered, &mut Remembered)) -> io::Result<()> {
        let mut known = self.now();
        let before = known.clone();
        change(&before, &mut known);
        let saved = file::change(&self.file, &before, |now| change(&before, now))?;
        // The page goes on with the keys it has; those of other windows come with the next start.
        let keys = mem::take(&mut known.keys);
        *known = Remembered { keys, ..saved };
        Ok(())
    }

    fn now(&self) -> MutexGuard<'_, Remembered> {
        // Each value is replaced whole, so a panic elsewhere leaves nothing half-done in it.
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        Timestamp::parse(text).unwrap()
    }

    /// A window that starts now.
    fn window(file: &Utf8Path) -> Settings {
        let (settings, problem) = Settings::read(file.to_owned());
        assert!(problem.is_none(), "{problem:?}");
        settings
    }

    fn names(settings: &Settings) -> Vec<String> {
        settings.recent().into_iter().map(|recent| recent.name).collect()
    }

    fn keys(of: &[(&str, &str)]) -> BTreeMap<String, Vec<String>> {
        of.iter()
            .map(|(command, key)| ((*command).to_owned(), vec![(*key).to_owned()]))
            .collect()
    }

    #[test]
    fn the_next_start_knows_the_libraries_the_look_and_the_keys_of_the_last() {
        let folder = tempfile::tempdir().unwrap();
        let file = Utf8Path::from_path(folder.path()).unwrap().join("config/settings.json");
        let settings = window(&file);
        for (folder, name, day) in [("/a", "A", 1), ("/b", "B", 2), ("/a", "A", 3)] {
            let when = at(&format!("2026-01-0{day}T00:00:00Z"));
            settings.opened(Utf8Path::new(folder), name, when).unwrap();
        }
        settings.set_appearance(Appearance::Light).unwrap();
        settings.set_keys(&keys(&[("review.keep", "Y")])).unwrap();

        let next = window(&file);
        assert_eq!(names(&next), ["A", "B"]);
        assert_eq!(next.last_open().unwrap(), "/a");
        assert_eq!(next.name_of(Utf8Path::new("/b")).unwrap(), "B");
        assert_eq!(next.appearance(), Appearance::Light);
        assert_eq!(next.keys(), keys(&[("review.keep", "Y")]));
        assert!(next.recent_folder("/never/opened").is_none());
        next.closed(Utf8Path::new("/a")).unwrap();
        assert!(window(&file).last_open().is_none());
    }

    #[test]
    fn two_windows_lose_nothing_of_each_other() {
        let folder = tempfile::tempdir().unwrap();
        let file = Utf8Path::from_path(folder.path()).unwrap().join("settings.json");
        let (one, other) = (window(&file), window(&file));
        one.opened(Utf8Path::new("/a"), "A", at("2026-01-01T00:00:00Z"))
            .unwrap();
        one.set_keys(&keys(&[("review.keep", "Y")])).unwrap();
        other
            .opened(Utf8Path::new("/b"), "B", at("2026-01-02T00:00:00Z"))
            .unwrap();
        other.set_keys(&keys(&[("review.hold", "W")])).unwrap();
        one.set_appearance(Appearance::Light).unwrap();
        one.set_keys(&keys(&[("review.keep", "K")])).unwrap();
        one.closed(Utf8Path::new("/a")).unwrap();

        let next = window(&file);
        assert_eq!(names(&next), ["B", "A"]);
        assert_eq!(next.last_open().unwrap(), "/b");
        assert_eq!(next.appearance(), Appearance::Light);
        assert_eq!(next.keys(), keys(&[("review.hold", "W"), ("review.keep", "K")]));
        next.set_keys(&keys(&[("review.keep", "K")])).unwrap();
        assert_eq!(window(&file).keys(), keys(&[("review.keep", "K")]));
    }

    #[test]
    fn a_damaged_file_is_kept_aside_and_said_so_and_the_app_starts() {
        let folder = tempfile::tempdir().unwrap();
        let file = Utf8Path::from_path(folder.path()).unwrap().join("settings.json");
        fs_err::write(&file, "{ not json").unwrap();
        let (settings, problem) = Settings::read(file.clone());
        assert!(settings.recent().is_empty());
        let aside = file.with_extension("damaged.json");
        assert_eq!(fs_err::read_to_string(&aside).unwrap(), "{ not json");
        assert!(problem.unwrap().to_string().contains(aside.as_str()));
    }

    #[test]
    fn a_file_that_cannot_be_read_is_no_first_start_and_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let file = Utf8Path::from_path(folder.path()).unwrap().join("settings.json");
        // A folder of that name is refused to everybody, to root too.
        fs_err::create_dir(&file).unwrap();
        let (settings, problem) = Settings::read(file.clone());
        assert!(matches!(problem, Some(SettingsProblem::Unread(_))), "{problem:?}");
        assert!(settings.set_appearance(Appearance::Light).is_err());
        assert_eq!(settings.appearance(), Appearance::Light);
        assert!(file.is_dir());
    }
}
