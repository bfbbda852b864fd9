//! What went wrong inside a worker, before a path is put to it.

use circletake_domain::media_failure::MediaFailure;
use serde::{Deserialize, Serialize};
use std::{fmt, io};

/// A reason and what FFmpeg or the system said about it. The pool adds the path and makes it a [`crate::MediaError`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// The reason people are shown.
    pub failure: MediaFailure,
    /// For the log: the words of FFmpeg or the system.
    pub detail: String,
}

impl Fault {
    /// A reason with its detail.
    pub fn new(failure: MediaFailure, detail: impl Into<String>) -> Self {
        Self {
            failure,
            detail: detail.into(),
        }
    }

    /// A reason found while `doing` something, as FFmpeg reports it.
    pub(crate) fn from_ffmpeg(doing: &str, error: ffmpeg_next::Error, otherwise: MediaFailure) -> Self {
        use ffmpeg_next::Error as E;
        use ffmpeg_next::util::error::{EACCES, EIO, EISDIR, ENOENT, ENOMEM, ENOSPC};
        let failure = match error {
            E::DecoderNotFound | E::PatchWelcome | E::Experimental => MediaFailure::UnsupportedCodec,
            E::StreamNotFound => MediaFailure::NoVideoStream,
            E::Other { errno: ENOMEM } => MediaFailure::TooLarge,
            E::Other { errno: ENOENT } => MediaFailure::Missing,
            // Not `EPERM`: that is -1, by which older parts of FFmpeg mean "something is wrong with this clip". A file that nobody may read
            // was refused before FFmpeg saw it.
            E::Other { errno: EACCES } => MediaFailure::PermissionDenied,
            E::Other { errno: EISDIR } => MediaFailure::NotAFile,
            E::Other { errno: EIO | ENOSPC } => MediaFailure::DiskError,
            _ => otherwise,
        };
        Self::new(failure, format!("{doing}: {error}"))
    }

    /// A reason found while `doing` something with a file.
    pub(crate) fn from_io(doing: &str, error: &io::Error) -> Self {
        Self::new(failure_of(error), format!("{doing}: {error}"))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.failure.code(), self.detail)
    }
}

/// The reason behind a file system's refusal.
pub(crate) fn failure_of(error: &io::Error) -> MediaFailure {
    match error.kind() {
        io::ErrorKind::NotFound => MediaFailure::Missing,
        io::ErrorKind::PermissionDenied => MediaFailure::PermissionDenied,
        io::ErrorKind::IsADirectory | io::ErrorKind::NotADirectory | io::ErrorKind::InvalidFilename => {
            MediaFailure::NotAFile
        }
        io::ErrorKind::OutOfMemory | io::ErrorKind::FileTooLarge => MediaFailure::TooLarge,
        _ => MediaFailure::DiskError,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ffmpeg_says_about_a_clip_is_never_taken_for_a_missing_permission() {
        let said = |errno| {
            let error = ffmpeg_next::Error::Other { errno };
            Fault::from_ffmpeg("read", error, MediaFailure::Damaged).failure
        };
        assert_eq!(said(ffmpeg_next::util::error::EPERM), MediaFailure::Damaged);
        assert_eq!(said(ffmpeg_next::util::error::EACCES), MediaFailure::PermissionDenied);
    }
}
