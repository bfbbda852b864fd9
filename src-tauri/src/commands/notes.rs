//! Notes on frames.

use crate::ipc::error::CommandError;
use crate::ipc::progress::telling;
use crate::shell::Shell;
use circletake_app::view::import::Progress;
use circletake_app::view::notes::{NoteDraft, NoteExport, NoteRequest, NoteText, NoteView};
use circletake_app::view::pilot::Scope;
use circletake_domain::id::{GenerationId, PersonId, RecordUid};
use serde::Deserialize;
use std::sync::Arc;
use tauri::State;
use tauri::ipc::Channel;
use ts_rs::TS;

/// The notes on every version of a clip.
#[tauri::command]
pub async fn notes(args: NotesArgs, shell: State<'_, Arc<Shell>>) -> Result<Vec<NoteView>, CommandError> {
    Ok(shell.library().await?.notes_on(&args.generation_id).await?)
}

/// Finds notes by their words.
#[tauri::command]
pub async fn find_notes(args: FindNotesArgs, shell: State<'_, Arc<Shell>>) -> Result<Vec<NoteView>, CommandError> {
    Ok(shell.library().await?.find_notes(&args.scope, &args.words).await?)
}

/// Writes a note.
#[tauri::command]
pub async fn add_note(args: AddNoteArgs, shell: State<'_, Arc<Shell>>) -> Result<NoteView, CommandError> {
    Ok(shell.library().await?.add_note(&args.request).await?)
}

/// Changes a person's own note.
#[tauri::command]
pub async fn edit_note(args: EditNoteArgs, shell: State<'_, Arc<Shell>>) -> Result<NoteView, CommandError> {
    let library = shell.library().await?;
    Ok(library.edit_note(args.key, &args.person_id, &args.text).await?)
}

/// Takes a person's own note away.
#[tauri::command]
pub async fn delete_note(args: DeleteNoteArgs, shell: State<'_, Arc<Shell>>) -> Result<(), CommandError> {
    Ok(shell.library().await?.delete_note(args.key, &args.person_id).await?)
}

/// Puts the notes of the version before onto the current one.
#[tauri::command]
pub async fn carry_notes_over(
    args: CarryNotesOverArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<Vec<NoteView>, CommandError> {
    let library = shell.library().await?;
    Ok(library.carry_notes_over(&args.generation_id, &args.person_id).await?)
}

/// What a person has begun to write and not sent.
#[tauri::command]
pub async fn note_drafts(args: NoteDraftsArgs, shell: State<'_, Arc<Shell>>) -> Result<Vec<NoteDraft>, CommandError> {
    Ok(shell.library().await?.note_drafts(&args.person_id).await?)
}

/// Keeps what a person has begun to write and not sent.
#[tauri::command]
pub async fn keep_note_drafts(args: KeepNoteDraftsArgs, shell: State<'_, Arc<Shell>>) -> Result<(), CommandError> {
    let library = shell.library().await?;
    Ok(library.keep_note_drafts(&args.person_id, &args.drafts).await?)
}

/// Writes notes, markers and stills into a folder that the person chooses.
#[tauri::command]
pub async fn export_notes(
    args: ExportNotesArgs,
    progress: Channel<Progress>,
    shell: State<'_, Arc<Shell>>,
) -> Result<Option<NoteExport>, CommandError> {
    let library = shell.library().await?;
    let Some(folder) = shell.dialogs.folder("Choose an empty folder for the notes").await else {
        return Ok(None);
    };
    let job = shell.jobs.begin(&args.job_key);
    let export = library
        .export_notes(&args.scope, &folder, &telling(progress), job.token())
        .await?;
    Ok(Some(export))
}

/// Asks for the notes on every version of a clip.
#[derive(Debug, Deserialize, TS)]
pub struct NotesArgs {
    /// Of which generation.
    pub generation_id: GenerationId,
}

/// Finds notes by their words.
#[derive(Debug, Deserialize, TS)]
pub struct FindNotesArgs {
    /// Where.
    pub scope: Scope,
    /// All of these must occur, each at least as the beginning of a word; none finds every note.
    pub words: String,
}

/// Writes a note.
#[derive(Debug, Deserialize, TS)]
pub struct AddNoteArgs {
    /// What, where and by whom.
    pub request: NoteRequest,
}

/// Changes a person's own note.
#[derive(Debug, Deserialize, TS)]
pub struct EditNoteArgs {
    /// Which.
    pub key: RecordUid,
    /// Whose it must be.
    pub person_id: PersonId,
    /// What it says from now on.
    pub text: NoteText,
}

/// Takes a person's own note away.
#[derive(Debug, Deserialize, TS)]
pub struct DeleteNoteArgs {
    /// Which.
    pub key: RecordUid,
    /// Whose it must be.
    pub person_id: PersonId,
}

/// Puts the notes of the version before onto the current one.
#[derive(Debug, Deserialize, TS)]
pub struct CarryNotesOverArgs {
    /// Of which generation.
    pub generation_id: GenerationId,
    /// By whom.
    pub person_id: PersonId,
}

/// Asks what a person has begun to write and not sent.
#[derive(Debug, Deserialize, TS)]
pub struct NoteDraftsArgs {
    /// Who.
    pub person_id: PersonId,
}

/// Keeps what a person has begun to write and not sent.
#[derive(Debug, Deserialize, TS)]
pub struct KeepNoteDraftsArgs {
    /// Who.
    pub person_id: PersonId,
    /// All of it; what is not among these is let go.
    pub drafts: Vec<NoteDraft>,
}

/// Writes notes, markers and stills into a folder that the app asks for.
#[derive(Debug, Deserialize, TS)]
pub struct ExportNotesArgs {
    /// Of what.
    pub scope: Scope,
    /// Names the job for `cancel`; made by the page.
    pub job_key: String,
}
