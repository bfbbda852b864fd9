//! Broken clips by the thousand through the real pool. `cargo xtask torture media --count N [--seed S] [--only INDEX]`
//!
//! Every mutant follows from seed and index alone, so any one can be made again. Fails when an answer takes longer than its limit, when a
//! worker cannot be started any more, or when this process dies of it.
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
use circletake_media::still::StillFormat;
use circletake_media::{Limits, MediaError, MediaPool, PoolOptions};
use mutant::{Kind, Shelf};
use std::path::Path;
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tally::Tally;
use tokio_util::sync::CancellationToken;

/// Workers, and twice as many clips waiting for them.
const WORKERS: usize = 2;
/// Longer than the longest limit and the grace of a hung worker: an answer after this is a hang.
const PATIENCE: Duration = Duration::from_secs(5);

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
    let limits = options.limits;
    let pool = MediaPool::new(options);
    let memory = memory::Watch::start(pool.clone());
    let tally = Arc::new(Mutex::new(Tally::default()));
    let next = Arc::new(AtomicU64::new(indices.start));
    let began = Instant::now();
    runtime.block_on(async {
        let tasks: Vec<_> = (0..WORKERS * 2)
            .map(|_| {
                let (pool, shelf, tally, next) = (pool.clone(), shelf.clone(), tally.clone(), next.clone());
                tokio::spawn(async move {
                    loop {
                        let index = next.fetch_add(1, Ordering::Relaxed);
                        if index >= indices.end {
                            break;
                        }
                        let (kind, outcome, took) = one(&pool, &shelf, index).await;
                        tally.lock().unwrap().count(index, kind, outcome, took);
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
    if tally.slowest() > longest(&limits) + PATIENCE || tally.saw(MediaFailure::WorkerUnavailable) {
        println!("FAILED: an answer came too late, or workers could not be started");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// Asks one thing about one mutant.
async fn one(pool: &MediaPool, shelf: &Shelf, index: u64) -> (Kind, Result<(), MediaFailure>, Duration) {
    let mutant = shelf.mutant(index);
    let began = Instant::now();
    let outcome = ask(pool, &mutant.path, index).await;
    let took = began.elapsed();
    drop(mutant.folder);
    (mutant.kind, outcome.map_err(|error| error.failure), took)
}

async fn ask(pool: &MediaPool, path: &Path, index: u64) -> Result<(), MediaError> {
    let cancel = CancellationToken::new();
    match index % 8 {
        0 => pool.strip(path, 20, &cancel).await.map(drop),
        1 => pool
            .frame(
                path,
                FrameIndex(u32::try_from(index % 40).unwrap_or(0)),
                StillFormat::Jpeg,
                &cancel,
            )
            .await
            .map(drop),
        2 => pool.frame_table(path, &cancel).await.map(drop),
        _ => pool.inspect(path, &cancel).await.map(drop),
    }
}

fn longest(limits: &Limits) -> Duration {
    limits.inspect.time.max(limits.frames.time)
}

fn number(name: &str) -> Option<u64> {
    let arguments: Vec<String> = std::env::args().collect();
    let at = arguments.iter().position(|argument| argument == name)?;
    arguments.get(at + 1)?.parse().ok()
}
