//! The workers and who may use them: a fixed number of processes, each with one request at a time.

mod limits;
mod process;
mod requests;

pub use limits::{Allowance, Limits};
pub use requests::{Inspection, Poster, Strip};

use crate::error::MediaError;
use crate::fault::Fault;
use crate::precheck;
use crate::protocol::{Operation, Outcome, Request};
use circletake_domain::media_failure::MediaFailure;
use process::{Ended, Process};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio_util::sync::CancellationToken;

/// How a pool is made.
#[derive(Debug, Clone)]
pub struct PoolOptions {
    /// The program that becomes a worker; it calls [`crate::worker::serve_if_asked`] first.
    pub program: PathBuf,
    /// How many worker processes there are at most; they start when they are first needed.
    pub workers: usize,
    /// What one request may take.
    pub limits: Limits,
}

impl PoolOptions {
    /// Workers of a program: one per core, and at least two, so that background work never keeps everyone waiting.
    pub fn new(program: impl Into<PathBuf>) -> Self {
        let cores = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
        Self {
            program: program.into(),
            workers: cores.max(2),
            limits: Limits::default(),
        }
    }
    /// Workers of the running program.
    pub fn of_this_program() -> std::io::Result<Self> {
        Ok(Self::new(std::env::current_exe()?))
    }
}

/// Whether somebody waits for the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Urgency {
    /// Yes.
    Now,
    /// No; one worker is always left to those who wait.
    Background,
}

/// Worker processes that read clips. Cheap to clone; all clones share the workers.
#[derive(Debug, Clone)]
pub struct MediaPool(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    options: PoolOptions,
    next_id: AtomicU64,
    slots: Semaphore,
    background: Semaphore,
    idle: Mutex<Vec<Process>>,
    running: process::Running,
}

/// One piece of work and the terms it is done on.
struct Job<'a> {
    path: &'a Path,
    operation: Operation,
    allowance: Allowance,
    urgency: Urgency,
    progress: &'a mut (dyn FnMut(u32, u32) + Send),
}

impl MediaPool {
    /// A pool; no worker is started yet.
    pub fn new(options: PoolOptions) -> Self {
        let workers = options.workers.max(1);
        Self(Arc::new(Shared {
            slots: Semaphore::new(workers),
            background: Semaphore::new((workers - 1).max(1)),
            next_id: AtomicU64::new(1),
            idle: Mutex::default(),
            running: process::Running::default(),
            options,
        }))
    }

    /// The processes that are workers now, for measuring them.
    pub fn worker_process_ids(&self) -> Vec<u32> {
        self.0.running.ids()
    }

    /// Does a job whose path is read: looks first whether it can be a clip at all.
    async fn read(&self, mut job: Job<'_>, cancel: &CancellationToken) -> Result<(Outcome, Vec<u8>), MediaError> {
        let bytes = tokio::select! {
            biased;
            () = cancel.cancelled() => return Err(cancelled(job.path)),
            looked = precheck::readable_file(job.path) => looked?,
        };
        job.allowance = job.allowance.for_bytes(bytes);
        self.run(job, cancel).await
    }

    async fn run(&self, job: Job<'_>, cancel: &CancellationToken) -> Result<(Outcome, Vec<u8>), MediaError> {
        let Job {
            path,
            operation,
            allowance,
            urgency,
            progress,
        } = job;
        let (_permits, mut process) = tokio::select! {
            biased;
            () = cancel.cancelled() => return Err(cancelled(path)),
            ready = self.worker_for(path, urgency) => ready.map_err(|fault| MediaError::new(path, fault))?,
        };
        let request = Request {
            id: self.0.next_id.fetch_add(1, Ordering::Relaxed),
            time_ms: u64::try_from(allowance.time.as_millis()).unwrap_or(u64::MAX),
            memory_bytes: allowance.memory_bytes,
            operation,
        };
        let ended = process.perform(request, allowance.time, cancel, progress).await;
        let (answer, process) = match ended {
            Ended::Answered(answer) => (answer, Some(process)),
            Ended::MustEnd(fault) => (Err(fault), None),
        };
        // Without a process: dropping it killed it.
        if let Some(process) = process {
            self.idle().push(process);
        }
        answer.map_err(|fault| MediaError::new(path, fault))
    }

    /// A worker, and the right to use it: the one that read this path last (it may have it open), else the one rested longest, else a new one.
    async fn worker_for(&self, path: &Path, urgency: Urgency) -> Result<(Permits<'_>, Process), Fault> {
        let closed = |_| Fault::new(MediaFailure::Cancelled, "the pool is closed");
        let background = match urgency {
            Urgency::Background => Some(self.0.background.acquire().await.map_err(closed)?),
            Urgency::Now => None,
        };
        let slot = self.0.slots.acquire().await.map_err(closed)?;
        let permits = Permits {
            _slot: slot,
            _background: background,
        };
        let rested = {
            let mut idle = self.idle();
            idle.retain_mut(Process::is_alive);
            let same = idle.iter().position(|process| process.last_path() == Some(path));
            if idle.is_empty() {
                None
            } else {
                Some(idle.remove(same.unwrap_or(0)))
            }
        };
        let mut process = match rested {
            Some(process) => process,
            None => Process::start(&self.0.options.program, &self.0.running).await?,
        };
        process.set_last_path(path);
        Ok((permits, process))
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Process>> {
        self.0.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

struct Permits<'a> {
    _slot: SemaphorePermit<'a>,
    _background: Option<SemaphorePermit<'a>>,
}

/// How long a worker that was told to stop may take before it is killed. Together with everything else well below 100 ms.
const CANCEL_GRACE: Duration = Duration::from_millis(40);

fn cancelled(path: &Path) -> MediaError {
    MediaError::new(path, Fault::new(MediaFailure::Cancelled, "before it began"))
}
