//! Runs before they are paid for: worked out, kept, frozen, held against what came of them.

use crate::ipc::error::CommandError;
use crate::shell::Shell;
use circletake_app::view::estimate::{
    ClipProjection, PlanDraft, PlanEstimate, PlanView, ProjectionView, SavePlanRequest, SourceView,
};
use circletake_domain::id::{PilotId, RecordUid};
use serde::Deserialize;
use std::sync::Arc;
use tauri::State;
use ts_rs::TS;

/// What a run will cost, and how surely.
#[tauri::command]
pub async fn plan_estimate(args: PlanEstimateArgs, shell: State<'_, Arc<Shell>>) -> Result<PlanEstimate, CommandError> {
    Ok(shell.library().await?.plan_estimate(&args.draft).await?)
}

/// Whose attempts a usable rate can be read from.
#[tauri::command]
pub async fn attempt_sources(shell: State<'_, Arc<Shell>>) -> Result<Vec<SourceView>, CommandError> {
    Ok(shell.library().await?.attempt_sources().await?)
}

/// The plans of a pilot.
#[tauri::command]
pub async fn plans(args: PlansArgs, shell: State<'_, Arc<Shell>>) -> Result<Vec<PlanView>, CommandError> {
    Ok(shell.library().await?.plans(&args.pilot_id).await?)
}

/// Keeps a plan.
#[tauri::command]
pub async fn save_plan(args: SavePlanArgs, shell: State<'_, Arc<Shell>>) -> Result<PlanView, CommandError> {
    Ok(shell.library().await?.save_plan(&args.request).await?)
}

/// Freezes a plan.
#[tauri::command]
pub async fn freeze_plan(args: FreezePlanArgs, shell: State<'_, Arc<Shell>>) -> Result<PlanView, CommandError> {
    let library = shell.library().await?;
    Ok(library.freeze_plan(&args.pilot_id, &args.plan_uid).await?)
}

/// What a run was projected to cost against what it did.
#[tauri::command]
pub async fn projection(args: ProjectionArgs, shell: State<'_, Arc<Shell>>) -> Result<ProjectionView, CommandError> {
    Ok(shell.library().await?.projection(&args.pilot_id).await?)
}

/// Its attempts, one by one.
#[tauri::command]
pub async fn projection_clips(
    args: ProjectionClipsArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<Vec<ClipProjection>, CommandError> {
    let library = shell.library().await?;
    Ok(library
        .projection_clips(&args.pilot_id, args.offset, args.limit)
        .await?)
}

/// Asks what a run will cost.
#[derive(Debug, Deserialize, TS)]
pub struct PlanEstimateArgs {
    /// What is planned.
    pub draft: PlanDraft,
}

/// Asks for plans.
#[derive(Debug, Deserialize, TS)]
pub struct PlansArgs {
    /// Of which pilot.
    pub pilot_id: PilotId,
}

/// Keeps a plan.
#[derive(Debug, Deserialize, TS)]
pub struct SavePlanArgs {
    /// Which, and with which pilot.
    pub request: SavePlanRequest,
}

/// Freezes a plan.
#[derive(Debug, Deserialize, TS)]
pub struct FreezePlanArgs {
    /// Of which pilot.
    pub pilot_id: PilotId,
    /// Which plan.
    pub plan_uid: RecordUid,
}

/// Asks how a run went against its plan.
#[derive(Debug, Deserialize, TS)]
pub struct ProjectionArgs {
    /// Of which pilot.
    pub pilot_id: PilotId,
}

/// Asks for its attempts.
#[derive(Debug, Deserialize, TS)]
pub struct ProjectionClipsArgs {
    /// Of which pilot.
    pub pilot_id: PilotId,
    /// How many are left out at the beginning.
    pub offset: u32,
    /// How many are told.
    pub limit: u32,
}
