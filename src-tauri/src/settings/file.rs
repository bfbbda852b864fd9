//! The settings on disk. Every window of this computer writes the same file, so it is read again before each change.

use super::Remembered;
use camino::{Utf8Path, Utf8PathBuf};
use std::fs::File;
use std::io::{self, ErrorKind};
use thiserror::Error;

/// Why what this computer remembers could not be used.
#[derive(Debug, Error)]
pub enum SettingsProblem {
    /// The file is not one of settings; it was kept under another name.
    #[error("this computer's settings are damaged and were set aside as {set_aside}: {source}")]
    Damaged {
        /// Where it lies now.
        set_aside: Utf8PathBuf,
        /// What is wrong with it.
        source: serde_json::Error,
    },
    /// The file is there and may not be read, or the disk refuses.
    #[error("this computer's settings could not be read: {0}")]
    Unread(#[source] io::Error),
}

/// Reads the file; `None` where there is none yet. A damaged one is set aside, because nobody should be kept out of a library by a
/// broken list of libraries.
pub(super) fn read(file: &Utf8Path) -> Result<Option<Remembered>, SettingsProblem> {
    let bytes = match fs_err::read(file) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(SettingsProblem::Unread(error)),
    };
    serde_json::from_slice(&bytes).map(Some).or_else(|source| {
        let set_aside = file.with_extension("damaged.json");
        // Where it cannot be moved it must not be written over either.
        fs_err::rename(file, &set_aside).map_err(SettingsProblem::Unread)?;
        tracing::warn!(error = %source, %set_aside, "the settings are damaged and were set aside");
        Err(SettingsProblem::Damaged { set_aside, source })
    })
}

/// Reads what is there now, changes it and writes it: beside first, then renamed over, so that a crash loses nothing; and alone, so that
/// no other window changes it in between. `known` stands in where there is no file.
pub(super) fn change(
    file: &Utf8Path,
    known: &Remembered,
    change: impl FnOnce(&mut Remembered),
) -> io::Result<Remembered> {
    if let Some(folder) = file.parent() {
        fs_err::create_dir_all(folder)?;
    }
    // Held until this returns; the file itself cannot be locked, because it is replaced.
    let alone = File::create(file.with_extension("lock"))?;
    alone.lock()?;
    let mut now = match read(file) {
        Ok(now) => now.unwrap_or_else(|| known.clone()),
        Err(SettingsProblem::Damaged { .. }) => known.clone(),
        Err(SettingsProblem::Unread(error)) => return Err(error),
    };
    change(&mut now);
    let beside = file.with_extension("json.new");
    fs_err::write(&beside, serde_json::to_vec_pretty(&now)?)?;
    fs_err::rename(&beside, file)?;
    Ok(now)
}
