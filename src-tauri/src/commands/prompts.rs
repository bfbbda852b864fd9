//! The Prompts screen.

use crate::ipc::error::CommandError;
use crate::shell::Shell;
use circletake_app::view::prompt::{
    NamedPromptView, PlaceholderView, PromptChoice, PromptComparison, PromptView, TemplateReading, TemplateView,
};
use circletake_domain::id::{BriefId, PersonId, TemplateId};
use serde::Deserialize;
use std::sync::Arc;
use tauri::State;
use ts_rs::TS;

/// Every template with the numbers of its versions.
#[tauri::command]
pub async fn templates(shell: State<'_, Arc<Shell>>) -> Result<Vec<TemplateView>, CommandError> {
    Ok(shell.library().await?.templates().await?)
}

/// Prompts that logs name and that are of no template.
#[tauri::command]
pub async fn named_prompts(shell: State<'_, Arc<Shell>>) -> Result<Vec<NamedPromptView>, CommandError> {
    Ok(shell.library().await?.named_prompts().await?)
}

/// Everything a template may ask for.
#[tauri::command]
pub async fn prompt_placeholders(shell: State<'_, Arc<Shell>>) -> Result<Vec<PlaceholderView>, CommandError> {
    Ok(shell.library().await?.prompt_placeholders())
}

/// How a template's text reads for a brief.
#[tauri::command]
pub async fn read_template(
    args: ReadTemplateArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<TemplateReading, CommandError> {
    let library = shell.library().await?;
    Ok(library.read_template(&args.body, args.brief_id.as_ref()).await?)
}

/// Begins a template.
#[tauri::command]
pub async fn create_template(
    args: CreateTemplateArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<TemplateView, CommandError> {
    Ok(shell.library().await?.create_template(&args.name, &args.body).await?)
}

/// Calls a template something else.
#[tauri::command]
pub async fn rename_template(
    args: RenameTemplateArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<TemplateView, CommandError> {
    let library = shell.library().await?;
    Ok(library.rename_template(&args.template_id, &args.name).await?)
}

/// Begins the next version.
#[tauri::command]
pub async fn new_template_version(
    args: VersionArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<TemplateView, CommandError> {
    let library = shell.library().await?;
    Ok(library.new_template_version(&args.template_id, args.number).await?)
}

/// Keeps what is typed of a version.
#[tauri::command]
pub async fn write_template(args: WriteTemplateArgs, shell: State<'_, Arc<Shell>>) -> Result<(), CommandError> {
    let library = shell.library().await?;
    Ok(library
        .write_template(&args.template_id, args.number, &args.body)
        .await?)
}

/// Takes away a version that nothing was made with.
#[tauri::command]
pub async fn discard_template_version(
    args: VersionArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<TemplateView, CommandError> {
    let library = shell.library().await?;
    Ok(library.discard_template_version(&args.template_id, args.number).await?)
}

/// Files a version.
#[tauri::command]
pub async fn mark_template_version(
    args: MarkVersionArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<TemplateView, CommandError> {
    let library = shell.library().await?;
    let group = args.variant_group.as_deref();
    Ok(library
        .mark_template_version(&args.template_id, args.number, &args.tags, group)
        .await?)
}

/// A person approves a version, or nobody does any more.
#[tauri::command]
pub async fn approve_template_version(
    args: ApproveVersionArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<TemplateView, CommandError> {
    let library = shell.library().await?;
    let by = args.person_id.as_ref();
    Ok(library
        .approve_template_version(&args.template_id, args.number, by)
        .await?)
}

/// Renders a version for a brief and keeps the prompt under a name that attempts can carry.
#[tauri::command]
pub async fn use_prompt(args: UsePromptArgs, shell: State<'_, Arc<Shell>>) -> Result<PromptView, CommandError> {
    let library = shell.library().await?;
    Ok(library
        .use_prompt(&args.template_id, args.number, &args.brief_id)
        .await?)
}

/// Two prompts by their numbers and their words.
#[tauri::command]
pub async fn compare_prompts(
    args: ComparePromptsArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<PromptComparison, CommandError> {
    Ok(shell.library().await?.compare_prompts(&args.a, &args.b).await?)
}

/// What stands in every prompt.
#[tauri::command]
pub async fn standing_exclusions(shell: State<'_, Arc<Shell>>) -> Result<Vec<String>, CommandError> {
    Ok(shell.library().await?.standing_exclusions().await?)
}

/// Says what stands in every prompt.
#[tauri::command]
pub async fn set_standing_exclusions(
    args: SetStandingExclusionsArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<Vec<String>, CommandError> {
    Ok(shell.library().await?.set_standing_exclusions(&args.lines).await?)
}

/// Asks how a template's text reads.
#[derive(Debug, Deserialize, TS)]
pub struct ReadTemplateArgs {
    /// The text.
    pub body: String,
    /// For which brief; null for none.
    pub brief_id: Option<BriefId>,
}

/// Begins a template.
#[derive(Debug, Deserialize, TS)]
pub struct CreateTemplateArgs {
    /// As people call it.
    pub name: String,
    /// Its first words.
    pub body: String,
}

/// Calls a template something else.
#[derive(Debug, Deserialize, TS)]
pub struct RenameTemplateArgs {
    /// Which.
    pub template_id: TemplateId,
    /// As people call it from now on.
    pub name: String,
}

/// Names a version.
#[derive(Debug, Deserialize, TS)]
pub struct VersionArgs {
    /// Of which template.
    pub template_id: TemplateId,
    /// Which.
    pub number: u32,
}

/// Keeps what is typed of a version.
#[derive(Debug, Deserialize, TS)]
pub struct WriteTemplateArgs {
    /// Of which template.
    pub template_id: TemplateId,
    /// Which version.
    pub number: u32,
    /// All of it.
    pub body: String,
}

/// Files a version.
#[derive(Debug, Deserialize, TS)]
pub struct MarkVersionArgs {
    /// Of which template.
    pub template_id: TemplateId,
    /// Which version.
    pub number: u32,
    /// What it is filed under.
    pub tags: Vec<String>,
    /// The idea it is a variant of; null for none.
    pub variant_group: Option<String>,
}

/// Approves a version.
#[derive(Debug, Deserialize, TS)]
pub struct ApproveVersionArgs {
    /// Of which template.
    pub template_id: TemplateId,
    /// Which version.
    pub number: u32,
    /// Who approves it; null takes the approval back.
    pub person_id: Option<PersonId>,
}

/// Uses a version for a brief.
#[derive(Debug, Deserialize, TS)]
pub struct UsePromptArgs {
    /// Of which template.
    pub template_id: TemplateId,
    /// Which version.
    pub number: u32,
    /// For which brief.
    pub brief_id: BriefId,
}

/// Asks for two prompts side by side.
#[derive(Debug, Deserialize, TS)]
pub struct ComparePromptsArgs {
    /// The first.
    pub a: PromptChoice,
    /// The second.
    pub b: PromptChoice,
}

/// Says what stands in every prompt.
#[derive(Debug, Deserialize, TS)]
pub struct SetStandingExclusionsArgs {
    /// A line each.
    pub lines: Vec<String>,
}
