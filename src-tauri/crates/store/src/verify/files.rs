//! The files: each is hashed again, several at once.

use super::{KnownFile, Tampering};
use crate::clips::place;
use crate::doctor::hash_of;
use crate::error::Result;
use crate::library::Library;
use crate::watched_work::Watcher;
use futures::StreamExt;
use sqlx::Row;
use sqlx::sqlite::SqliteConnection;

/// Files hashed at once: a disk answers more than one reader well, and a processor is kept busy.
const AT_ONCE: usize = 4;

pub(super) async fn known(library: &Library, moment: &mut SqliteConnection) -> Result<Vec<KnownFile>> {
    let rows = sqlx::query("SELECT content_hash, place, path FROM files ORDER BY key")
        .fetch_all(moment)
        .await?;
    let known = rows.iter().map(|row| {
        Ok(KnownFile {
            path: library.path_of(&place(row)?),
            shown: row.try_get("path")?,
            content_hash: row.try_get("content_hash")?,
        })
    });
    known.collect()
}

/// Files that are gone or hold other bytes.
pub(super) async fn changed(known: Vec<KnownFile>, watcher: Watcher<'_>) -> Result<Vec<Tampering>> {
    let total = known.len();
    watcher.tell(0, total, "files")?;
    let mut hashed = futures::stream::iter(known)
        .map(|file| async move {
            let path = file.path.clone();
            let found = tokio::task::spawn_blocking(move || hash_of(&path)).await;
            (file, found.ok().flatten())
        })
        .buffered(AT_ONCE);
    let mut changed = Vec::new();
    let mut done = 0;
    while let Some((file, found)) = hashed.next().await {
        done += 1;
        watcher.tell(done, total, &file.shown)?;
        match found {
            Some(found) if found == file.content_hash => {}
            Some(found) => {
                let message = format!("The bytes of `{}` are not those that came in.", file.shown);
                let other = Tampering::new("file_changed", "files", file.shown, message);
                changed.push(other.expected(file.content_hash).found(found));
            }
            None => {
                let message = format!("`{}` is not there, or cannot be read.", file.shown);
                changed.push(Tampering::new("file_missing", "files", file.shown, message).expected(file.content_hash));
            }
        }
    }
    Ok(changed)
}
