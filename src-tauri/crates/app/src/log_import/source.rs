//! A log file that was chosen: read whole, with its columns mapped.

use crate::error::AppError;
use camino::{Utf8Path, Utf8PathBuf};
use circletake_reports::log::{ColumnMapping, LogFile, LogFileError, MappingError};
use std::collections::BTreeMap;
use thiserror::Error;

/// The largest log that is read, in bytes: some two million rows.
const LARGEST: u64 = 1 << 30;

/// Which column each field is read from; fields that are not named are recognised, and no column reads a field from none.
/// `status:WORD` names the status that a word of the file means.
pub type LogMapping = BTreeMap<String, Option<String>>;

/// Why a log could not be brought in at all.
#[derive(Debug, Error)]
pub enum LogError {
    /// The file could not be read.
    #[error("the log could not be read: {0}")]
    Disk(#[from] std::io::Error),
    /// More than is read.
    #[error("`{path}` is larger than a log can be")]
    TooLarge {
        /// The file.
        path: Utf8PathBuf,
    },
    /// It is no log.
    #[error("`{path}` is not a log: {source}")]
    NotALog {
        /// The file.
        path: Utf8PathBuf,
        /// Why.
        source: LogFileError,
    },
    /// The mapping does not fit it.
    #[error(transparent)]
    Mapping(#[from] MappingError),
    /// It could not be written out.
    #[error("the log could not be written: {0}")]
    Unwritten(std::io::Error),
}

impl LogError {
    /// A stable word that code may branch on.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Disk(error) if error.kind() == std::io::ErrorKind::NotFound => "not_found",
            Self::Disk(_) | Self::Unwritten(_) => "disk_error",
            Self::TooLarge { .. } => "too_large",
            Self::NotALog { .. } => "not_a_log",
            Self::Mapping(MappingError::UnknownField { .. }) => "unknown_field",
            Self::Mapping(MappingError::UnknownColumn { .. }) => "unknown_column",
            Self::Mapping(MappingError::UnknownStatus { .. }) => "unknown_status",
        }
    }
    /// What to do next.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Disk(_) => "Check that the file is there and may be read.",
            Self::TooLarge { .. } => "Split it into files of less than 1 GiB.",
            Self::NotALog { .. } => "Choose a JSONL, JSON, CSV or TSV file with a row for each attempt.",
            Self::Mapping(_) => {
                "Name a field and a column as FIELD=COLUMN, or a word and a status as status:WORD=STATUS."
            }
            Self::Unwritten(_) => "Check that the disk is connected and not full, then try again.",
        }
    }
}

/// A log file with its mapping.
pub(super) struct LogSource {
    pub(super) file: LogFile,
    pub(super) mapping: ColumnMapping,
    /// Where the file lies: assets named by a relative path are looked for beside it.
    pub(super) folder: Utf8PathBuf,
}

impl LogSource {
    /// Reads the file on a thread that may block.
    pub(super) async fn open(path: &Utf8Path, mapping: &LogMapping) -> Result<Self, AppError> {
        let (path, mapping) = (path.to_owned(), mapping.clone());
        let read = tokio::task::spawn_blocking(move || Self::read(&path, &mapping));
        Ok(read.await.map_err(|error| LogError::Disk(error.into()))??)
    }
    fn read(path: &Utf8Path, chosen: &LogMapping) -> Result<Self, LogError> {
        let found = fs_err::metadata(path)?;
        if !found.is_file() {
            return Err(LogError::NotALog {
                path: path.to_owned(),
                source: LogFileError::NotText,
            });
        }
        if found.len() > LARGEST {
            return Err(LogError::TooLarge { path: path.to_owned() });
        }
        let file = LogFile::read(&fs_err::read(path)?).map_err(|source| LogError::NotALog {
            path: path.to_owned(),
            source,
        })?;
        let mut mapping = ColumnMapping::recognise(file.columns());
        for (field, column) in chosen {
            mapping.set(field, column.as_deref().unwrap_or_default())?;
        }
        let folder = path.parent().map(Utf8Path::to_owned).unwrap_or_default();
        Ok(Self { file, mapping, folder })
    }
}
