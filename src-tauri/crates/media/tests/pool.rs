//! What the pool promises whatever happens to a worker.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what cannot go on stops with the reason"
)]
#![cfg(unix)]

mod support;

use circletake_domain::media_failure::MediaFailure;
use circletake_media::{Allowance, MediaPool, PoolOptions};
use circletake_testkit::{ClipRecipe, Codec, Container};
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};
use support::pool_of;
use tokio_util::sync::CancellationToken;

fn clip() -> PathBuf {
    ClipRecipe::new(Codec::H264, Container::Mp4).make().into()
}
fn signal(name: &str, process: u32) {
    assert!(
        Command::new("kill")
            .args([name, &process.to_string()])
            .status()
            .unwrap()
            .success()
    );
}
/// A pool with one worker that has started and answers nothing until it is told to go on.
async fn pool_with_a_stopped_worker() -> (MediaPool, u32) {
    let pool = pool_of(1);
    pool.probe(&clip(), &CancellationToken::new()).await.unwrap();
    let [worker] = pool.worker_process_ids()[..] else {
        panic!("one worker")
    };
    signal("-STOP", worker);
    (pool, worker)
}

#[tokio::test]
async fn a_worker_killed_at_work_is_reported_and_replaced() {
    let (pool, worker) = pool_with_a_stopped_worker().await;
    let asked = tokio::spawn({
        let pool = pool.clone();
        async move { pool.inspect(&clip(), &CancellationToken::new()).await }
    });
    tokio::time::sleep(Duration::from_millis(50)).await;
    signal("-KILL", worker);
    assert_eq!(asked.await.unwrap().unwrap_err().failure, MediaFailure::WorkerDied);
    assert_eq!(
        pool.probe(&clip(), &CancellationToken::new())
            .await
            .unwrap()
            .frame_count,
        36
    );
    assert_ne!(pool.worker_process_ids(), [worker]);
}

#[tokio::test]
async fn a_worker_killed_at_rest_is_not_noticed() {
    let (pool, worker) = pool_with_a_stopped_worker().await;
    signal("-KILL", worker);
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert!(pool.probe(&clip(), &CancellationToken::new()).await.is_ok());
}

#[tokio::test]
async fn a_hung_worker_is_killed_after_its_time() {
    let mut options = PoolOptions::new(env!("CARGO_BIN_EXE_media-worker"));
    options.workers = 1;
    options.limits.inspect = Allowance {
        time: Duration::from_millis(500),
        memory_bytes: 1 << 30,
    };
    let pool = MediaPool::new(options);
    pool.probe(&clip(), &CancellationToken::new()).await.unwrap();
    signal("-STOP", pool.worker_process_ids()[0]);
    let began = Instant::now();
    let error = pool.inspect(&clip(), &CancellationToken::new()).await.unwrap_err();
    assert_eq!(error.failure, MediaFailure::TimedOut);
    assert!(began.elapsed() < Duration::from_secs(4), "{:?}", began.elapsed());
    assert!(pool.probe(&clip(), &CancellationToken::new()).await.is_ok());
}

#[tokio::test]
async fn a_cancel_is_obeyed_within_100_ms_even_by_a_hung_worker() {
    let (pool, worker) = pool_with_a_stopped_worker().await;
    let took = time_to_cancel(&pool).await;
    assert!(took < Duration::from_millis(100), "{took:?}");
    assert!(pool.probe(&clip(), &CancellationToken::new()).await.is_ok());
    assert_ne!(pool.worker_process_ids(), [worker]);
}

#[tokio::test]
async fn a_cancel_is_obeyed_within_100_ms_while_waiting_for_a_worker() {
    let (pool, worker) = pool_with_a_stopped_worker().await;
    let busy = tokio::spawn({
        let pool = pool.clone();
        async move { pool.inspect(&clip(), &CancellationToken::new()).await }
    });
    tokio::time::sleep(Duration::from_millis(30)).await;
    let took = time_to_cancel(&pool).await;
    assert!(took < Duration::from_millis(100), "{took:?}");
    signal("-CONT", worker);
    assert!(busy.await.unwrap().is_ok(), "the one at work is not disturbed");
}

#[tokio::test]
async fn a_cancelled_worker_that_listens_is_kept() {
    let pool = pool_of(1);
    let long = ClipRecipe::new(Codec::H264, Container::Mp4)
        .size(1920, 1080)
        .frames(240)
        .key_interval(240)
        .make();
    pool.probe(long.as_std_path(), &CancellationToken::new()).await.unwrap();
    let before = pool.worker_process_ids();
    let cancel = CancellationToken::new();
    let strip = tokio::spawn({
        let (pool, cancel) = (pool.clone(), cancel.clone());
        async move { pool.strip(long.as_std_path(), 20, &cancel).await }
    });
    tokio::time::sleep(Duration::from_millis(150)).await;
    let began = Instant::now();
    cancel.cancel();
    assert_eq!(strip.await.unwrap().unwrap_err().failure, MediaFailure::Cancelled);
    assert!(began.elapsed() < Duration::from_millis(100), "{:?}", began.elapsed());
    assert!(pool.probe(&clip(), &CancellationToken::new()).await.is_ok());
    assert_eq!(pool.worker_process_ids(), before);
}

#[tokio::test]
async fn more_requests_than_workers_are_all_answered() {
    let pool = pool_of(2);
    let asked: Vec<_> = (0..40)
        .map(|_| {
            tokio::spawn({
                let pool = pool.clone();
                async move { pool.inspect(&clip(), &CancellationToken::new()).await }
            })
        })
        .collect();
    for answer in asked {
        assert!(!answer.await.unwrap().unwrap().poster.is_empty());
    }
    assert!(pool.worker_process_ids().len() <= 2);
}

#[tokio::test]
async fn a_dropped_pool_leaves_no_process_behind() {
    let pool = pool_of(1);
    pool.probe(&clip(), &CancellationToken::new()).await.unwrap();
    let worker = pool.worker_process_ids()[0];
    drop(pool);
    tokio::time::sleep(Duration::from_millis(200)).await;
    let status = std::fs::read_to_string(format!("/proc/{worker}/status")).unwrap_or_default();
    assert!(status.is_empty() || status.contains("Z (zombie)"), "{status}");
}

#[test]
fn a_worker_ends_by_itself_when_the_app_is_gone() {
    let mut worker = Command::new(env!("CARGO_BIN_EXE_media-worker"))
        .arg("--media-worker")
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(worker.stdin.take());
    let began = Instant::now();
    assert!(worker.wait().unwrap().success());
    assert!(began.elapsed() < Duration::from_secs(2));
}

async fn time_to_cancel(pool: &MediaPool) -> Duration {
    let cancel = CancellationToken::new();
    let asked = tokio::spawn({
        let (pool, cancel) = (pool.clone(), cancel.clone());
        async move { pool.inspect(&clip(), &cancel).await }
    });
    tokio::time::sleep(Duration::from_millis(30)).await;
    let began = Instant::now();
    cancel.cancel();
    assert_eq!(asked.await.unwrap().unwrap_err().failure, MediaFailure::Cancelled);
    began.elapsed()
}
