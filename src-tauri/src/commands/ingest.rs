//! Bringing clips in.

use crate::dialogs::FileKind;
use crate::file_browser::show;
use crate::ipc::error::CommandError;
use crate::ipc::progress::telling;
use crate::shell::Shell;
use circletake_app::view::import::{ClipSelection, IngestOptions, IngestReport, Progress};
use serde::Deserialize;
use std::sync::Arc;
use tauri::ipc::Channel;
use tauri::{AppHandle, State, Wry};
use ts_rs::TS;

pub(super) const VIDEO: FileKind = FileKind {
    name: "Video",
    extensions: &[
        "mp4", "mov", "m4v", "webm", "mkv", "avi", "mpg", "mpeg", "ts", "mxf", "gif",
    ],
};

/// Lets the person choose clips.
#[tauri::command]
pub async fn choose_clips(shell: State<'_, Arc<Shell>>) -> Result<Option<ClipSelection>, CommandError> {
    let chosen = shell.dialogs.files("Choose clips", VIDEO).await;
    Ok(chosen.and_then(|files| shell.selections.keep_files(files.into_iter().map(Into::into).collect())))
}

/// What was dropped on the window last.
#[tauri::command]
pub async fn dropped_clips(shell: State<'_, Arc<Shell>>) -> Result<Option<ClipSelection>, CommandError> {
    Ok(shell.selections.dropped())
}

/// Brings the chosen or dropped files in.
#[tauri::command]
pub async fn ingest(
    args: IngestArgs,
    progress: Channel<Progress>,
    shell: State<'_, Arc<Shell>>,
) -> Result<IngestReport, CommandError> {
    let library = shell.library().await?;
    let paths = shell
        .selections
        .paths(&args.selection_key)
        .ok_or(CommandError::UnknownSelection)?;
    let job = shell.jobs.begin(&args.job_key);
    let report = library
        .ingest(&paths, &args.options, &telling(progress), job.token())
        .await?;
    if !report.cancelled {
        shell.selections.forget(&args.selection_key);
    }
    shell.failed_files.keep(args.job_key, report.failed.clone());
    Ok(report)
}

/// Shows a file that could not be brought in, in the system's file browser.
#[tauri::command]
pub async fn show_failed_file(
    args: ShowFailedFileArgs,
    app: AppHandle<Wry>,
    shell: State<'_, Arc<Shell>>,
) -> Result<(), CommandError> {
    let file = shell
        .failed_files
        .path(&args.job_key, args.index)
        .ok_or(CommandError::UnknownFile)?;
    show(&app, file.as_ref())
}

/// Stops a job.
#[tauri::command]
pub async fn cancel(args: CancelArgs, shell: State<'_, Arc<Shell>>) -> Result<(), CommandError> {
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
