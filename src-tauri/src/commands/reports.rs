//! The report of a pilot as a file.

use crate::dialogs::FileKind;
use crate::file_browser::show;
use crate::ipc::error::CommandError;
use crate::ipc::progress::telling;
use crate::shell::Shell;
use circletake_app::AppError;
use circletake_app::view::import::Progress;
use circletake_app::view::pilot_report::{Paper, ReportFormat};
use circletake_domain::id::PilotId;
use serde::Deserialize;
use std::sync::{Arc, PoisonError};
use tauri::ipc::Channel;
use tauri::{AppHandle, State, Wry};
use ts_rs::TS;

/// Writes the report of a pilot to a file that the person chooses.
#[tauri::command]
pub async fn write_report(
    args: WriteReportArgs,
    progress: Channel<Progress>,
    shell: State<'_, Arc<Shell>>,
) -> Result<Option<String>, CommandError> {
    let library = shell.library().await?;
    let (name, kind) = match args.format {
        ReportFormat::Html => ("pilot-report.html", kind("Web page", &["html"])),
        ReportFormat::Pdf => ("pilot-report.pdf", kind("PDF", &["pdf"])),
        ReportFormat::Json => ("pilot-report.json", kind("JSON", &["json"])),
        ReportFormat::Csv => ("pilot-report.csv", kind("CSV", &["csv"])),
    };
    let Some(file) = shell.dialogs.save("Save the report", name, kind).await else {
        return Ok(None);
    };
    let job = shell.jobs.begin(&args.job_key);
    let tell = telling(progress);
    let writing = library.write_pilot_report(&args.pilot_id, args.format, args.paper, &file, &tell);
    // Until its last step the report is only in memory: stopping leaves nothing behind.
    let written = job.token().run_until_cancelled(Box::pin(writing)).await;
    written.ok_or(AppError::Cancelled)??;
    let mut last = shell.last_report.lock().unwrap_or_else(PoisonError::into_inner);
    *last = Some(file.clone());
    Ok(Some(file.into_string()))
}

/// Shows the report that was written last in the system's file browser; the page names no path.
#[tauri::command]
pub async fn show_report(app: AppHandle<Wry>, shell: State<'_, Arc<Shell>>) -> Result<(), CommandError> {
    let last = shell.last_report.lock().unwrap_or_else(PoisonError::into_inner).clone();
    show(&app, last.ok_or(CommandError::NoReport)?.as_ref())
}

fn kind(name: &'static str, extensions: &'static [&'static str]) -> FileKind {
    FileKind { name, extensions }
}

/// Writes the report of a pilot to a file that the app asks for.
#[derive(Debug, Deserialize, TS)]
pub struct WriteReportArgs {
    /// Of which pilot.
    pub pilot_id: PilotId,
    /// As what.
    pub format: ReportFormat,
    /// What a PDF is printed on.
    pub paper: Paper,
    /// Names the job for `cancel`; made by the page.
    pub job_key: String,
}
