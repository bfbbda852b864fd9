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

/// One frame as `ffprobe` stamps it, in ticks of its stream.
pub struct StampedFrame {
    /// Not every last frame has a stamp.
    pub begins: Option<i64>,
    /// 0 where the file does not say.
    pub duration: i64,
}

/// The frames of the first video stream, in the order they are shown.
pub fn ffprobe_frames(path: &Path) -> Vec<StampedFrame> {
    let entries = "frame=best_effort_timestamp,duration,pkt_duration";
    let arguments = [
        "-v",
        "error",
        "-of",
        "json",
        "-select_streams",
        "v:0",
        "-show_entries",
        entries,
    ];
    let output = Command::new("ffprobe").args(arguments).arg(path).output().unwrap();
    let said: Value = serde_json::from_slice(&output.stdout).unwrap();
    let stamped = |frame: &Value| StampedFrame {
        begins: frame["best_effort_timestamp"].as_i64(),
        // Before version 6 it goes by its older name.
        duration: frame["duration"]
            .as_i64()
            .or(frame["pkt_duration"].as_i64())
            .unwrap_or(0),
    };
    said["frames"].as_array().unwrap().iter().map(stamped).collect()
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
