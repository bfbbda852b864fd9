//! Logs in and out.

use circletake_app::view::import::LogFormat;
use circletake_app::view::pilot::Scope;
use serde::Deserialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// Reads the chosen log again under another mapping.
#[derive(Debug, Deserialize, TS)]
pub struct PreviewLogArgs {
    /// Which selection.
    pub selection_key: String,
    /// Which column each field of the log record is read from; a field mapped to null is not read, one left out is recognised by its name.
    pub mapping: BTreeMap<String, Option<String>>,
}

/// Imports the chosen log.
#[derive(Debug, Deserialize, TS)]
pub struct ImportLogArgs {
    /// Which selection.
    pub selection_key: String,
    /// Which column each field of the log record is read from; a field mapped to null is not read, one left out is recognised by its name.
    pub mapping: BTreeMap<String, Option<String>>,
    /// Import the good rows although some are bad; otherwise all rows or none.
    pub skip_bad: bool,
    /// Let the file win where it differs from the library.
    pub update: bool,
    /// Names the job for `cancel`; made by the page.
    pub job_key: String,
}

/// Writes the log to a file that the app asks for.
#[derive(Debug, Deserialize, TS)]
pub struct ExportLogArgs {
    /// What is written.
    pub scope: Scope,
    /// As what.
    pub format: LogFormat,
}
