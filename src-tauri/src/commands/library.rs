//! The library that is open, and how the app was started.

use crate::menu;
use crate::shell::Shell;
use circletake_app::view::Problem;
use circletake_app::view::library::{Appearance, StartView};
use circletake_domain::id::PersonId;
use circletake_domain::money::Currency;
use serde::Deserialize;
use std::sync::Arc;
use tauri::{AppHandle, State, Wry};
use ts_rs::TS;

/// What the page needs before its first screen.
#[tauri::command]
pub async fn start(app: AppHandle<Wry>, shell: State<'_, Arc<Shell>>) -> Result<StartView, Problem> {
    Ok(StartView {
        version: app.package_info().version.to_string(),
        platform: std::env::consts::OS.to_owned(),
        media_base: shell.media_base.clone(),
        library: None,
        recent: shell.settings.recent(),
        appearance: shell.settings.appearance(),
    })
}

/// Remembers the look.
#[tauri::command]
pub async fn set_appearance(args: SetAppearanceArgs, shell: State<'_, Arc<Shell>>) -> Result<(), Problem> {
    shell
        .settings
        .set_appearance(args.appearance)
        .map_err(settings_not_saved)
}

/// Fills the menu.
#[tauri::command]
pub async fn set_menu(args: SetMenuArgs, app: AppHandle<Wry>) -> Result<(), Problem> {
    menu::show(&app, &args.sections).map_err(|error| Problem {
        code: "menu".to_owned(),
        message: format!("The menu could not be shown: {error}."),
        hint: "Everything in it is also in the command palette.".to_owned(),
    })
}

fn settings_not_saved(error: std::io::Error) -> Problem {
    Problem {
        code: "settings_not_saved".to_owned(),
        message: format!("This computer's settings could not be saved: {error}."),
        hint: "Check that your home folder has space and may be written to.".to_owned(),
    }
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
}

/// Chooses the look.
#[derive(Debug, Deserialize, TS)]
pub struct SetAppearanceArgs {
    /// Light, dark, or what the system says.
    pub appearance: Appearance,
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
#[derive(Debug, Deserialize, TS)]
pub struct MenuSection {
    /// Its title.
    pub label: String,
    /// From top to bottom.
    pub items: Vec<MenuCommand>,
}

/// A command of the page's registry as a menu item; choosing it emits `menu-command` with the id.
#[derive(Debug, Deserialize, TS)]
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
