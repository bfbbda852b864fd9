//! Pilots, briefs and their numbers.

use crate::ipc::error::CommandError;
use crate::shell::Shell;
use circletake_app::view::pilot::{BriefView, PilotView, ReportView, Scope};
use circletake_app::view::pilot_settings::{PilotSettings, PilotSettingsView};
use circletake_domain::decision::PilotDecision;
use circletake_domain::id::{BriefId, PersonId, PilotId};
use serde::Deserialize;
use std::sync::Arc;
use tauri::State;
use ts_rs::TS;

/// Every pilot with its numbers.
#[tauri::command]
pub async fn pilots(shell: State<'_, Arc<Shell>>) -> Result<Vec<PilotView>, CommandError> {
    Ok(shell.library().await?.pilots().await?)
}

/// One pilot with its numbers.
#[tauri::command]
pub async fn pilot(args: PilotArgs, shell: State<'_, Arc<Shell>>) -> Result<PilotView, CommandError> {
    Ok(shell.library().await?.pilot(&args.id).await?)
}

/// Starts a pilot.
#[tauri::command]
pub async fn create_pilot(args: CreatePilotArgs, shell: State<'_, Arc<Shell>>) -> Result<PilotView, CommandError> {
    Ok(shell.library().await?.create_pilot(&args.settings).await?)
}

/// A pilot's settings.
#[tauri::command]
pub async fn pilot_settings(args: PilotArgs, shell: State<'_, Arc<Shell>>) -> Result<PilotSettingsView, CommandError> {
    Ok(shell.library().await?.pilot_settings(&args.id).await?)
}

/// Says a pilot's settings anew.
#[tauri::command]
pub async fn set_pilot_settings(
    args: SetPilotSettingsArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<PilotView, CommandError> {
    let library = shell.library().await?;
    Ok(library
        .set_pilot_settings(&args.id, &args.settings, args.person_id.as_ref())
        .await?)
}

/// What may be said about a pilot.
#[tauri::command]
pub async fn pilot_decision(args: PilotArgs, shell: State<'_, Arc<Shell>>) -> Result<PilotDecision, CommandError> {
    Ok(shell.library().await?.decision(&args.id).await?)
}

/// Every brief.
#[tauri::command]
pub async fn briefs(shell: State<'_, Arc<Shell>>) -> Result<Vec<BriefView>, CommandError> {
    Ok(shell.library().await?.briefs().await?)
}

/// Makes a brief part of a pilot.
#[tauri::command]
pub async fn put_brief_in_pilot(
    args: PutBriefInPilotArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<BriefView, CommandError> {
    let library = shell.library().await?;
    Ok(library.put_brief_in_pilot(&args.brief_id, &args.pilot_id).await?)
}

/// The numbers.
#[tauri::command]
pub async fn report(args: ReportArgs, shell: State<'_, Arc<Shell>>) -> Result<ReportView, CommandError> {
    Ok(shell.library().await?.report(&args.scope, None).await?)
}

/// Asks for one pilot.
#[derive(Debug, Deserialize, TS)]
pub struct PilotArgs {
    /// Which.
    pub id: PilotId,
}

/// Starts a pilot.
#[derive(Debug, Deserialize, TS)]
pub struct CreatePilotArgs {
    /// What is said of it.
    pub settings: PilotSettings,
}

/// Says a pilot's settings anew.
#[derive(Debug, Deserialize, TS)]
pub struct SetPilotSettingsArgs {
    /// Of which pilot.
    pub id: PilotId,
    /// What is said of it from now on.
    pub settings: PilotSettings,
    /// Who says so; null where nobody said who they are.
    pub person_id: Option<PersonId>,
}

/// Makes a brief part of a pilot.
#[derive(Debug, Deserialize, TS)]
pub struct PutBriefInPilotArgs {
    /// Which brief.
    pub brief_id: BriefId,
    /// Which pilot it counts in.
    pub pilot_id: PilotId,
}

/// Asks for the numbers.
#[derive(Debug, Deserialize, TS)]
pub struct ReportArgs {
    /// Of what.
    pub scope: Scope,
}
