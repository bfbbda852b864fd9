//! The one error that leaves this crate.

use crate::fault::Fault;
use circletake_domain::media_failure::MediaFailure;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why a clip could not be read. Words and the next step come from [`MediaFailure::message`] and [`MediaFailure::hint`].
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}: {failure}", path.display())]
pub struct MediaError {
    /// The reason.
    pub failure: MediaFailure,
    /// The file it was about.
    pub path: PathBuf,
    /// What FFmpeg or the system said; for logs, not for the screen.
    pub detail: String,
}

impl MediaError {
    pub(crate) fn new(path: &Path, fault: Fault) -> Self {
        Self {
            failure: fault.failure,
            path: path.to_owned(),
            detail: fault.detail,
        }
    }
}
