//! What a refused command answers: always a [`Problem`], whatever refused it.

use crate::settings::SettingsProblem;
use circletake_app::AppError;
use circletake_app::view::Problem;
use serde::{Serialize, Serializer};
use std::io;
use std::path::PathBuf;
use thiserror::Error;

/// Why a command was refused.
#[derive(Debug, Error)]
pub enum CommandError {
    /// By the use case.
    #[error(transparent)]
    App(#[from] AppError),
    /// No library is open.
    #[error("no library is open")]
    NoLibrary,
    /// The page names a selection that is gone.
    #[error("the chosen files are not known any more")]
    UnknownSelection,
    /// The page names a library that is not in the list.
    #[error("this library is not in the list of recent ones")]
    UnknownRecent,
    /// The page names a file of a job that is gone.
    #[error("this file is not in the list any more")]
    UnknownFile,
    /// This computer's settings could not be written.
    #[error("this computer's settings could not be saved: {0}")]
    Settings(#[source] io::Error),
    /// This computer's settings could not be used.
    #[error(transparent)]
    SettingsFile(#[from] SettingsProblem),
    /// The page names a report, and none was written.
    #[error("no report was written since the app was started")]
    NoReport,
    /// No later start asked for a library, or it was opened already.
    #[error("no library waits to be opened")]
    NothingAskedFor,
    /// The system's file browser did not open.
    #[error("the file browser did not open for {file}: {source}")]
    FileBrowser {
        /// What it should have shown.
        file: PathBuf,
        /// Why it did not; boxed, because it is much larger than every other refusal.
        source: Box<tauri_plugin_opener::Error>,
    },
    /// The window system refused.
    #[error("the window could not be changed: {0}")]
    Window(#[from] tauri::Error),
}

impl CommandError {
    /// What went wrong and what to do, for people.
    pub fn problem(&self) -> Problem {
        let (code, hint) = match self {
            Self::App(error) => return error.problem(),
            Self::NoLibrary => ("no_library", "Open a library, or make the sample pilot."),
            Self::UnknownSelection => ("unknown_selection", "Choose or drop them again."),
            Self::UnknownRecent => ("unknown_recent", "Open its folder instead."),
            Self::UnknownFile => ("unknown_file", "Bring the files in again to see what fails."),
            Self::Settings(_) => (
                "settings_not_saved",
                "Check that your home folder has space and may be written to.",
            ),
            Self::SettingsFile(SettingsProblem::Damaged { .. }) => (
                "settings_damaged",
                "The look, your keys and the list of libraries start anew. Open your library by its folder; nothing in it is touched.",
            ),
            Self::SettingsFile(SettingsProblem::Unread(_)) => (
                "settings_unread",
                "Open your library by its folder. Until the file may be read and written, nothing new is remembered.",
            ),
            Self::NoReport => ("no_report", "Write the report first, then show it."),
            Self::NothingAskedFor => ("nothing_asked_for", "Open the library by its folder."),
            Self::FileBrowser { .. } => (
                "file_browser",
                "Open the folder yourself, in whatever shows files on this computer.",
            ),
            Self::Window(_) => ("window", "Everything in the menu is also in the command palette."),
        };
        let text = self.to_string();
        let mut letters = text.chars();
        let first = letters
            .next()
            .map(|first| first.to_uppercase().to_string())
            .unwrap_or_default();
        Problem {
            code: code.to_owned(),
            message: format!("{first}{}.", letters.as_str()),
            hint: hint.to_owned(),
        }
    }
}

impl Serialize for CommandError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.problem().serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_browser_that_does_not_open_leaves_the_path_to_go_to() {
        let refused = CommandError::FileBrowser {
            file: "/clips/take 1.mp4".into(),
            source: Box::new(tauri_plugin_opener::Error::Io(io::Error::other("no file manager"))),
        };
        assert!(refused.problem().message.contains("/clips/take 1.mp4"), "{refused}");
    }

    #[test]
    fn a_refusal_crosses_as_a_problem_with_a_next_step() {
        let crossed = serde_json::to_value(CommandError::NoLibrary).unwrap();
        assert_eq!(crossed["code"], "no_library");
        assert_eq!(crossed["message"], "No library is open.");
        assert_eq!(crossed["hint"], "Open a library, or make the sample pilot.");
    }
}
