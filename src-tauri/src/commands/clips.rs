//! The Clips screen.

use crate::file_browser::show;
use crate::ipc::error::CommandError;
use crate::shell::Shell;
use circletake_app::view::clips::{ClipDetail, ClipFacets, ClipFilter, ClipPage, ClipSort};
use circletake_domain::id::GenerationId;
use serde::Deserialize;
use std::sync::Arc;
use tauri::{AppHandle, State, Wry};
use ts_rs::TS;

/// A window onto the filtered, sorted list.
#[tauri::command]
pub async fn clip_page(args: ClipPageArgs, shell: State<'_, Arc<Shell>>) -> Result<ClipPage, CommandError> {
    Ok(shell
        .library()
        .await?
        .clip_page(&args.filter, args.sort, args.offset, args.limit)
        .await?)
}

/// How many generations carry each value.
#[tauri::command]
pub async fn clip_facets(args: ClipFacetsArgs, shell: State<'_, Arc<Shell>>) -> Result<ClipFacets, CommandError> {
    Ok(shell.library().await?.clip_facets(&args.filter).await?)
}

/// One generation whole.
#[tauri::command]
pub async fn clip_detail(args: ClipDetailArgs, shell: State<'_, Arc<Shell>>) -> Result<ClipDetail, CommandError> {
    Ok(shell.library().await?.clip_detail(&args.generation_id).await?)
}

/// How many clips still wait for their preview or strip.
#[tauri::command]
pub async fn clips_in_preparation(shell: State<'_, Arc<Shell>>) -> Result<u32, CommandError> {
    Ok(shell.library().await?.clips_in_preparation().await?)
}

/// Tries again to make what a clip lacks.
#[tauri::command]
pub async fn retry_preview(args: RetryPreviewArgs, shell: State<'_, Arc<Shell>>) -> Result<(), CommandError> {
    Ok(shell.library().await?.retry_preview(&args.clip_key).await?)
}

/// Shows a clip's file in the system's file browser.
#[tauri::command]
pub async fn show_file(
    args: ShowFileArgs,
    app: AppHandle<Wry>,
    shell: State<'_, Arc<Shell>>,
) -> Result<(), CommandError> {
    let file = shell.library().await?.clip_file(&args.generation_id).await?;
    show(&app, file.as_ref())
}

/// Asks for a window onto the filtered, sorted list.
#[derive(Debug, Deserialize, TS)]
pub struct ClipPageArgs {
    /// Which generations.
    pub filter: ClipFilter,
    /// In which order.
    pub sort: ClipSort,
    /// Where the window starts.
    pub offset: u32,
    /// How many rows at most.
    pub limit: u32,
}

/// Asks how many generations carry each value.
#[derive(Debug, Deserialize, TS)]
pub struct ClipFacetsArgs {
    /// Within which generations.
    pub filter: ClipFilter,
}

/// Asks for one generation whole.
#[derive(Debug, Deserialize, TS)]
pub struct ClipDetailArgs {
    /// Which.
    pub generation_id: GenerationId,
}

/// Shows a clip's file in the system's file browser.
#[derive(Debug, Deserialize, TS)]
pub struct ShowFileArgs {
    /// Of which generation.
    pub generation_id: GenerationId,
}

/// Asks for another try.
#[derive(Debug, Deserialize, TS)]
pub struct RetryPreviewArgs {
    /// The clip's key on the media server.
    pub clip_key: String,
}
