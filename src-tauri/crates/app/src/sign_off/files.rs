//! Whether the files that signatures stand on still hold the bytes that were signed. Where they do not, the signature falls.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::change::Change;
use camino::{Utf8Path, Utf8PathBuf};
use circletake_domain::id::{ContentHash, GenerationId};
use circletake_domain::sign_off::VoidReason;
use circletake_domain::timestamp::Timestamp;
use circletake_store::FileCondition;
use std::fs::Metadata;
use time::OffsetDateTime;

/// What lies where a file should.
pub(super) enum Found {
    /// A file with these bytes.
    Bytes(ContentHash),
    /// Nothing.
    Nothing,
    /// Something that cannot be read.
    Unreadable,
}

/// Reads a file whole.
pub(super) async fn measure(path: Utf8PathBuf) -> Found {
    let reading = tokio::task::spawn_blocking(move || {
        if !path.is_file() {
            return Found::Nothing;
        }
        let mut hasher = blake3::Hasher::new();
        let read = fs_err::File::open(&path).and_then(|file| hasher.update_reader(file).map(|_| ()));
        match (read, ContentHash::new(hasher.finalize().to_hex().as_str())) {
            (Ok(()), Ok(hash)) => Found::Bytes(hash),
            _ => Found::Unreadable,
        }
    });
    reading.await.unwrap_or(Found::Unreadable)
}

/// What is known of a file from when it was looked at last.
pub(super) struct Known<'a> {
    pub(super) bytes: u64,
    pub(super) content_hash: &'a ContentHash,
    pub(super) checked_at: Timestamp,
    /// Whether it was as it should be then.
    pub(super) was_present: bool,
}

/// How a file is found now, and how that was found out.
pub(super) struct Looked {
    pub(super) condition: FileCondition,
    /// The file was read whole; else one look at its folder said enough.
    read_whole: bool,
}

/// How a file is found now: one that was as it should be, is as long as it was, and was not touched since it was looked at last, is taken for
/// what it was; every other is read whole. One that cannot be read at the moment (a disk that is not there) says nothing about its bytes.
pub(super) async fn look(path: &Utf8Path, known: &Known<'_>) -> Looked {
    let at_a_glance = |condition| Looked {
        condition,
        read_whole: false,
    };
    let Ok(metadata) = fs_err::metadata(path) else {
        return at_a_glance(FileCondition::Missing);
    };
    if metadata.len() != known.bytes {
        return at_a_glance(FileCondition::Changed);
    }
    if known.was_present && touched_at(&metadata).is_some_and(|touched| touched < known.checked_at.moment()) {
        return at_a_glance(FileCondition::Present);
    }
    let condition = match measure(path.to_owned()).await {
        Found::Bytes(hash) if hash == *known.content_hash => FileCondition::Present,
        Found::Bytes(_) => FileCondition::Changed,
        Found::Nothing | Found::Unreadable => FileCondition::Missing,
    };
    Looked {
        condition,
        read_whole: true,
    }
}

/// When a file was written or its entry changed, whichever came later: the second cannot be set back by a program.
fn touched_at(metadata: &Metadata) -> Option<OffsetDateTime> {
    let written = OffsetDateTime::from(metadata.modified().ok()?);
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let entry = OffsetDateTime::from_unix_timestamp(metadata.ctime()).ok()?;
        let part = time::Duration::nanoseconds(metadata.ctime_nsec());
        Some(written.max(entry.checked_add(part)?))
    }
    #[cfg(not(unix))]
    Some(written)
}

impl OpenLibrary {
    /// Looks at the files that signatures stand on; a signature whose file holds other bytes by now falls, and its clip goes back to brand
    /// review. Answers the generations this is about; in a library that may only be read they are named, and nothing else happens.
    ///
    /// A glance at a file's size and times is enough where nobody touched it, so whoever says what is signed asks first.
    pub async fn recheck_signed_files(&self) -> Result<Vec<GenerationId>, AppError> {
        let mut fallen = Vec::new();
        for file in self.store().signed_files().await? {
            let known = Known {
                bytes: file.bytes,
                content_hash: &file.content_hash,
                checked_at: file.checked_at,
                was_present: true,
            };
            // What is written while the file is read is found by the next look.
            let begun = self.now();
            let looked = look(&self.store().path_of(&file.place), &known).await;
            let changed = looked.condition == FileCondition::Changed;
            // A file that was touched and is as it was need not be read again by whoever asks next.
            let untouched_from_now_on = looked.read_whole && looked.condition == FileCondition::Present;
            if !self.store().is_read_only() && (changed || untouched_from_now_on) {
                let mut write = self.store().write().await?;
                write.found_signed_file(&file, looked.condition, begun).await?;
                if changed {
                    write
                        .void_sign_off(&file.generation, VoidReason::FileChanged, self.now())
                        .await?;
                }
                write.commit().await?;
            }
            if changed {
                fallen.push(file.generation);
            }
        }
        if !fallen.is_empty() && !self.store().is_read_only() {
            self.changed(Change::Clips);
        }
        Ok(fallen)
    }
}
