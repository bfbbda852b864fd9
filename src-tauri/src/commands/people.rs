//! The people of the library.

use crate::ipc::error::CommandError;
use crate::shell::Shell;
use circletake_app::view::library::PersonView;
use circletake_domain::id::PersonId;
use circletake_domain::money::Amount;
use circletake_domain::person::Role;
use serde::Deserialize;
use std::sync::Arc;
use tauri::State;
use ts_rs::TS;

/// Everybody.
#[tauri::command]
pub async fn people(shell: State<'_, Arc<Shell>>) -> Result<Vec<PersonView>, CommandError> {
    Ok(shell.library().await?.people().await?)
}

/// Adds a person.
#[tauri::command]
pub async fn add_person(args: AddPersonArgs, shell: State<'_, Arc<Shell>>) -> Result<PersonView, CommandError> {
    Ok(shell
        .library()
        .await?
        .add_person(&args.name, args.role, args.hourly_rate)
        .await?)
}

/// Changes a person.
#[tauri::command]
pub async fn update_person(args: UpdatePersonArgs, shell: State<'_, Arc<Shell>>) -> Result<PersonView, CommandError> {
    let library = shell.library().await?;
    Ok(library
        .update_person(&args.id, &args.name, args.role, args.hourly_rate, args.active)
        .await?)
}

/// Adds a person.
#[derive(Debug, Deserialize, TS)]
pub struct AddPersonArgs {
    /// As they write it.
    pub name: String,
    /// What they do.
    pub role: Role,
    /// What an hour of theirs costs; null where nobody said.
    pub hourly_rate: Option<Amount>,
}

/// Changes a person; what they decided so far stays as it is.
#[derive(Debug, Deserialize, TS)]
pub struct UpdatePersonArgs {
    /// Who.
    pub id: PersonId,
    /// As they write it.
    pub name: String,
    /// What they do.
    pub role: Role,
    /// What an hour of theirs costs; null where nobody said.
    pub hourly_rate: Option<Amount>,
    /// Whether they can still decide.
    pub active: bool,
}
