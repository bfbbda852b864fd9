//! What a refused command answers: always a [`Problem`], whatever refused it.

use circletake_app::AppError;
use circletake_app::view::Problem;
use serde::{Serialize, Serializer};
use std::io;
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
    /// The system's file browser did not open.
    #[error("the file browser did not open: {0}")]
    FileBrowser(#[from] tauri_plugin_opener::Error),
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
            Self::FileBrowser(_) => (
                "file_browser",
                "Open the folder yourself; its path is shown beside the name.",
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
    fn a_refusal_crosses_as_a_problem_with_a_next_step() {
        let crossed = serde_json::to_value(CommandError::NoLibrary).unwrap();
        assert_eq!(crossed["code"], "no_library");
        assert_eq!(crossed["message"], "No library is open.");
        assert_eq!(crossed["hint"], "Open a library, or make the sample pilot.");
    }
}
