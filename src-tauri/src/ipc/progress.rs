//! Progress on its way to the page.

use camino::Utf8Path;
use circletake_app::view::import::Progress;
use std::sync::Mutex;
use std::time::{Duration, Instant};
use tauri::ipc::Channel;

/// Often enough for a bar that moves smoothly, seldom enough that thousands of rows do not drown the page.
const AT_MOST_EVERY: Duration = Duration::from_millis(50);

/// Says that the file is being written now that the person chose it; how much of it there will be is not known.
pub fn begun(channel: &Channel<Progress>, file: &Utf8Path) {
    // A page that was closed needs no progress.
    let _ = channel.send(Progress {
        done: 0,
        total: 0,
        subject: file.to_string(),
    });
}

/// What a use case tells its progress to: the page, at most twenty times a second, and always the last step.
pub fn telling(channel: Channel<Progress>) -> impl Fn(Progress) + Send + Sync {
    let last = Mutex::new(None::<Instant>);
    move |progress: Progress| {
        let Ok(mut last) = last.lock() else { return };
        let finished = progress.total > 0 && progress.done >= progress.total;
        if finished || last.is_none_or(|told| told.elapsed() >= AT_MOST_EVERY) {
            *last = Some(Instant::now());
            // A page that was closed needs no progress.
            let _ = channel.send(progress);
        }
    }
}
