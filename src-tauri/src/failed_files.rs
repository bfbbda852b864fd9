//! What the last jobs could not bring in, so that it can be shown in the file browser without the page naming a path.

use circletake_app::view::import::FailedFile;
use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// Jobs whose failures are remembered.
const JOBS_KEPT: usize = 8;

/// The failures of the last few jobs.
#[derive(Debug, Default)]
pub struct FailedFiles(Mutex<VecDeque<(String, Vec<FailedFile>)>>);

impl FailedFiles {
    /// Remembers what a job could not bring in.
    pub fn keep(&self, job_key: String, failed: Vec<FailedFile>) {
        let mut jobs = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        jobs.push_back((job_key, failed));
        if jobs.len() > JOBS_KEPT {
            jobs.pop_front();
        }
    }

    /// The file at a place in a job's list of failures.
    pub fn path(&self, job_key: &str, index: u32) -> Option<PathBuf> {
        let jobs = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (_, failed) = jobs.iter().rev().find(|(key, _)| key == job_key)?;
        failed
            .get(usize::try_from(index).ok()?)
            .map(|file| PathBuf::from(&file.path))
    }
}
