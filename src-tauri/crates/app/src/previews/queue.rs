//! The one task that works the missing strips and previews off.

use super::put_off::PutOff;
use crate::error::AppError;
use crate::open_library::{OpenLibrary, WeakLibrary};
use circletake_domain::id::RecordUid;
use circletake_domain::media_failure::MediaFailure;
use futures::StreamExt;
use futures::stream::FuturesUnordered;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::{Notify, watch};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

/// Clips in work at once. The pool itself leaves one worker to those who wait; more here would only queue.
const AT_ONCE: usize = 4;

/// Looked up at once; small, so that what is new and waits for review soon comes first.
const LOOK_AHEAD: u32 = 16;

/// How long after an unexpected failure the queue tries again.
const PAUSE: Duration = Duration::from_secs(5);

/// What is being made and what was put off.
#[derive(Debug, Default)]
struct Work {
    percent: HashMap<RecordUid, u8>,
    put_off: PutOff,
    task: Option<JoinHandle<()>>,
}

/// The background work of a library.
#[derive(Debug)]
pub(crate) struct PreviewQueue {
    work: Mutex<Work>,
    wake: Notify,
    stop: CancellationToken,
    settled: watch::Sender<bool>,
    try_again_after: Duration,
}

impl PreviewQueue {
    pub(crate) fn new(try_again_after: Duration) -> Self {
        Self {
            try_again_after,
            work: Mutex::default(),
            wake: Notify::new(),
            stop: CancellationToken::new(),
            settled: watch::channel(true).0,
        }
    }

    fn work(&self) -> MutexGuard<'_, Work> {
        // Every change of it is one step, so even after a panic it is whole.
        self.work.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Begins with whatever the library lacks.
    pub(crate) fn start(this: &Arc<Self>, library: WeakLibrary) {
        this.settled.send_replace(false);
        this.work().task = Some(tokio::spawn(run(Arc::clone(this), library)));
    }

    /// Ends the work without waiting for its end.
    pub(crate) fn cancel(&self) {
        self.stop.cancel();
    }

    /// Says that there may be something to make.
    pub(crate) fn wake(&self) {
        if self.work().task.is_some() {
            self.settled.send_replace(false);
            self.wake.notify_one();
        }
    }

    /// Stops at once; what was in work is begun anew another time.
    pub(crate) async fn stop(&self) {
        self.stop.cancel();
        let task = self.work().task.take();
        if let Some(task) = task {
            let _ = task.await;
        }
        self.settled.send_replace(true);
    }

    /// Returns when nothing is left to be made.
    pub(crate) async fn settled(&self) {
        let mut settled = self.settled.subscribe();
        let _ = settled.wait_for(|settled| *settled).await;
    }

    /// How far a preview is that is being made.
    pub(crate) fn percent(&self, clip: RecordUid) -> Option<u8> {
        self.work().percent.get(&clip).copied()
    }
    pub(super) fn set_percent(&self, clip: RecordUid, percent: u8) {
        self.work().percent.insert(clip, percent);
    }
    /// Why a clip was put off.
    pub(crate) fn put_off_for(&self, clip: RecordUid) -> Option<MediaFailure> {
        self.work().put_off.failure(clip)
    }
    /// The clips that are put off.
    pub(crate) fn put_off_clips(&self) -> Vec<RecordUid> {
        self.work().put_off.clips()
    }
    /// Tries everything again that was put off.
    pub(crate) fn try_again(&self) {
        self.work().put_off.take_up_all();
        self.wake();
    }
    fn begin(&self, clip: RecordUid) -> bool {
        let mut work = self.work();
        if work.put_off.failure(clip).is_some() || work.percent.contains_key(&clip) {
            return false;
        }
        work.percent.insert(clip, 0);
        true
    }
    fn made(&self, clip: RecordUid) {
        let mut work = self.work();
        work.percent.remove(&clip);
        work.put_off.made(clip);
    }
    /// A clip is not in work any more, and put off where there is a reason to.
    pub(super) fn end(&self, clip: RecordUid, put_off: Option<MediaFailure>) {
        let mut work = self.work();
        work.percent.remove(&clip);
        if let Some(failure) = put_off {
            work.put_off.add(clip, failure);
        }
    }
}

/// Works until it is stopped. The library is held only while there is something to do.
async fn run(queue: Arc<PreviewQueue>, library: WeakLibrary) {
    let mut look_for_files = true;
    loop {
        let Some(open) = library.upgrade() else {
            return;
        };
        let worked = async {
            if look_for_files {
                open.look_for_lost_clips().await?;
            }
            work_off(&open, &queue).await
        };
        let worked = worked.await;
        drop(open);
        if queue.stop.is_cancelled() {
            return;
        }
        let pause = if let Err(error) = &worked {
            tracing::warn!(%error, "previews could not be made; trying again");
            PAUSE
        } else {
            queue.settled.send_replace(true);
            queue.try_again_after
        };
        look_for_files = tokio::select! {
            () = queue.stop.cancelled() => return,
            () = queue.wake.notified() => false,
            () = tokio::time::sleep(pause) => {
                queue.work().put_off.take_up();
                true
            }
        };
    }
}

/// Makes everything that is missing now.
async fn work_off(library: &OpenLibrary, queue: &PreviewQueue) -> Result<(), AppError> {
    let stop = &queue.stop;
    let mut running = FuturesUnordered::new();
    loop {
        let put_off = queue.put_off_clips();
        let list = library.store().clips_to_prepare(LOOK_AHEAD, &put_off).await?;
        for clip in list {
            if running.len() >= AT_ONCE {
                break;
            }
            if queue.begin(clip.uid) {
                running.push(async move {
                    match library.prepare_clip(&clip, stop).await {
                        Ok(()) => queue.made(clip.uid),
                        Err(error) if stop.is_cancelled() => {
                            queue.end(clip.uid, None);
                            return Err(error);
                        }
                        Err(error) => library.put_off(&clip, &error).await,
                    }
                    Ok(())
                });
            }
        }
        match running.next().await {
            None => return Ok(()),
            Some(done) => done?,
        }
    }
}
