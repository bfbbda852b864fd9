//! Files dropped on the window.

use crate::ipc::events::CLIPS_DROPPED;
use crate::shell::Shell;
use std::path::PathBuf;
use std::sync::Arc;
use tauri::{AppHandle, DragDropEvent, Emitter, Manager, Window, WindowEvent, Wry};

/// Keeps what was dropped and tells the page. The paths themselves stay here.
pub fn hear(window: &Window<Wry>, event: &WindowEvent) {
    if let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event
        && !paths.is_empty()
    {
        let (app, paths) = (window.app_handle().clone(), paths.clone());
        // Folders are walked, which must not hold up the window.
        tauri::async_runtime::spawn_blocking(move || keep(&app, paths));
    }
}

fn keep(app: &AppHandle<Wry>, paths: Vec<PathBuf>) {
    let shell = app.state::<Arc<Shell>>();
    let selection = shell.selections.keep_clips(paths);
    shell.selections.drop_in(selection.clone());
    if let Err(error) = app.emit(CLIPS_DROPPED, selection) {
        tracing::warn!(%error, "the page did not hear of a drop");
    }
}
