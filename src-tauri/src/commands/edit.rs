//! The edit step.

use super::ingest::VIDEO;
use crate::ipc::error::CommandError;
use crate::ipc::progress::telling;
use crate::shell::Shell;
use circletake_app::AppError;
use circletake_app::view::edit::{AddedVersion, ClipVersionView, EditItem};
use circletake_app::view::import::{ClipSelection, Progress};
use circletake_app::view::pilot::Scope;
use circletake_domain::id::{GenerationId, PersonId};
use serde::Deserialize;
use std::path::PathBuf;
use std::sync::Arc;
use tauri::State;
use tauri::ipc::Channel;
use ts_rs::TS;

/// What waits for an editor.
#[tauri::command]
pub async fn edit_queue(args: EditQueueArgs, shell: State<'_, Arc<Shell>>) -> Result<Vec<EditItem>, CommandError> {
    Ok(shell.library().await?.edit_queue(&args.scope).await?)
}

/// Every version of a generation's clip, latest first.
#[tauri::command]
pub async fn clip_versions(
    args: ClipVersionsArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<Vec<ClipVersionView>, CommandError> {
    Ok(shell.library().await?.clip_versions(&args.generation_id).await?)
}

/// Lets the person choose the file of an edited version.
#[tauri::command]
pub async fn choose_version(shell: State<'_, Arc<Shell>>) -> Result<Option<ClipSelection>, CommandError> {
    let chosen = shell.dialogs.file("Choose the edited clip", VIDEO).await;
    Ok(chosen.and_then(|file| shell.selections.keep_files(vec![file.into()])))
}

/// Takes a chosen or dropped file in as the next version of a clip.
#[tauri::command]
pub async fn add_version(
    args: AddVersionArgs,
    progress: Channel<Progress>,
    shell: State<'_, Arc<Shell>>,
) -> Result<AddedVersion, CommandError> {
    let library = shell.library().await?;
    let paths = shell
        .selections
        .paths(&args.selection_key)
        .ok_or(CommandError::UnknownSelection)?;
    let file = one_file(paths)?;
    let job = shell.jobs.begin(&args.job_key);
    let added = library
        .add_version(
            &args.generation_id,
            &file,
            &args.person_id,
            args.minutes.as_deref(),
            &telling(progress),
            job.token(),
        )
        .await?;
    shell.selections.forget(&args.selection_key);
    Ok(added)
}

/// A version is one file.
fn one_file(mut paths: Vec<PathBuf>) -> Result<PathBuf, AppError> {
    match (paths.pop(), paths.len()) {
        (Some(only), 0) if !only.is_dir() => Ok(only),
        (_, more) => Err(AppError::Invalid {
            field: "file",
            problem: if more == 0 {
                "a version is one file, not a folder".to_owned()
            } else {
                format!("a version is one file, and {} were given", more + 1)
            },
        }),
    }
}

/// Asks for what waits for an editor.
#[derive(Debug, Deserialize, TS)]
pub struct EditQueueArgs {
    /// Where.
    pub scope: Scope,
}

/// Asks for every version of a clip.
#[derive(Debug, Deserialize, TS)]
pub struct ClipVersionsArgs {
    /// Of which generation.
    pub generation_id: GenerationId,
}

/// Takes a file in as the next version of a clip.
#[derive(Debug, Deserialize, TS)]
pub struct AddVersionArgs {
    /// Of which generation.
    pub generation_id: GenerationId,
    /// Who edited it.
    pub person_id: PersonId,
    /// Which file.
    pub selection_key: String,
    /// Editing minutes to add, as a decimal, where they were entered by hand.
    pub minutes: Option<String>,
    /// Names the job for `cancel`; made by the page.
    pub job_key: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_one_file_and_no_folder() {
        assert_eq!(one_file(vec!["a.mp4".into()]).unwrap(), PathBuf::from("a.mp4"));
        let refused = one_file(vec!["a.mp4".into(), "b.mp4".into()]).unwrap_err();
        assert!(refused.problem().message.contains("2 were given"), "{refused}");
        assert!(one_file(vec![std::env::temp_dir()]).is_err() && one_file(Vec::new()).is_err());
    }
}
