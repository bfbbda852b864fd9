//! What is settled before a worker sees a path. Opening a pipe with no writer hangs beyond any interrupt, so only plain files pass.

use crate::error::MediaError;
use crate::fault::{Fault, failure_of};
use circletake_domain::media_failure::MediaFailure;
use std::path::Path;
use std::time::Duration;

/// A file system that does not answer within this is treated as broken.
const PATIENCE: Duration = Duration::from_secs(10);
/// A minute of uncompressed 4K; no clip of a few seconds comes near it.
const MOST_BYTES: u64 = 32 << 30;

/// Passes plain, readable files with something in them, and says how many bytes.
pub(crate) async fn readable_file(path: &Path) -> Result<u64, MediaError> {
    let refuse = |failure, detail: String| Err(MediaError::new(path, Fault::new(failure, detail)));
    let owned = path.to_owned();
    let looked = tokio::task::spawn_blocking(move || look(&owned));
    match tokio::time::timeout(PATIENCE, looked).await {
        Ok(Ok(Ok(bytes))) => Ok(bytes),
        Ok(Ok(Err(fault))) => Err(MediaError::new(path, fault)),
        Ok(Err(_)) => refuse(MediaFailure::Cancelled, "the program is ending".to_owned()),
        Err(_) => refuse(MediaFailure::TimedOut, "the file system does not answer".to_owned()),
    }
}

fn look(path: &Path) -> Result<u64, Fault> {
    let facts = std::fs::metadata(path).map_err(|error| {
        if links_in_circles(&error) {
            Fault::new(MediaFailure::Missing, error.to_string())
        } else {
            Fault::from_io("stat", &error)
        }
    })?;
    if !facts.is_file() {
        return Err(Fault::new(MediaFailure::NotAFile, format!("{:?}", facts.file_type())));
    }
    if facts.len() == 0 {
        return Err(Fault::new(MediaFailure::Empty, "0 bytes"));
    }
    if facts.len() > MOST_BYTES {
        return Err(Fault::new(MediaFailure::TooLarge, format!("{} bytes", facts.len())));
    }
    // The only sure way to learn whether it may be read. A plain file cannot make this wait.
    std::fs::File::open(path)
        .map(|_| facts.len())
        .map_err(|error| Fault::new(failure_of(&error), format!("open: {error}")))
}

/// A link that leads back to itself names no file.
#[cfg(unix)]
fn links_in_circles(error: &std::io::Error) -> bool {
    error.raw_os_error() == Some(libc::ELOOP)
}
#[cfg(not(unix))]
fn links_in_circles(_error: &std::io::Error) -> bool {
    false
}
