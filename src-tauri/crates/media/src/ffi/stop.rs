//! When work must end: at a deadline, or on request.

use crate::fault::Fault;
use circletake_domain::media_failure::MediaFailure;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// A deadline and a flag, shared by everyone who works on one request. FFmpeg asks it during every read; loops ask it once a frame.
#[derive(Debug, Clone)]
pub struct Stop {
    deadline: Instant,
    cancelled: Arc<AtomicBool>,
}

impl Stop {
    /// Ends after `limit` from now.
    pub fn after(limit: Duration) -> Self {
        let now = Instant::now();
        // A limit too long for the clock is no limit that anyone would notice: a year.
        let deadline = now.checked_add(limit).unwrap_or(now + Duration::from_hours(365 * 24));
        Self {
            deadline,
            cancelled: Arc::default(),
        }
    }
    /// Asks the work to end.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }
    /// Why the work must end now, if it must.
    pub fn reached(&self) -> Option<MediaFailure> {
        if self.cancelled.load(Ordering::Relaxed) {
            Some(MediaFailure::Cancelled)
        } else if Instant::now() >= self.deadline {
            Some(MediaFailure::TimedOut)
        } else {
            None
        }
    }
    /// Fails when the work must end.
    pub fn check(&self) -> Result<(), Fault> {
        self.reached()
            .map_or(Ok(()), |failure| Err(Fault::new(failure, "stopped between frames")))
    }
}
