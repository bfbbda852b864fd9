//! How much memory workers took, read from `/proc` while they live.

use circletake_media::MediaPool;
use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// Looks at all workers many times a second.
pub struct Watch(Arc<AtomicU64>);

impl Watch {
    pub fn start(pool: MediaPool) -> Self {
        let peak = Arc::new(AtomicU64::new(0));
        let seen = Arc::clone(&peak);
        std::thread::spawn(move || {
            loop {
                for worker in pool.worker_process_ids() {
                    seen.fetch_max(peak_kib(&worker.to_string()), Ordering::Relaxed);
                }
                std::thread::sleep(Duration::from_millis(10));
            }
        });
        Self(peak)
    }
    pub fn worker_peak_mib(&self) -> u64 {
        self.0.load(Ordering::Relaxed) / 1024
    }
}

pub fn own_peak_mib() -> u64 {
    peak_kib("self") / 1024
}

/// The most memory a process ever held (Linux; 0 elsewhere).
fn peak_kib(process: &str) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|rest| rest.split_whitespace().next())
        .and_then(|number| number.parse().ok())
        .unwrap_or(0)
}
