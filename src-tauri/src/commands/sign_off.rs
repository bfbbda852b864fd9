//! The sign-off desk and what is asked there.

use crate::dialogs::FileKind;
use crate::ipc::error::CommandError;
use crate::shell::Shell;
use circletake_app::view::library::PersonView;
use circletake_app::view::pilot::Scope;
use circletake_app::view::review::DecisionResult;
use circletake_app::view::sign_off::{
    AnswerRequest, ChecklistLineView, ChecklistView, DeskView, GateRuleView, PassphraseRequest, SheetFormat,
    SheetSubject, SignOffQueue, SignRequest,
};
use circletake_domain::gate::{Gate, GateCondition};
use circletake_domain::id::{GenerationId, PilotId};
use serde::Deserialize;
use std::sync::Arc;
use tauri::State;
use ts_rs::TS;

const HTML: FileKind = FileKind {
    name: "Web page",
    extensions: &["html"],
};
const CSV: FileKind = FileKind {
    name: "CSV",
    extensions: &["csv"],
};

/// What waits for a brand reviewer.
#[tauri::command]
pub async fn sign_off_queue(
    args: SignOffQueueArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<SignOffQueue, CommandError> {
    Ok(shell.library().await?.sign_off_queue(&args.scope).await?)
}

/// One generation at the desk.
#[tauri::command]
pub async fn desk(args: DeskArgs, shell: State<'_, Arc<Shell>>) -> Result<DeskView, CommandError> {
    Ok(shell.library().await?.desk(&args.generation_id).await?)
}

/// Records an answer at a gate.
#[tauri::command]
pub async fn answer_gate(args: AnswerGateArgs, shell: State<'_, Arc<Shell>>) -> Result<DeskView, CommandError> {
    Ok(shell.library().await?.answer_gate(&args.request).await?)
}

/// Signs.
#[tauri::command]
pub async fn sign(args: SignArgs, shell: State<'_, Arc<Shell>>) -> Result<DecisionResult, CommandError> {
    Ok(shell.library().await?.sign(&args.request).await?)
}

/// Writes a sign-off sheet to a file that the person chooses.
#[tauri::command]
pub async fn export_sign_off_sheet(
    args: SignOffSheetArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<Option<String>, CommandError> {
    let library = shell.library().await?;
    let (name, kind) = match args.format {
        SheetFormat::Html => ("sign-off-sheet.html", HTML),
        SheetFormat::Csv => ("sign-off-sheet.csv", CSV),
    };
    let Some(file) = shell.dialogs.save("Save the sign-off sheet", name, kind).await else {
        return Ok(None);
    };
    library.write_sign_off_sheet(&args.subject, args.format, &file).await?;
    Ok(Some(file.into_string()))
}

/// Sets, changes or takes away a passphrase.
#[tauri::command]
pub async fn set_passphrase(args: SetPassphraseArgs, shell: State<'_, Arc<Shell>>) -> Result<PersonView, CommandError> {
    Ok(shell.library().await?.set_passphrase(&args.request).await?)
}

/// What opens each gate.
#[tauri::command]
pub async fn gate_rules(shell: State<'_, Arc<Shell>>) -> Result<Vec<GateRuleView>, CommandError> {
    Ok(shell.library().await?.gate_rules().await?)
}

/// Says what opens a gate.
#[tauri::command]
pub async fn set_gate_rule(
    args: SetGateRuleArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<Vec<GateRuleView>, CommandError> {
    Ok(shell.library().await?.set_gate_rule(args.gate, args.condition).await?)
}

/// Every gate opens as shipped again.
#[tauri::command]
pub async fn reset_gate_rules(shell: State<'_, Arc<Shell>>) -> Result<Vec<GateRuleView>, CommandError> {
    Ok(shell.library().await?.reset_gate_rules().await?)
}

/// The checklist of every brand.
#[tauri::command]
pub async fn checklists(shell: State<'_, Arc<Shell>>) -> Result<Vec<ChecklistView>, CommandError> {
    Ok(shell.library().await?.checklists().await?)
}

/// Says a brand's checklist anew.
#[tauri::command]
pub async fn set_checklist(
    args: SetChecklistArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<Vec<ChecklistView>, CommandError> {
    Ok(shell.library().await?.set_checklist(&args.brand, &args.lines).await?)
}

/// Says whether who made a clip of a pilot may also sign it.
#[tauri::command]
pub async fn let_makers_sign(args: LetMakersSignArgs, shell: State<'_, Arc<Shell>>) -> Result<(), CommandError> {
    Ok(shell.library().await?.let_makers_sign(&args.pilot_id, args.may).await?)
}

/// Asks for what waits for a brand reviewer.
#[derive(Debug, Deserialize, TS)]
pub struct SignOffQueueArgs {
    /// Where.
    pub scope: Scope,
}

/// Asks for one generation at the desk.
#[derive(Debug, Deserialize, TS)]
pub struct DeskArgs {
    /// Which.
    pub generation_id: GenerationId,
}

/// Records an answer at a gate.
#[derive(Debug, Deserialize, TS)]
pub struct AnswerGateArgs {
    /// Who answers what.
    pub request: AnswerRequest,
}

/// Signs.
#[derive(Deserialize, TS)]
pub struct SignArgs {
    /// Who signs what.
    pub request: SignRequest,
}

/// Writes a sign-off sheet to a file that the app asks for.
#[derive(Debug, Deserialize, TS)]
pub struct SignOffSheetArgs {
    /// What stands on it.
    pub subject: SheetSubject,
    /// As what.
    pub format: SheetFormat,
}

/// Sets, changes or takes away a passphrase.
#[derive(Deserialize, TS)]
pub struct SetPassphraseArgs {
    /// Whose, and who does it.
    pub request: PassphraseRequest,
}

/// Says what opens a gate.
#[derive(Debug, Deserialize, TS)]
pub struct SetGateRuleArgs {
    /// Which.
    pub gate: Gate,
    /// Any one of these.
    pub condition: GateCondition,
}

/// Says a brand's checklist anew.
#[derive(Debug, Deserialize, TS)]
pub struct SetChecklistArgs {
    /// The brand; empty for every brand's.
    pub brand: String,
    /// Its lines, in order.
    pub lines: Vec<ChecklistLineView>,
}

/// Says whether makers may sign.
#[derive(Debug, Deserialize, TS)]
pub struct LetMakersSignArgs {
    /// In which pilot.
    pub pilot_id: PilotId,
    /// Whether they may.
    pub may: bool,
}
