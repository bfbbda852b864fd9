//! Broken clips by the thousand through the real pool. `cargo xtask torture media --count N [--seed S] [--only INDEX]`
//!
//! Every mutant follows from seed and index alone, so any one can be made again. Fails when an answer takes longer than the limit of what
//! was asked, when a worker cannot be started any more, or when this process dies of it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what cannot go on stops with the reason"
)]
#![allow(clippy::print_stdout, reason = "a torture prints its result")]

#[path = "torture/memory.rs"]
mod memory;
#[path = "torture/mutant.rs"]
mod mutant;
#[path = "torture/tally.rs"]
mod tally;

use circletake_domain::frame::FrameIndex;
use circletake_domain::media_failure::MediaFailure;
use circletake_media::preview::PreviewOptions;
use circletake_media::still::StillFormat;
use circletake_media::{Limits, MediaError, MediaPool, PoolOptions};
use mutant::{Mutant, Shelf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tally::{Answer, Tally};
use tokio::sync::{Mutex as AsyncMutex, Semaphore};
use tokio_util::sync::CancellationToken;

/// Workers, and twice as many clips waiting for them.
const WORKERS: usize = 2;
/// Longer than the grace of a hung worker: an answer this long after its limit is a hang.
const PATIENCE: Duration = Duration::from_secs(5);
/// The app lets the preview of an hour take an hour; these clips last seconds.
const LONGEST_PREVIEW: Duration = Duration::from_mins(1);

fn main() -> ExitCode {
    let (count, seed) = (number("--count").unwrap_or(1000), number("--seed").unwrap_or(1));
    let indices = number("--only").map_or(0..count, |only| only..only + 1);
    println!("making the clips to break ...");
    let shelf = Arc::new(Shelf::new(seed));
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    let mut options = PoolOptions::new(env!("CARGO_BIN_EXE_media-worker"));
    options.workers = WORKERS;
    options.limits.encode.time = LONGEST_PREVIEW;
    let limits = options.limits;
    let pool = MediaPool::new(options);
    let memory = memory::Watch::start(pool.clone());
    let line = Arc::new(Line::new(pool, limits));
    let tally = Arc::new(Mutex::new(Tally::default()));
    let next = Arc::new(AtomicU64::new(indices.start));
    let began = Instant::now();
    runtime.block_on(async {
        let tasks: Vec<_> = (0..WORKERS * 2)
            .map(|_| {
                let (line, shelf, tally, next) = (line.clone(), shelf.clone(), tally.clone(), next.clone());
                tokio::spawn(async move {
                    loop {
                        let index = next.fetch_add(1, Ordering::Relaxed);
                        if index >= indices.end {
                            break;
                        }
                        let mutant = shelf.mutant(index);
                        let answer = line.ask(index, &mutant).await;
                        drop(mutant.folder);
                        tally.lock().unwrap().count(answer);
                    }
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }
    });
    let tally = tally.lock().unwrap();
    tally.print(began.elapsed());
    println!(
        "peak memory: a worker {} MiB, this process {} MiB",
        memory.worker_peak_mib(),
        memory::own_peak_mib()
    );
    println!("repeat: cargo xtask torture media --count {count} --seed {seed}");
    if tally.was_late() || tally.saw(MediaFailure::WorkerUnavailable) {
        println!("FAILED: an answer came too late, or workers could not be started");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// What can be asked about a mutant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Question {
    Inspect,
    Strip,
    Frame,
    FrameTable,
    Preview,
}

impl Question {
    /// Mostly what every file is asked that comes in.
    fn of(index: u64) -> Self {
        match (index % 8, index % 16) {
            (_, 3) => Self::Preview,
            (0, _) => Self::Strip,
            (1, _) => Self::Frame,
            (2, _) => Self::FrameTable,
            _ => Self::Inspect,
        }
    }
    fn limit(self, limits: &Limits) -> Duration {
        match self {
            Self::Inspect => limits.inspect.time,
            Self::Strip | Self::Frame | Self::FrameTable => limits.frames.time,
            Self::Preview => limits.encode.time,
        }
    }
    fn is_background(self) -> bool {
        matches!(self, Self::Strip | Self::Preview)
    }
}

/// Mutants stand in line here and not in the pool, so that the time taken is that of the answer alone.
struct Line {
    pool: MediaPool,
    limits: Limits,
    workers: Semaphore,
    /// The pool leaves one of its two workers to those who wait.
    background: AsyncMutex<()>,
}

impl Line {
    fn new(pool: MediaPool, limits: Limits) -> Self {
        Self {
            pool,
            limits,
            workers: Semaphore::new(WORKERS),
            background: AsyncMutex::default(),
        }
    }

    /// Asks one thing about one mutant.
    async fn ask(&self, index: u64, mutant: &Mutant) -> Answer {
        let question = Question::of(index);
        let _background = if question.is_background() {
            Some(self.background.lock().await)
        } else {
            None
        };
        let _worker = self.workers.acquire().await.unwrap();
        let began = Instant::now();
        let outcome = self.put(question, index, mutant).await;
        let took = began.elapsed();
        Answer {
            index,
            kind: mutant.kind,
            outcome: outcome.map_err(|error| error.failure),
            took,
            is_late: took > question.limit(&self.limits) + PATIENCE,
        }
    }

    async fn put(&self, question: Question, index: u64, mutant: &Mutant) -> Result<(), MediaError> {
        let (pool, path) = (&self.pool, mutant.path.as_path());
        let cancel = CancellationToken::new();
        match question {
            Question::Inspect => pool.inspect(path, &cancel).await.map(drop),
            Question::Strip => pool.strip(path, 20, &cancel).await.map(drop),
            Question::Frame => {
                let frame = FrameIndex(u32::try_from(index % 40).unwrap_or(0));
                pool.frame(path, frame, StillFormat::Jpeg, &cancel).await.map(drop)
            }
            Question::FrameTable => pool.frame_table(path, &cancel).await.map(drop),
            Question::Preview => {
                let output = mutant.folder.path().join("preview.mp4");
                let options = PreviewOptions::default();
                pool.preview(path, &output, options, &mut |_, _| {}, &cancel)
                    .await
                    .map(drop)
            }
        }
    }
}

fn number(name: &str) -> Option<u64> {
    let arguments: Vec<String> = std::env::args().collect();
    let at = arguments.iter().position(|argument| argument == name)?;
    arguments.get(at + 1)?.parse().ok()
}
