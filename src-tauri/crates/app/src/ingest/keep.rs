//! Keeping one clip: its bytes first, safely on disk under a name that is ours alone, then its records in one transaction. A crash in between
//! leaves a file without a record, which the doctor finds; never a record without its file.

use super::arrival::Arrival;
use super::expectations::unmet;
use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::previews::put;
use camino::{Utf8Path, Utf8PathBuf};
use circletake_domain::brief::Brief;
use circletake_domain::id::{ContentHash, GenerationId};
use circletake_domain::status::Status;
use circletake_media::Inspection;
use circletake_store::{FilePlace, ImportKey, LibraryFolder, NewClip, NewGeneration, StoreError, new_clip_uid};
use std::path::Path;

/// What became of a file.
pub(super) enum Kept {
    /// It is an attempt of its own now.
    New {
        /// Which.
        generation: GenerationId,
        /// Where its file lies.
        path: Utf8PathBuf,
    },
    /// It is the clip of an attempt that was logged before, without its clip.
    Awaited {
        /// Which.
        generation: GenerationId,
        /// Where its file lies.
        path: Utf8PathBuf,
    },
    /// The library has these bytes already.
    Known,
    /// The library had these bytes already, and their file, which was lost or written over, is back.
    Back,
}

impl OpenLibrary {
    /// Makes an attempt of a file that was looked at.
    pub(super) async fn keep_clip(
        &self,
        path: &Path,
        inspection: Inspection,
        arrival: &Arrival<'_>,
        import: ImportKey,
    ) -> Result<Kept, AppError> {
        let options = arrival.options;
        let facts = inspection.facts;
        if let Some(clip) = self.store().clip_with_bytes(&facts.blake3).await? {
            let back = self.bring_back(&clip, path, options.reference).await?;
            return Ok(if back { Kept::Back } else { Kept::Known });
        }
        let awaited = arrival.awaited(path);
        let generation = match awaited {
            Some(attempt) => attempt.id.clone(),
            None => self.reserve_generation().await?,
        };
        let place = if options.reference {
            self.reference(path).await?
        } else {
            let name = LibraryFolder::clip_name(&options.brief_id, &generation, 1, extension_of(path));
            self.copy_into(path, name, &facts.blake3).await?
        };
        let clip = new_clip_uid();
        put(&self.store().folder().poster(clip), &inspection.poster).await?;
        let brief = match self.store().brief(&options.brief_id).await {
            Ok(stored) => stored.brief,
            Err(StoreError::NotFound { .. }) => Brief::bare(options.brief_id.clone()),
            Err(error) => return Err(error.into()),
        };
        let new_clip = NewClip {
            uid: clip,
            generation: generation.clone(),
            flags: unmet(&brief, &facts),
            place,
            original_name: super::file_name(path),
            facts,
            made_by: options.made_by.clone(),
        };
        let path = self.store().path_of(&new_clip.place);
        let now = self.now();
        if let Some(attempt) = awaited {
            let mut write = self.store().write().await?;
            write.add_clip(&new_clip, now).await?;
            write.advance(&generation, attempt.on_to_review(), now).await?;
            write.commit().await?;
            return Ok(Kept::Awaited { generation, path });
        }
        let new = NewGeneration {
            model: options.model.clone(),
            made_by: options.made_by.clone(),
            prompt: self.prompt_of(arrival).await?,
            cost: options.cost.map(|cost| (cost.amount, cost.basis)),
            import: Some(import),
            ..NewGeneration::started(generation.clone(), options.brief_id.clone(), now)
        };
        let mut write = self.store().write().await?;
        write.add_generation(&new, now).await?;
        write.add_clip(&new_clip, now).await?;
        write
            .advance(&generation, &[Status::Generated, Status::ReviewPending], now)
            .await?;
        write.commit().await?;
        Ok(Kept::New { generation, path })
    }

    /// Copies a file's bytes into the library under a name that is still free.
    pub(crate) async fn copy_into(
        &self,
        path: &Path,
        name: Utf8PathBuf,
        hash: &ContentHash,
    ) -> Result<FilePlace, AppError> {
        let target = self.store().folder().path().join(&name);
        let (source, hash) = (path.to_owned(), hash.clone());
        let copying = tokio::task::spawn_blocking(move || copy_in(&source, &target, &hash)).await;
        copying.map_err(|error| AppError::file(&name)(std::io::Error::other(error)))??;
        Ok(FilePlace::Stored(name))
    }

    /// The place of a file that stays where it lies.
    pub(super) async fn reference(&self, path: &Path) -> Result<FilePlace, AppError> {
        let place = FilePlace::Referenced(absolute(path)?);
        if self.store().is_taken(&place).await? {
            return Err(AppError::WrittenOver {
                path: path.to_string_lossy().into_owned(),
            });
        }
        Ok(place)
    }

    async fn reserve_generation(&self) -> Result<GenerationId, AppError> {
        let mut write = self.store().write().await?;
        let mut reserved = write.reserve_generations(1).await?;
        write.commit().await?;
        reserved.pop().ok_or_else(|| AppError::Invalid {
            field: "id",
            problem: "none was reserved".to_owned(),
        })
    }
}

/// What a file's name ends with; most clips are MP4.
pub(crate) fn extension_of(path: &Path) -> &str {
    path.extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or("mp4")
}

/// A path that still means the same from elsewhere.
fn absolute(path: &Path) -> Result<Utf8PathBuf, AppError> {
    let unreadable = || AppError::UnreadableName {
        path: path.to_string_lossy().into_owned(),
    };
    let plain = std::path::absolute(path).map_err(AppError::file(path.to_string_lossy().as_ref()))?;
    Utf8PathBuf::from_path_buf(plain).map_err(|_| unreadable())
}

/// Copies a file's bytes so that after a crash the target is either not there or whole. The copy shares its blocks with the source where the
/// file system can (`copy_file_range` on Btrfs and XFS, `clonefile` on APFS). Hard links are not used: a program that writes its next take over
/// the same file would change the library's clip with it.
fn copy_in(source: &Path, target: &Utf8Path, expected: &ContentHash) -> Result<(), AppError> {
    let shown = source.to_string_lossy().into_owned();
    let folder = target.parent().unwrap_or(target);
    fs_err::create_dir_all(folder).map_err(AppError::file(folder))?;
    let unfinished = Utf8PathBuf::from(format!("{target}.part"));
    let copied = std::fs::copy(source, &unfinished)
        .map_err(AppError::file(&unfinished))
        .and_then(|_| {
            let mut hasher = blake3::Hasher::new();
            let copy = std::fs::File::open(&unfinished).map_err(AppError::file(&unfinished))?;
            hasher.update_reader(&copy).map_err(AppError::file(&unfinished))?;
            if hasher.finalize().to_hex().as_str() != expected.as_str() {
                return Err(AppError::ChangedMeanwhile { path: shown.into() });
            }
            copy.sync_all().map_err(AppError::file(&unfinished))
        });
    if let Err(error) = copied {
        let _ = std::fs::remove_file(&unfinished);
        return Err(error);
    }
    make_writable(&unfinished);
    fs_err::rename(&unfinished, target).map_err(AppError::file(target))?;
    sync_folder(folder);
    Ok(())
}

/// A copy takes the source's permissions with it; a read-only clip could not be moved with its library.
fn make_writable(file: &Utf8Path) {
    if let Ok(metadata) = std::fs::metadata(file) {
        let mut permissions = metadata.permissions();
        if permissions.readonly() {
            #[cfg(unix)]
            std::os::unix::fs::PermissionsExt::set_mode(&mut permissions, 0o644);
            #[cfg(not(unix))]
            #[expect(
                clippy::permissions_set_readonly_false,
                reason = "not Unix: the flag is the owner's alone"
            )]
            permissions.set_readonly(false);
            let _ = std::fs::set_permissions(file, permissions);
        }
    }
}

/// Makes a rename durable where folders can be synced; elsewhere the file system orders it itself.
fn sync_folder(folder: &Utf8Path) {
    if let Ok(opened) = std::fs::File::open(folder) {
        let _ = opened.sync_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_whole_or_not_there() {
        let folder = tempfile::tempdir().unwrap();
        let source = folder.path().join("a.mp4");
        std::fs::write(&source, b"frames").unwrap();
        let target = Utf8PathBuf::from_path_buf(folder.path().join("clips/bf/gen_00001_v1.mp4")).unwrap();
        let other = ContentHash::new(blake3::hash(b"other frames").to_hex().as_str()).unwrap();
        let refused = copy_in(&source, &target, &other).unwrap_err();
        assert_eq!(refused.problem().code, "changed_meanwhile");
        assert_eq!(std::fs::read_dir(target.parent().unwrap()).unwrap().count(), 0);
        let right = ContentHash::new(blake3::hash(b"frames").to_hex().as_str()).unwrap();
        copy_in(&source, &target, &right).unwrap();
        assert_eq!(std::fs::read(&target).unwrap(), b"frames");
    }
}
