//! Files dropped on the window.

use crate::ipc::events::{CLIPS_DROPPED, DROP_BEGUN, DROP_ENDED};
use crate::shell::Shell;
use serde::Serialize;
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

/// The page is told when it begins, because a large folder takes a while, and may stop it by its key.
fn keep(app: &AppHandle<Wry>, paths: Vec<PathBuf>) {
    let shell = app.state::<Arc<Shell>>();
    let key = shell.selections.new_drop();
    let job = shell.jobs.begin(&key);
    tell(app, DROP_BEGUN, &key);
    let selection = shell.selections.keep_clips(paths, job.token());
    drop(job);
    tell(app, DROP_ENDED, &key);
    if let Some(selection) = selection {
        shell.selections.drop_in(selection.clone());
        tell(app, CLIPS_DROPPED, &selection);
    }
}

fn tell(app: &AppHandle<Wry>, event: &str, payload: &(impl Serialize + Clone)) {
    if let Err(error) = app.emit(event, payload) {
        tracing::warn!(%error, event, "the page did not hear of a drop");
    }
}
