//! Files that are handed over: written beside their name first, so that whoever finds one finds all of it.

use crate::error::AppError;
use crate::log_import::LogError;
use camino::{Utf8Path, Utf8PathBuf};
use fs_err::File;
use std::io::{self, BufWriter};

/// A file that is being written. Until [`end`](Self::end) what lay at its place before still does.
pub(crate) struct WholeFile {
    /// Where it is written to.
    pub(crate) out: BufWriter<File>,
    unfinished: Utf8PathBuf,
    path: Utf8PathBuf,
}

impl WholeFile {
    pub(crate) fn begin(path: &Utf8Path) -> Result<Self, AppError> {
        let unfinished = path.with_file_name(format!(".{}.part", path.file_name().unwrap_or("export")));
        let out = BufWriter::new(File::create(&unfinished).map_err(refused)?);
        Ok(Self {
            out,
            unfinished,
            path: path.to_owned(),
        })
    }

    /// Puts it in its place where writing went well; else nothing of it is left.
    pub(crate) fn end<T>(self, written: Result<T, AppError>) -> Result<T, AppError> {
        let Self { out, unfinished, path } = self;
        let finished = written.and_then(|written| {
            out.into_inner()
                .map_err(io::IntoInnerError::into_error)
                .and_then(|file| file.sync_all())
                .and_then(|()| fs_err::rename(&unfinished, &path))
                .map(|()| written)
                .map_err(refused)
        });
        if finished.is_err() {
            // What is left of it is of no use; that it cannot be removed changes nothing about the error.
            let _ = fs_err::remove_file(&unfinished);
        }
        finished
    }
}

fn refused(source: io::Error) -> AppError {
    LogError::Unwritten(source).into()
}
