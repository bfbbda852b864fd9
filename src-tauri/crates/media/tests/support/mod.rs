//! A pool of the test worker, and `ffprobe` to compare with.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what cannot go on stops with the reason"
)]
#![allow(dead_code, reason = "each test file uses a part of it")]

use circletake_media::{MediaPool, PoolOptions};
use serde_json::Value;
use std::path::Path;
use std::process::Command;

/// A pool with as many workers.
pub fn pool_of(workers: usize) -> MediaPool {
    let mut options = PoolOptions::new(env!("CARGO_BIN_EXE_media-worker"));
    options.workers = workers;
    MediaPool::new(options)
}

/// What `ffprobe` says of the file, its packets and frames counted.
pub fn ffprobe(path: &Path) -> Value {
    let arguments = [
        "-v",
        "error",
        "-of",
        "json",
        "-show_format",
        "-show_streams",
        "-count_frames",
    ];
    let output = Command::new("ffprobe").args(arguments).arg(path).output().unwrap();
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Runs the `ffmpeg` command line.
pub fn ffmpeg(arguments: &[&str]) {
    let output = Command::new("ffmpeg")
        .args(["-v", "error", "-y", "-nostdin"])
        .args(arguments)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
