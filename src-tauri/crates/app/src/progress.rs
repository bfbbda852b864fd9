//! How far long work is.

use crate::view::import::Progress;
use circletake_store::Watcher;
use tokio_util::sync::CancellationToken;

/// Hears how far long work is; must return at once.
pub type ProgressSink<'a> = &'a (dyn Fn(Progress) + Send + Sync);

/// Runs work of the library under the eyes of a [`ProgressSink`].
pub(crate) async fn watched<T>(
    progress: ProgressSink<'_>,
    cancel: &CancellationToken,
    work: impl AsyncFnOnce(Watcher<'_>) -> T,
) -> T {
    let tell = |done, total, subject: &str| {
        progress(Progress {
            done,
            total,
            subject: subject.to_owned(),
        });
    };
    work(Watcher::new(&tell, cancel)).await
}
