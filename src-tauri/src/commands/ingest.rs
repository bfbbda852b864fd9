//! Bringing clips in.

use crate::shell::Shell;
use circletake_app::view::Problem;
use circletake_app::view::import::IngestOptions;
use serde::Deserialize;
use std::sync::Arc;
use tauri::State;
use ts_rs::TS;

/// Stops a job.
#[tauri::command]
pub async fn cancel(args: CancelArgs, shell: State<'_, Arc<Shell>>) -> Result<(), Problem> {
    shell.jobs.cancel(&args.job_key);
    Ok(())
}

/// Brings the chosen or dropped files in.
#[derive(Debug, Deserialize, TS)]
pub struct IngestArgs {
    /// Which selection.
    pub selection_key: String,
    /// How.
    pub options: IngestOptions,
    /// Names the job for `cancel`; made by the page.
    pub job_key: String,
}

/// Shows a file that could not be brought in, in the system's file browser.
#[derive(Debug, Deserialize, TS)]
pub struct ShowFailedFileArgs {
    /// The job that reported it.
    pub job_key: String,
    /// Its place in that job's list of failures, counted from 0.
    pub index: u32,
}

/// Stops a job.
#[derive(Debug, Deserialize, TS)]
pub struct CancelArgs {
    /// Which.
    pub job_key: String,
}
