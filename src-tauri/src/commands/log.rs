//! Logs in and out.

use crate::dialogs::FileKind;
use crate::ipc::error::CommandError;
use crate::ipc::progress::{begun, telling};
use crate::shell::Shell;
use camino::Utf8PathBuf;
use circletake_app::view::import::{LogFormat, LogImportReport, LogPreview, Progress};
use circletake_app::view::pilot::Scope;
use circletake_app::{LogImportOptions, LogMapping};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use tauri::State;
use tauri::ipc::Channel;
use ts_rs::TS;

const LOG: FileKind = FileKind {
    name: "Log",
    extensions: &["jsonl", "ndjson", "json", "csv", "tsv", "txt"],
};
const JSONL: FileKind = FileKind {
    name: "JSON lines",
    extensions: &["jsonl"],
};
const CSV: FileKind = FileKind {
    name: "CSV",
    extensions: &["csv"],
};

/// Lets the person choose a log and says what an import of it would do.
#[tauri::command]
pub async fn choose_log(shell: State<'_, Arc<Shell>>) -> Result<Option<LogPreview>, CommandError> {
    let library = shell.library().await?;
    let Some(file) = shell.dialogs.file("Choose a log", LOG).await else {
        return Ok(None);
    };
    let preview = library.preview_log(&file, &LogMapping::default()).await?;
    let selection_key = shell.selections.keep(vec![file.into()]);
    Ok(Some(LogPreview {
        selection_key,
        ..preview
    }))
}

/// Says what an import under another mapping would do.
#[tauri::command]
pub async fn preview_log(args: PreviewLogArgs, shell: State<'_, Arc<Shell>>) -> Result<LogPreview, CommandError> {
    let file = chosen(&shell, &args.selection_key)?;
    let preview = shell.library().await?.preview_log(&file, &args.mapping).await?;
    Ok(LogPreview {
        selection_key: args.selection_key,
        ..preview
    })
}

/// Imports the chosen log.
#[tauri::command]
pub async fn import_log(
    args: ImportLogArgs,
    progress: Channel<Progress>,
    shell: State<'_, Arc<Shell>>,
) -> Result<LogImportReport, CommandError> {
    let library = shell.library().await?;
    let file = chosen(&shell, &args.selection_key)?;
    let job = shell.jobs.begin(&args.job_key);
    let options = LogImportOptions {
        skip_bad: args.skip_bad,
        update: args.update,
        dry_run: false,
    };
    let report = library
        .import_log(&file, &args.mapping, options, &telling(progress), job.token())
        .await?;
    shell.failed_files.keep(args.job_key, report.clips_failed.clone());
    Ok(report)
}

/// Writes the log to a file that the person chooses.
#[tauri::command]
pub async fn export_log(
    args: ExportLogArgs,
    progress: Channel<Progress>,
    shell: State<'_, Arc<Shell>>,
) -> Result<Option<String>, CommandError> {
    let library = shell.library().await?;
    let (name, kind) = match args.format {
        LogFormat::Jsonl => ("circletake-log.jsonl", JSONL),
        LogFormat::Csv => ("circletake-log.csv", CSV),
    };
    let Some(file) = shell.dialogs.save("Export the log", name, kind).await else {
        return Ok(None);
    };
    begun(&progress, &file);
    library.export_log(&args.scope, args.format, &file).await?;
    Ok(Some(file.into_string()))
}

fn chosen(shell: &Shell, selection_key: &str) -> Result<Utf8PathBuf, CommandError> {
    let mut paths = shell
        .selections
        .paths(selection_key)
        .ok_or(CommandError::UnknownSelection)?;
    let path = paths.pop().ok_or(CommandError::UnknownSelection)?;
    Utf8PathBuf::from_path_buf(path).map_err(|_| CommandError::UnknownSelection)
}

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
