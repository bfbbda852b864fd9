//! Pilots, briefs and their numbers.

use crate::ipc::error::CommandError;
use crate::shell::Shell;
use circletake_app::view::pilot::{BriefView, PilotView, ReportView, Scope};
use circletake_domain::id::{BriefId, PilotId};
use circletake_domain::money::Amount;
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
    let library = shell.library().await?;
    let (target, benchmark) = (args.target_generations, args.benchmark);
    Ok(library
        .create_pilot(&args.name, &args.format, &args.channel, target, benchmark)
        .await?)
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
    /// As people call it.
    pub name: String,
    /// `social_broll` ...
    pub format: String,
    /// `instagram_reel` ...
    pub channel: String,
    /// How many generations are planned.
    pub target_generations: Option<u32>,
    /// What one clip costs the team today; null where nobody said.
    pub benchmark: Option<Amount>,
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
