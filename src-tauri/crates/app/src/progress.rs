//! How far long work is.

use crate::view::import::Progress;

/// Hears how far long work is; must return at once.
pub type ProgressSink<'a> = &'a (dyn Fn(Progress) + Send + Sync);
