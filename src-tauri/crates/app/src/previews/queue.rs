//! The one task that works the missing strips and previews off.

use crate::error::AppError;
use crate::open_library::{OpenLibrary, WeakLibrary};
use circletake_domain::id::RecordUid;
use futures::StreamExt;
use futures::stream::FuturesUnordered;
use std::collections::{HashMap, HashSet};
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

/// What is being made and what was given up until the library is opened again.
#[derive(Debug, Default)]
struct Work {
    percent: HashMap<RecordUid, u8>,
    given_up: HashSet<RecordUid>,
    task: Option<JoinHandle<()>>,
}

/// The background work of a library.
#[derive(Debug)]
pub(crate) struct PreviewQueue {
    work: Mutex<Work>,
    wake: Notify,
    stop: CancellationToken,
    settled: watch::Sender<bool>,
}

impl PreviewQueue {
    pub(crate) fn new() -> Self {
        Self {
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
    fn begin(&self, clip: RecordUid) -> bool {
        let mut work = self.work();
        if work.given_up.contains(&clip) || work.percent.contains_key(&clip) {
            return false;
        }
        work.percent.insert(clip, 0);
        true
    }
    fn end(&self, clip: RecordUid, given_up: bool) {
        let mut work = self.work();
        work.percent.remove(&clip);
        if given_up {
            work.given_up.insert(clip);
        }
    }
    fn given_up(&self) -> u32 {
        u32::try_from(self.work().given_up.len()).unwrap_or(u32::MAX)
    }
}

/// Works until it is stopped. The library is held only while there is something to do.
async fn run(queue: Arc<PreviewQueue>, library: WeakLibrary) {
    loop {
        let Some(open) = library.upgrade() else {
            return;
        };
        let worked = work_off(&open, &queue).await;
        drop(open);
        if queue.stop.is_cancelled() {
            return;
        }
        if let Err(error) = &worked {
            tracing::warn!(%error, "previews could not be made; trying again");
        } else {
            queue.settled.send_replace(true);
        }
        tokio::select! {
            () = queue.stop.cancelled() => return,
            () = queue.wake.notified() => {}
            () = tokio::time::sleep(PAUSE), if worked.is_err() => {}
        }
    }
}

/// Makes everything that is missing now.
async fn work_off(library: &OpenLibrary, queue: &PreviewQueue) -> Result<(), AppError> {
    let stop = &queue.stop;
    let mut running = FuturesUnordered::new();
    loop {
        // What was given up stays in the library's list; it is read past.
        let list = library.store().clips_to_prepare(LOOK_AHEAD + queue.given_up()).await?;
        for clip in list {
            if running.len() >= AT_ONCE {
                break;
            }
            if queue.begin(clip.uid) {
                running.push(async move {
                    let uid = clip.uid;
                    let made = library.prepare_clip(&clip, stop).await;
                    queue.end(uid, made.is_err());
                    made
                });
            }
        }
        match running.next().await {
            None => return Ok(()),
            Some(Ok(())) => {}
            Some(Err(error)) if stop.is_cancelled() => return Err(error),
            Some(Err(error)) => tracing::warn!(%error, "a preview could not be made now"),
        }
    }
}
