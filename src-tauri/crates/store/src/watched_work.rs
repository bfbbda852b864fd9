//! Long work on a library: who hears how far it is, and whether it is to stop.

use crate::error::{Result, StoreError};
use std::fmt;
use std::sync::LazyLock;
use tokio_util::sync::CancellationToken;

/// Hears how far long work is: things done, things to do, and what is looked at. Must return at once.
pub type HowFar<'a> = &'a (dyn Fn(u32, u32, &str) + Send + Sync);

/// Somebody who watches long work and may stop it.
#[derive(Clone, Copy)]
pub struct Watcher<'a> {
    tell: HowFar<'a>,
    cancel: &'a CancellationToken,
}

impl fmt::Debug for Watcher<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Watcher")
            .field("cancel", &self.cancel)
            .finish_non_exhaustive()
    }
}

impl<'a> Watcher<'a> {
    /// Tells `tell`, and stops when `cancel` says so.
    pub fn new(tell: HowFar<'a>, cancel: &'a CancellationToken) -> Self {
        Self { tell, cancel }
    }
    /// Nobody watches, and nobody stops it.
    pub fn nobody() -> Watcher<'static> {
        static NEVER: LazyLock<CancellationToken> = LazyLock::new(CancellationToken::new);
        Watcher {
            tell: &|_, _, _| {},
            cancel: &NEVER,
        }
    }
    /// Says how far it is; an error where the work is to stop.
    pub(crate) fn tell(self, done: usize, total: usize, subject: &str) -> Result<()> {
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        (self.tell)(number(done), number(total), subject);
        self.go_on()
    }
    /// An error where the work is to stop.
    pub(crate) fn go_on(self) -> Result<()> {
        if self.cancel.is_cancelled() {
            Err(StoreError::Cancelled)
        } else {
            Ok(())
        }
    }
}
