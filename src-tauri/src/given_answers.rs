//! Answers to dialogs that were given beforehand, for tests that drive the window and cannot reach a dialog of the system. Only a build
//! for tests has them: in any other no variable decides which files are read and written.

use crate::dialogs::{Dialogs, FileKind};
use camino::Utf8PathBuf;
use futures::future::BoxFuture;
use serde::Deserialize;
use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

/// Answers by the question they are given to.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct GivenAnswers {
    folder: Mutex<VecDeque<Utf8PathBuf>>,
    files: Mutex<VecDeque<Vec<Utf8PathBuf>>>,
    file: Mutex<VecDeque<Utf8PathBuf>>,
    save: Mutex<VecDeque<Utf8PathBuf>>,
}

impl GivenAnswers {
    /// The variable that holds them as JSON, a list of answers by the name of the question.
    pub const VARIABLE: &'static str = "CIRCLETAKE_DIALOG_ANSWERS";

    /// Reads the variable, but only where the window is driven by a test. Without it every dialog is cancelled.
    pub fn of_a_driven_window() -> Option<serde_json::Result<Self>> {
        if std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_none_or(|value| value != "true") {
            return None;
        }
        Some(std::env::var(Self::VARIABLE).map_or_else(|_| Ok(Self::default()), |json| serde_json::from_str(&json)))
    }
}

fn next<T: Send + 'static>(queue: &Mutex<VecDeque<T>>) -> BoxFuture<'static, Option<T>> {
    let answer = queue.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
    Box::pin(async { answer })
}

impl Dialogs for GivenAnswers {
    fn folder(&self, _title: &str) -> BoxFuture<'_, Option<Utf8PathBuf>> {
        next(&self.folder)
    }
    fn files(&self, _title: &str, _kind: FileKind) -> BoxFuture<'_, Option<Vec<Utf8PathBuf>>> {
        next(&self.files)
    }
    fn file(&self, _title: &str, _kind: FileKind) -> BoxFuture<'_, Option<Utf8PathBuf>> {
        next(&self.file)
    }
    fn save(&self, _title: &str, _suggested: &str, _kind: FileKind) -> BoxFuture<'_, Option<Utf8PathBuf>> {
        next(&self.save)
    }
}
