//! The review room.

use crate::ipc::error::CommandError;
use crate::shell::Shell;
use circletake_app::view::review::{
    DecisionRequest, DecisionResult, QueueRequest, ReviewQueue, ReviewSettings, SeenView, TimeView, WorkKind,
};
use circletake_domain::frame::Microseconds;
use circletake_domain::frame_range::FrameSet;
use circletake_domain::id::{GenerationId, PersonId, RecordUid};
use serde::Deserialize;
use std::sync::Arc;
use tauri::State;
use ts_rs::TS;

/// A page of a list of the review room.
#[tauri::command]
pub async fn review_queue(args: ReviewQueueArgs, shell: State<'_, Arc<Shell>>) -> Result<ReviewQueue, CommandError> {
    Ok(shell.library().await?.review_queue(&args.request).await?)
}

/// Holds a take back for later.
#[tauri::command]
pub async fn hold(args: HoldArgs, shell: State<'_, Arc<Shell>>) -> Result<(), CommandError> {
    Ok(shell
        .library()
        .await?
        .hold(&args.generation_id, &args.person_id)
        .await?)
}

/// Lets a take go that was held.
#[tauri::command]
pub async fn let_go(args: LetGoArgs, shell: State<'_, Arc<Shell>>) -> Result<(), CommandError> {
    Ok(shell.library().await?.let_go(&args.generation_id).await?)
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

/// Takes back a person's last decision on one generation.
#[tauri::command]
pub async fn undo_on(args: UndoOnArgs, shell: State<'_, Arc<Shell>>) -> Result<DecisionResult, CommandError> {
    Ok(shell
        .library()
        .await?
        .undo_on(&args.generation_id, &args.person_id)
        .await?)
}

/// Adds time that a clock measured while a person worked on a clip.
#[tauri::command]
pub async fn add_time(args: AddTimeArgs, shell: State<'_, Arc<Shell>>) -> Result<(), CommandError> {
    let library = shell.library().await?;
    Ok(library
        .add_measured_time(
            &args.generation_id,
            &args.person_id,
            args.work,
            args.microseconds,
            Some(args.sitting),
        )
        .await?)
}

/// Puts right what a person spent on a clip.
#[tauri::command]
pub async fn correct_time(args: CorrectTimeArgs, shell: State<'_, Arc<Shell>>) -> Result<Vec<TimeView>, CommandError> {
    let library = shell.library().await?;
    Ok(library
        .correct_time(&args.generation_id, &args.person_id, args.work, &args.minutes)
        .await?)
}

/// What a person has seen of a clip version.
#[tauri::command]
pub async fn seen_frames(args: SeenFramesArgs, shell: State<'_, Arc<Shell>>) -> Result<SeenView, CommandError> {
    let library = shell.library().await?;
    Ok(library.seen_frames(&args.clip_key, &args.person_id).await?)
}

/// Adds to what a person has seen of a clip version.
#[tauri::command]
pub async fn add_seen_frames(args: AddSeenFramesArgs, shell: State<'_, Arc<Shell>>) -> Result<SeenView, CommandError> {
    let library = shell.library().await?;
    Ok(library
        .add_seen_frames(&args.clip_key, &args.person_id, &args.frames)
        .await?)
}

/// How the review room behaves.
#[tauri::command]
pub async fn review_settings(shell: State<'_, Arc<Shell>>) -> Result<ReviewSettings, CommandError> {
    Ok(shell.library().await?.review_settings().await?)
}

/// Changes how the review room behaves.
#[tauri::command]
pub async fn set_review_settings(
    args: SetReviewSettingsArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<(), CommandError> {
    Ok(shell.library().await?.set_review_settings(&args.settings).await?)
}

/// Asks for a page of a list.
#[derive(Debug, Deserialize, TS)]
pub struct ReviewQueueArgs {
    /// Which.
    pub request: QueueRequest,
}

/// Holds a take back for later.
#[derive(Debug, Deserialize, TS)]
pub struct HoldArgs {
    /// Which.
    pub generation_id: GenerationId,
    /// In whose name.
    pub person_id: PersonId,
}

/// Lets a take go that was held.
#[derive(Debug, Deserialize, TS)]
pub struct LetGoArgs {
    /// Which.
    pub generation_id: GenerationId,
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

/// Takes back a person's last decision on one generation.
#[derive(Debug, Deserialize, TS)]
pub struct UndoOnArgs {
    /// On which.
    pub generation_id: GenerationId,
    /// Whose.
    pub person_id: PersonId,
}

/// Adds time that a clock measured while a person worked on a clip.
#[derive(Debug, Deserialize, TS)]
pub struct AddTimeArgs {
    /// On which.
    pub generation_id: GenerationId,
    /// Who.
    pub person_id: PersonId,
    /// Doing what.
    pub work: WorkKind,
    /// How long.
    pub microseconds: Microseconds,
    /// In which sitting; made by the page when a person sits down.
    pub sitting: RecordUid,
}

/// Puts right what a person spent on a clip.
#[derive(Debug, Deserialize, TS)]
pub struct CorrectTimeArgs {
    /// On which.
    pub generation_id: GenerationId,
    /// Who.
    pub person_id: PersonId,
    /// Doing what.
    pub work: WorkKind,
    /// What it was in all, in minutes, as a decimal.
    pub minutes: String,
}

/// Asks what a person has seen of a clip version.
#[derive(Debug, Deserialize, TS)]
pub struct SeenFramesArgs {
    /// Which, by its key on the media server.
    pub clip_key: String,
    /// Who.
    pub person_id: PersonId,
}

/// Adds to what a person has seen of a clip version.
#[derive(Debug, Deserialize, TS)]
pub struct AddSeenFramesArgs {
    /// Which, by its key on the media server.
    pub clip_key: String,
    /// Who.
    pub person_id: PersonId,
    /// What was on the screen.
    pub frames: FrameSet,
}

/// Changes how the review room behaves.
#[derive(Debug, Deserialize, TS)]
pub struct SetReviewSettingsArgs {
    /// How it is to behave.
    pub settings: ReviewSettings,
}
