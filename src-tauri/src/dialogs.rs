//! Questions about files that only the system's own dialogs may ask.

use camino::Utf8PathBuf;
use futures::future::BoxFuture;
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
