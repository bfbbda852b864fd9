//! The screen where a brief is written.

use crate::dialogs::FileKind;
use crate::ipc::error::CommandError;
use crate::shell::Shell;
use circletake_app::view::brief::{BriefCheck, BriefDifference, BriefPresets, BriefWriting};
use circletake_domain::brief::BriefForm;
use circletake_domain::id::{BriefId, PilotId};
use serde::Deserialize;
use std::sync::Arc;
use tauri::State;
use ts_rs::TS;

const JSON: FileKind = FileKind {
    name: "Brief",
    extensions: &["json"],
};

/// What a brief can start from.
#[tauri::command]
pub async fn brief_presets(shell: State<'_, Arc<Shell>>) -> Result<BriefPresets, CommandError> {
    Ok(shell.library().await?.brief_presets())
}

/// A brief on the screen where it is written.
#[tauri::command]
pub async fn brief_writing(args: BriefArgs, shell: State<'_, Arc<Shell>>) -> Result<BriefWriting, CommandError> {
    Ok(shell.library().await?.brief_writing(&args.brief_id).await?)
}

/// Begins a brief.
#[tauri::command]
pub async fn new_brief(args: NewBriefArgs, shell: State<'_, Arc<Shell>>) -> Result<BriefId, CommandError> {
    Ok(shell.library().await?.new_brief(args.pilot_id.as_ref()).await?)
}

/// Begins a brief with what another one says.
#[tauri::command]
pub async fn duplicate_brief(args: BriefArgs, shell: State<'_, Arc<Shell>>) -> Result<BriefId, CommandError> {
    Ok(shell.library().await?.duplicate_brief(&args.brief_id).await?)
}

/// Keeps what is typed.
#[tauri::command]
pub async fn keep_brief_draft(
    args: KeepBriefDraftArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<BriefCheck, CommandError> {
    let library = shell.library().await?;
    Ok(library.keep_brief_draft(&args.brief_id, &args.form).await?)
}

/// Makes what is written the next revision.
#[tauri::command]
pub async fn make_brief_revision(args: BriefArgs, shell: State<'_, Arc<Shell>>) -> Result<BriefWriting, CommandError> {
    Ok(shell.library().await?.make_brief_revision(&args.brief_id).await?)
}

/// Forgets what was typed since the current revision.
#[tauri::command]
pub async fn discard_brief_draft(args: BriefArgs, shell: State<'_, Arc<Shell>>) -> Result<BriefWriting, CommandError> {
    Ok(shell.library().await?.discard_brief_draft(&args.brief_id).await?)
}

/// What differs between two revisions.
#[tauri::command]
pub async fn brief_difference(
    args: BriefDifferenceArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<BriefDifference, CommandError> {
    let library = shell.library().await?;
    Ok(library.brief_difference(&args.brief_id, args.a, args.b).await?)
}

/// What a brief said in a revision.
#[tauri::command]
pub async fn brief_at_revision(
    args: BriefAtRevisionArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<BriefForm, CommandError> {
    let library = shell.library().await?;
    Ok(library.brief_at_revision(&args.brief_id, args.number).await?)
}

/// Brings in the briefs of a JSON file that the person chooses.
#[tauri::command]
pub async fn import_briefs(shell: State<'_, Arc<Shell>>) -> Result<Option<Vec<BriefId>>, CommandError> {
    let library = shell.library().await?;
    let Some(file) = shell.dialogs.file("Choose a brief", JSON).await else {
        return Ok(None);
    };
    Ok(Some(library.add_brief_file(&file).await?))
}

/// Writes a brief to a JSON file that the person chooses.
#[tauri::command]
pub async fn export_brief(args: BriefArgs, shell: State<'_, Arc<Shell>>) -> Result<Option<String>, CommandError> {
    let library = shell.library().await?;
    // A brief's id may hold what no file name can.
    let plain = args.brief_id.as_str().replace(['/', '\\', ':'], "_");
    let name = format!("{plain}.json");
    let Some(file) = shell.dialogs.save("Save the brief", &name, JSON).await else {
        return Ok(None);
    };
    library.write_brief(&args.brief_id, None, &file).await?;
    Ok(Some(file.into_string()))
}

/// Names a brief.
#[derive(Debug, Deserialize, TS)]
pub struct BriefArgs {
    /// Which.
    pub brief_id: BriefId,
}

/// Begins a brief.
#[derive(Debug, Deserialize, TS)]
pub struct NewBriefArgs {
    /// The pilot it counts in; null for none.
    pub pilot_id: Option<PilotId>,
}

/// Keeps what is typed.
#[derive(Debug, Deserialize, TS)]
pub struct KeepBriefDraftArgs {
    /// Of which brief.
    pub brief_id: BriefId,
    /// All of it, right or wrong.
    pub form: BriefForm,
}

/// Asks what differs between two revisions; null is the brief as it is written now.
#[derive(Debug, Deserialize, TS)]
pub struct BriefDifferenceArgs {
    /// Of which brief.
    pub brief_id: BriefId,
    /// The one.
    pub a: Option<u32>,
    /// The other.
    pub b: Option<u32>,
}

/// Asks what a brief said in a revision.
#[derive(Debug, Deserialize, TS)]
pub struct BriefAtRevisionArgs {
    /// Which brief.
    pub brief_id: BriefId,
    /// Which revision.
    pub number: u32,
}
