//! Questions about files that only the system's own dialogs may ask.

use camino::Utf8PathBuf;
use futures::future::BoxFuture;
use serde::Deserialize;
use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use tauri::{AppHandle, Wry};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};
use tokio::sync::oneshot;

/// A kind of file that a dialog offers.
#[derive(Debug, Clone, Copy)]
pub struct FileKind {
    /// As people call it.
    pub name: &'static str,
    /// Endings without the dot.
    pub extensions: &'static [&'static str],
}

/// Asks a person for folders and files. Nobody chosen is `None`, never an error.
pub trait Dialogs: Send + Sync {
    /// A folder.
    fn folder(&self, title: &str) -> BoxFuture<'_, Option<Utf8PathBuf>>;
    /// One or more files.
    fn files(&self, title: &str, kind: FileKind) -> BoxFuture<'_, Option<Vec<Utf8PathBuf>>>;
    /// One file.
    fn file(&self, title: &str, kind: FileKind) -> BoxFuture<'_, Option<Utf8PathBuf>>;
    /// Where to write a new file.
    fn save(&self, title: &str, suggested_name: &str, kind: FileKind) -> BoxFuture<'_, Option<Utf8PathBuf>>;
}

/// The system's dialogs.
pub struct SystemDialogs(pub AppHandle<Wry>);

impl SystemDialogs {
    fn ask<T: Send + 'static>(
        &self,
        title: &str,
        kind: Option<FileKind>,
        show: impl FnOnce(FileDialogBuilder<Wry>, Box<dyn FnOnce(Option<T>) + Send>),
    ) -> BoxFuture<'_, Option<T>> {
        let mut dialog = self.0.dialog().file().set_title(title);
        if let Some(kind) = kind {
            dialog = dialog.add_filter(kind.name, kind.extensions);
        }
        let (send, answer) = oneshot::channel();
        show(
            dialog,
            Box::new(move |chosen| {
                // Nobody waits for the answer any more when the page was closed in between.
                let _ = send.send(chosen);
            }),
        );
        Box::pin(async { answer.await.ok().flatten() })
    }
}

impl Dialogs for SystemDialogs {
    fn folder(&self, title: &str) -> BoxFuture<'_, Option<Utf8PathBuf>> {
        let answer = self.ask(title, None, FileDialogBuilder::pick_folder);
        Box::pin(async { answer.await.and_then(readable) })
    }

    fn files(&self, title: &str, kind: FileKind) -> BoxFuture<'_, Option<Vec<Utf8PathBuf>>> {
        let answer = self.ask(title, Some(kind), FileDialogBuilder::pick_files);
        Box::pin(async { Some(answer.await?.into_iter().filter_map(readable).collect()) })
    }

    fn file(&self, title: &str, kind: FileKind) -> BoxFuture<'_, Option<Utf8PathBuf>> {
        let answer = self.ask(title, Some(kind), FileDialogBuilder::pick_file);
        Box::pin(async { answer.await.and_then(readable) })
    }

    fn save(&self, title: &str, suggested_name: &str, kind: FileKind) -> BoxFuture<'_, Option<Utf8PathBuf>> {
        let name = suggested_name.to_owned();
        let answer = self.ask(title, Some(kind), |dialog, then| {
            dialog.set_file_name(name).save_file(then);
        });
        Box::pin(async { answer.await.and_then(readable) })
    }
}

/// A path that Circletake can keep: UTF-8, on this machine.
fn readable(chosen: FilePath) -> Option<Utf8PathBuf> {
    Utf8PathBuf::from_path_buf(chosen.into_path().ok()?).ok()
}

/// Answers given beforehand, for tests that drive the window and cannot reach a dialog of the system.
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
