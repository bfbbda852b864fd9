//! Files shown where they lie, in the system's file browser.

use crate::ipc::error::CommandError;
use std::path::Path;
use tauri::{AppHandle, Wry};
use tauri_plugin_opener::OpenerExt;

/// Opens the file browser on a file. Where it does not open, the answer says where the file lies.
pub fn show(app: &AppHandle<Wry>, file: &Path) -> Result<(), CommandError> {
    let shown = app.opener().reveal_item_in_dir(file);
    shown.map_err(|source| CommandError::FileBrowser {
        file: file.to_owned(),
        source: Box::new(source),
    })
}
