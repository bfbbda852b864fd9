//! A file that appears at its place only when it is finished.

use crate::fault::Fault;
use circletake_domain::media_failure::MediaFailure;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

/// A file being written beside its place; dropped unpublished, it is removed.
pub(crate) struct Draft {
    draft: PathBuf,
    place: PathBuf,
}

impl Draft {
    /// A draft of `place`, in the same folder so that the last step is a rename. Always the same name: what a killed worker left behind is
    /// overwritten by the next attempt.
    pub fn beside(place: &Path) -> Result<Self, Fault> {
        let Some(name) = place.file_name() else {
            return Err(Fault::new(
                MediaFailure::NotAFile,
                format!("{} names no file", place.display()),
            ));
        };
        if let Some(folder) = place.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            fs_err::create_dir_all(folder).map_err(|error| Fault::from_io("create folder", &error))?;
        }
        Ok(Self {
            draft: draft_of(place, name),
            place: place.to_owned(),
        })
    }

    pub fn path(&self) -> &Path {
        &self.draft
    }

    /// Puts the finished file in its place, durably.
    pub fn publish(self) -> Result<(), Fault> {
        let synced = fs_err::File::open(&self.draft).and_then(|file| file.sync_all());
        synced
            .and_then(|()| fs_err::rename(&self.draft, &self.place))
            .map_err(|error| Fault::from_io("publish", &error))
    }
}

/// Removes what a worker that was killed at work could not.
pub(crate) fn sweep(place: &Path) {
    if let Some(name) = place.file_name() {
        // Usually there is nothing: a worker that ends by itself tidies up.
        let _ = fs_err::remove_file(draft_of(place, name));
    }
}

fn draft_of(place: &Path, name: &OsStr) -> PathBuf {
    let mut draft_name = OsString::from(".");
    draft_name.push(name);
    draft_name.push(".part");
    place.with_file_name(draft_name)
}

impl Drop for Draft {
    fn drop(&mut self) {
        // Gone already when it was published.
        let _ = fs_err::remove_file(&self.draft);
    }
}
