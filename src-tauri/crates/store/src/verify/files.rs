//! The files: each is hashed again, several at once.

use super::{KnownFile, Tampering};
use crate::clips::{FileCondition, place};
use crate::doctor::hash_of;
use crate::error::Result;
use crate::file_conditions::SeenFile;
use crate::library::Library;
use crate::row::Columns;
use crate::watched_work::Watcher;
use futures::StreamExt;
use sqlx::Row;
use sqlx::sqlite::SqliteConnection;

/// Files hashed at once: a disk answers more than one reader well, and a processor is kept busy.
const AT_ONCE: usize = 4;

pub(super) async fn known(library: &Library, moment: &mut SqliteConnection) -> Result<Vec<KnownFile>> {
    let rows = sqlx::query("SELECT key, content_hash, place, path, state FROM files ORDER BY key")
        .fetch_all(moment)
        .await?;
    let known = rows.iter().map(|row| {
        Ok(KnownFile {
            key: row.try_get("key")?,
            before: row.word("state")?,
            path: library.path_of(&place(row)?),
            shown: row.try_get("path")?,
            content_hash: row.try_get("content_hash")?,
        })
    });
    known.collect()
}

/// Files that are gone or hold other bytes, and how every file was found that its record says otherwise of.
pub(super) async fn changed(known: Vec<KnownFile>, watcher: Watcher<'_>) -> Result<(Vec<Tampering>, Vec<SeenFile>)> {
    let total = known.len();
    watcher.tell(0, total, "files")?;
    let mut hashed = futures::stream::iter(known)
        .map(|file| async move {
            let path = file.path.clone();
            let found = tokio::task::spawn_blocking(move || hash_of(&path)).await;
            (file, found.ok().flatten())
        })
        .buffered(AT_ONCE);
    let (mut changed, mut seen) = (Vec::new(), Vec::new());
    let mut done = 0;
    while let Some((file, found)) = hashed.next().await {
        done += 1;
        watcher.tell(done, total, &file.shown)?;
        let condition = FileCondition::of(found.as_deref(), &file.content_hash);
        if condition != file.before {
            seen.push(SeenFile::new(file.key, condition));
        }
        if condition == FileCondition::Present {
            continue;
        }
        changed.push(if let Some(found) = found {
            let message = format!("The bytes of `{}` are not those that came in.", file.shown);
            let other = Tampering::new("file_changed", "files", file.shown, message);
            other.expected(file.content_hash).found(found)
        } else {
            let message = format!("`{}` is not there, or cannot be read.", file.shown);
            Tampering::new("file_missing", "files", file.shown, message).expected(file.content_hash)
        });
    }
    Ok((changed, seen))
}
