//! The worker process: reads requests, works on one at a time, answers.
//!
//! Standard input is read on a thread of its own. So a cancel reaches work in progress, and when the app goes away (the pipe closes) the
//! worker ends in the same moment, whatever it is doing, on every system.

use crate::fault::Fault;
use crate::ffi::{Stop, forbid_core_dumps, keep_freed_memory, limit_memory, quit};
use crate::open_clips::OpenClips;
use crate::operations::perform;
use crate::protocol::{self, FromWorker, Request, ToWorker};
use circletake_domain::media_failure::MediaFailure;
use std::io::{self, Stdin, Stdout};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// The argument that makes any of our programs a worker.
pub const WORKER_ARGUMENT: &str = "--media-worker";

/// The request being worked on, for the thread that may have to cancel it.
type Current = Arc<Mutex<Option<(u64, Stop)>>>;

/// Turns this process into a worker, and never returns, if it was started as one. The first line of every `main`.
pub fn serve_if_asked() {
    if std::env::args_os()
        .nth(1)
        .is_some_and(|argument| argument == WORKER_ARGUMENT)
    {
        serve();
    }
}

fn serve() -> ! {
    forbid_core_dumps();
    keep_freed_memory();
    // What FFmpeg has to say about a file travels as an error; its log would go nowhere. A panic is caught and answered.
    ffmpeg_next::log::set_level(ffmpeg_next::log::Level::Quiet);
    std::panic::set_hook(Box::new(|_| {}));
    let (sender, requests) = mpsc::sync_channel(1);
    let current = Current::default();
    let watched = Arc::clone(&current);
    let listener = thread::Builder::new()
        .name("requests".into())
        .spawn(move || listen(io::stdin(), &sender, &watched));
    let code = match listener.and_then(|_| answer(io::stdout(), &requests, &current)) {
        Ok(()) => 0,
        Err(_) => 1,
    };
    quit(code)
}

/// Passes requests on until the app is gone; then ends the process.
fn listen(mut input: Stdin, requests: &SyncSender<Request>, current: &Current) {
    while let Ok(Some((message, _))) = protocol::read::<ToWorker>(&mut input) {
        match message {
            ToWorker::Do(request) => {
                if requests.send(request).is_err() {
                    break;
                }
            }
            ToWorker::Cancel { id } => {
                let current = current.lock().unwrap_or_else(PoisonError::into_inner);
                if let Some((_, stop)) = current.as_ref().filter(|(running, _)| *running == id) {
                    stop.cancel();
                }
            }
        }
    }
    quit(0)
}

fn answer(mut output: Stdout, requests: &Receiver<Request>, current: &Current) -> io::Result<()> {
    protocol::write(
        &mut output,
        &FromWorker::Hello {
            ffmpeg: crate::ffmpeg_version(),
        },
        &[],
    )?;
    let mut open = OpenClips::default();
    while let Ok(request) = requests.recv() {
        let id = request.id;
        let stop = Stop::after(Duration::from_millis(request.time_ms));
        *current.lock().unwrap_or_else(PoisonError::into_inner) = Some((id, stop.clone()));
        limit_memory(request.memory_bytes);
        let mut progress = |done, total| {
            // Nobody listens any more: the listener thread ends the process in this very moment.
            let _ = protocol::write(&mut output, &FromWorker::Progress { id, done, total }, &[]);
        };
        let worked = catch_unwind(AssertUnwindSafe(|| {
            perform(&request.operation, &mut open, &stop, &mut progress)
        }));
        *current.lock().unwrap_or_else(PoisonError::into_inner) = None;
        match worked.unwrap_or_else(|panic| Err(Fault::new(MediaFailure::WorkerDied, panic_words(&*panic)))) {
            Ok((outcome, payload)) => protocol::write(&mut output, &FromWorker::Done { id, outcome }, &payload)?,
            Err(fault) => protocol::write(&mut output, &FromWorker::Failed { id, fault }, &[])?,
        }
    }
    Ok(())
}

fn panic_words(panic: &(dyn std::any::Any + Send)) -> String {
    let words = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    words
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "panic".to_owned())
}
