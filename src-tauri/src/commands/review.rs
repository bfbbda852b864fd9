//! The review room.

use crate::ipc::error::CommandError;
use crate::shell::Shell;
use circletake_app::view::pilot::Scope;
use circletake_app::view::review::{DecisionRequest, DecisionResult, ReviewQueue};
use circletake_domain::frame::Microseconds;
use circletake_domain::id::{GenerationId, PersonId};
use serde::Deserialize;
use std::sync::Arc;
use tauri::State;
use ts_rs::TS;

/// What waits for review.
#[tauri::command]
pub async fn review_queue(args: ReviewQueueArgs, shell: State<'_, Arc<Shell>>) -> Result<ReviewQueue, CommandError> {
    Ok(shell.library().await?.review_queue(&args.scope).await?)
}

/// Records a decision.
#[tauri::command]
pub async fn decide(args: DecideArgs, shell: State<'_, Arc<Shell>>) -> Result<DecisionResult, CommandError> {
    Ok(shell.library().await?.decide(&args.request).await?)
}

/// Takes back a person's last decision.
#[tauri::command]
pub async fn undo(args: UndoArgs, shell: State<'_, Arc<Shell>>) -> Result<DecisionResult, CommandError> {
    Ok(shell.library().await?.undo(&args.person_id).await?)
}

/// Adds time that a person spent looking at a clip.
#[tauri::command]
pub async fn add_review_time(args: AddReviewTimeArgs, shell: State<'_, Arc<Shell>>) -> Result<(), CommandError> {
    let library = shell.library().await?;
    Ok(library
        .add_review_time(&args.generation_id, &args.person_id, args.microseconds)
        .await?)
}

/// Asks for what waits for review.
#[derive(Debug, Deserialize, TS)]
pub struct ReviewQueueArgs {
    /// Where.
    pub scope: Scope,
}

/// Records a decision.
#[derive(Debug, Deserialize, TS)]
pub struct DecideArgs {
    /// Who decides what about which generation.
    pub request: DecisionRequest,
}

/// Takes back a person's last decision.
#[derive(Debug, Deserialize, TS)]
pub struct UndoArgs {
    /// Whose.
    pub person_id: PersonId,
}

/// Adds time that a person spent looking at a clip.
#[derive(Debug, Deserialize, TS)]
pub struct AddReviewTimeArgs {
    /// At which.
    pub generation_id: GenerationId,
    /// Who.
    pub person_id: PersonId,
    /// How long.
    pub microseconds: Microseconds,
}
