//! The History screen.

use crate::dialogs::FileKind;
use crate::ipc::error::CommandError;
use crate::shell::Shell;
use circletake_app::view::history::{HistoryOutline, HistoryQuery, HistoryRow};
use circletake_app::view::import::LogFormat;
use serde::Deserialize;
use std::sync::Arc;
use tauri::State;
use ts_rs::TS;

/// How many moves match, and where each window of them begins.
#[tauri::command]
pub async fn history_outline(
    args: HistoryOutlineArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<HistoryOutline, CommandError> {
    Ok(shell.library().await?.history_outline(&args.query).await?)
}

/// One window of the moves.
#[tauri::command]
pub async fn history_page(
    args: HistoryPageArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<Vec<HistoryRow>, CommandError> {
    let library = shell.library().await?;
    Ok(library.history_page(&args.query, Some(&args.from)).await?)
}

/// Writes the moves that match into a file that the person chooses.
#[tauri::command]
pub async fn export_history(
    args: ExportHistoryArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<Option<String>, CommandError> {
    let library = shell.library().await?;
    let (suggested, kind) = match args.format {
        LogFormat::Csv => (
            "circletake-history.csv",
            FileKind {
                name: "CSV",
                extensions: &["csv"],
            },
        ),
        LogFormat::Jsonl => (
            "circletake-history.jsonl",
            FileKind {
                name: "JSONL",
                extensions: &["jsonl"],
            },
        ),
    };
    let Some(file) = shell.dialogs.save("Export the history", suggested, kind).await else {
        return Ok(None);
    };
    library.export_history(&args.query, args.format, &file).await?;
    Ok(Some(file.into_string()))
}

/// Asks how many moves match.
#[derive(Debug, Deserialize, TS)]
pub struct HistoryOutlineArgs {
    /// Which.
    pub query: HistoryQuery,
}

/// Asks for one window of the moves.
#[derive(Debug, Deserialize, TS)]
pub struct HistoryPageArgs {
    /// Which.
    pub query: HistoryQuery,
    /// The key it begins with, out of the outline.
    pub from: String,
}

/// Writes the moves that match.
#[derive(Debug, Deserialize, TS)]
pub struct ExportHistoryArgs {
    /// Which.
    pub query: HistoryQuery,
    /// How.
    pub format: LogFormat,
}
