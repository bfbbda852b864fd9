//! Long work that the page can stop by the key it gave it.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use tokio_util::sync::{CancellationToken, DropGuard};

/// The jobs that are running.
#[derive(Debug, Default)]
pub struct Jobs(Mutex<HashMap<String, CancellationToken>>);

impl Jobs {
    /// Begins a job; it is over when what this returns is dropped, also when the page went away.
    pub fn begin(&self, key: &str) -> RunningJob<'_> {
        let token = CancellationToken::new();
        self.running().insert(key.to_owned(), token.clone());
        RunningJob {
            jobs: self,
            key: key.to_owned(),
            _stops_when_dropped: token.clone().drop_guard(),
            token,
        }
    }

    /// Asks a job to stop. One that ended already is no mistake.
    pub fn cancel(&self, key: &str) {
        if let Some(token) = self.running().get(key) {
            token.cancel();
        }
    }

    /// Asks every job to stop.
    pub fn cancel_all(&self) {
        for token in self.running().values() {
            token.cancel();
        }
    }

    fn running(&self) -> std::sync::MutexGuard<'_, HashMap<String, CancellationToken>> {
        // A token is whole or not there: a panic elsewhere leaves nothing half-done in the map.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A job while it runs.
#[derive(Debug)]
pub struct RunningJob<'a> {
    jobs: &'a Jobs,
    key: String,
    token: CancellationToken,
    _stops_when_dropped: DropGuard,
}

impl RunningJob<'_> {
    /// Tells the work to stop.
    pub fn token(&self) -> &CancellationToken {
        &self.token
    }
}

impl Drop for RunningJob<'_> {
    fn drop(&mut self) {
        self.jobs.running().remove(&self.key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_is_stopped_by_its_key_and_forgotten_when_it_ends() {
        let jobs = Jobs::default();
        let job = jobs.begin("one");
        let other = jobs.begin("two");
        jobs.cancel("one");
        assert!(job.token().is_cancelled() && !other.token().is_cancelled());
        drop(job);
        assert_eq!(jobs.running().len(), 1);
        jobs.cancel("one");
    }
}
