//! The library that is open, and how the app was started.

use crate::dialogs::FileKind;
use crate::ipc::error::CommandError;
use crate::ipc::progress::{begun, telling};
use crate::later_start::{AskedFor, LaterStarts};
use crate::shell::Shell;
use crate::window;
use circletake_app::OpenLibrary;
use circletake_app::view::Problem;
use circletake_app::view::import::Progress;
use circletake_app::view::library::{Appearance, DoctorView, LibrarySummary, StartView, VerifyView};
use circletake_domain::id::PersonId;
use circletake_domain::money::Currency;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use tauri::ipc::Channel;
use tauri::{AppHandle, State, Wry};
use ts_rs::TS;

const DATABASE: FileKind = FileKind {
    name: "Circletake backup",
    extensions: &["db"],
};

/// What the page needs before its first screen.
#[tauri::command]
pub async fn start(app: AppHandle<Wry>, shell: State<'_, Arc<Shell>>) -> Result<StartView, CommandError> {
    // Asked for first: what is opened in between shows as open.
    let opening = shell.opening();
    let library = shell.summary().await?;
    // What is said once waits for the answer that comes behind the opening.
    let settled = opening.is_none();
    Ok(StartView {
        version: app.package_info().version.to_string(),
        platform: std::env::consts::OS.to_owned(),
        media_base: shell.media_base.clone(),
        make_sample: settled && library.is_none() && shell.make_sample.swap(false, Ordering::Relaxed),
        library,
        opening,
        problem: shell
            .start_problem
            .lock()
            .ok()
            .and_then(|mut problem| problem.take_if(|_| settled)),
        recent: shell.settings.recent(),
        appearance: shell.settings.appearance(),
        keys: shell.settings.keys(),
    })
}

/// The same once the library of the start is open, or cannot be.
#[tauri::command]
pub async fn started(app: AppHandle<Wry>, shell: State<'_, Arc<Shell>>) -> Result<StartView, CommandError> {
    shell.begun().await;
    start(app, shell).await
}

/// What went wrong beside what was asked for, since this was asked last.
#[tauri::command]
pub async fn problems(shell: State<'_, Arc<Shell>>) -> Result<Vec<Problem>, CommandError> {
    Ok(shell.told())
}

/// What a later start of the app asked for, where it is not open already. Answered once.
#[tauri::command]
pub async fn asked_for(
    starts: State<'_, LaterStarts>,
    shell: State<'_, Arc<Shell>>,
) -> Result<Option<AskedFor>, CommandError> {
    shell.begun().await;
    Ok(starts.tell(shell.folder().await.as_deref(), &shell.sample_folder))
}

/// Opens the library that a later start asked for.
#[tauri::command]
pub async fn open_asked_for(
    starts: State<'_, LaterStarts>,
    shell: State<'_, Arc<Shell>>,
) -> Result<LibrarySummary, CommandError> {
    let folder = starts.take().ok_or(CommandError::NothingAskedFor)?;
    shell.open(&folder).await
}

/// Makes a library in a folder that the person chooses.
#[tauri::command]
pub async fn create_library(
    args: CreateLibraryArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<Option<LibrarySummary>, CommandError> {
    let Some(folder) = shell.dialogs.folder("Choose an empty folder for the new library").await else {
        return Ok(None);
    };
    let library = OpenLibrary::create(&folder, &args.name, args.currency, shell.surroundings()).await?;
    shell.take_over(library).await.map(Some)
}

/// Opens a library that the person chooses.
#[tauri::command]
pub async fn open_library(shell: State<'_, Arc<Shell>>) -> Result<Option<LibrarySummary>, CommandError> {
    match shell.dialogs.folder("Choose the folder of a library").await {
        Some(folder) => shell.open(&folder).await.map(Some),
        None => Ok(None),
    }
}

/// Opens a library from the list of recent ones.
#[tauri::command]
pub async fn open_recent(args: OpenRecentArgs, shell: State<'_, Arc<Shell>>) -> Result<LibrarySummary, CommandError> {
    let folder = shell
        .settings
        .recent_folder(&args.key)
        .ok_or(CommandError::UnknownRecent)?;
    shell.open(&folder).await
}

/// Makes the sample pilot and opens it; one that was made before is opened.
#[tauri::command]
pub async fn create_sample(
    args: CreateSampleArgs,
    progress: Channel<Progress>,
    shell: State<'_, Arc<Shell>>,
) -> Result<LibrarySummary, CommandError> {
    if shell.sample_folder.join("circletake.db").is_file() {
        return shell.open(&shell.sample_folder).await;
    }
    let job = shell.jobs.begin(&args.job_key);
    let tell = telling(progress);
    let library = OpenLibrary::create_sample(&shell.sample_folder, shell.surroundings(), &tell, job.token()).await?;
    drop(job);
    shell.take_over(library).await
}

/// Closes the library; the next start asks which one to open.
#[tauri::command]
pub async fn close_library(shell: State<'_, Arc<Shell>>) -> Result<(), CommandError> {
    shell.close_by_hand().await;
    Ok(())
}

/// Copies the records into a file that the person chooses.
#[tauri::command]
pub async fn backup(progress: Channel<Progress>, shell: State<'_, Arc<Shell>>) -> Result<Option<String>, CommandError> {
    let library = shell.library().await?;
    let Some(file) = shell
        .dialogs
        .save("Back up the library", "circletake-backup.db", DATABASE)
        .await
    else {
        return Ok(None);
    };
    begun(&progress, &file);
    library.backup(&file).await?;
    Ok(Some(file.into_string()))
}

/// Checks the library against its folder.
#[tauri::command]
pub async fn doctor(
    args: DoctorArgs,
    progress: Channel<Progress>,
    shell: State<'_, Arc<Shell>>,
) -> Result<DoctorView, CommandError> {
    let library = shell.library().await?;
    let job = shell.jobs.begin(&args.job_key);
    Ok(library.doctor(args.fix, &telling(progress), job.token()).await?)
}

/// Looks whether anybody changed the library behind its own back.
#[tauri::command]
pub async fn verify(
    args: VerifyArgs,
    progress: Channel<Progress>,
    shell: State<'_, Arc<Shell>>,
) -> Result<VerifyView, CommandError> {
    let library = shell.library().await?;
    let job = shell.jobs.begin(&args.job_key);
    Ok(library.verify(&telling(progress), job.token()).await?)
}

/// Remembers the look.
#[tauri::command]
pub async fn set_appearance(
    args: SetAppearanceArgs,
    app: AppHandle<Wry>,
    shell: State<'_, Arc<Shell>>,
) -> Result<(), CommandError> {
    window::dress(&app, args.appearance);
    shell
        .settings
        .set_appearance(args.appearance)
        .map_err(CommandError::Settings)
}

/// Changes the keys on this computer.
#[tauri::command]
pub async fn set_keys(args: SetKeysArgs, shell: State<'_, Arc<Shell>>) -> Result<(), CommandError> {
    shell.settings.set_keys(&args.keys).map_err(CommandError::Settings)
}

/// Remembers who is using the app.
#[tauri::command]
pub async fn choose_person(
    args: ChoosePersonArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<LibrarySummary, CommandError> {
    let library = shell.library().await?;
    library.choose_person(&args.person_id).await?;
    Ok(library.summary().await?)
}

/// Fills the menu.
#[tauri::command]
pub async fn set_menu(
    args: SetMenuArgs,
    app: AppHandle<Wry>,
    shell: State<'_, Arc<Shell>>,
) -> Result<(), CommandError> {
    Ok(shell.menu.show(&app, args.sections)?)
}

/// Makes a library in a folder that the app asks for.
#[derive(Debug, Deserialize, TS)]
pub struct CreateLibraryArgs {
    /// What its people will call it.
    pub name: String,
    /// The currency of every amount in it.
    pub currency: Currency,
}

/// Opens a library from the list of recent ones.
#[derive(Debug, Deserialize, TS)]
pub struct OpenRecentArgs {
    /// Its key in that list.
    pub key: String,
}

/// Makes the sample pilot and opens it.
#[derive(Debug, Deserialize, TS)]
pub struct CreateSampleArgs {
    /// Names the job for `cancel`; made by the page.
    pub job_key: String,
}

/// Checks the library against its folder.
#[derive(Debug, Deserialize, TS)]
pub struct DoctorArgs {
    /// Mend what can be mended.
    pub fix: bool,
    /// Names the job for `cancel`; made by the page.
    pub job_key: String,
}

/// Looks whether anybody changed the library behind its own back.
#[derive(Debug, Deserialize, TS)]
pub struct VerifyArgs {
    /// Names the job for `cancel`; made by the page.
    pub job_key: String,
}

/// Chooses the look.
#[derive(Debug, Deserialize, TS)]
pub struct SetAppearanceArgs {
    /// Light, dark, or what the system says.
    pub appearance: Appearance,
}

/// Changes the keys.
#[derive(Debug, Deserialize, TS)]
pub struct SetKeysArgs {
    /// The commands whose keys differ from those the app comes with, with all the keys they have now.
    pub keys: BTreeMap<String, Vec<String>>,
}

/// Says who is using the app.
#[derive(Debug, Deserialize, TS)]
pub struct ChoosePersonArgs {
    /// Who.
    pub person_id: PersonId,
}

/// Fills the window's menu from the page's command registry.
#[derive(Debug, Deserialize, TS)]
pub struct SetMenuArgs {
    /// From left to right.
    pub sections: Vec<MenuSection>,
}

/// One menu of the menu bar.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct MenuSection {
    /// Its title.
    pub label: String,
    /// From top to bottom, a line between the groups.
    pub groups: Vec<Vec<MenuCommand>>,
}

/// A command of the page's registry as a menu item; choosing it emits `menu-command` with the id.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct MenuCommand {
    /// The command's id in the registry.
    pub id: String,
    /// Its name.
    pub label: String,
    /// Its keys as they are printed, shown beside the name; the page itself listens for them.
    pub keys: Option<String>,
    /// Whether it can be chosen now.
    pub enabled: bool,
}
