//! Files against their records: what lies in the library's folder and belongs to nothing.

use super::Finding;
use crate::error::{Result, StoreError};
use crate::library::Library;
use camino::{Utf8Path, Utf8PathBuf};
use std::collections::HashSet;

impl Library {
    pub(super) async fn check_strays(&self, fix: bool) -> Result<Vec<Finding>> {
        let folder = self.folder().path().to_owned();
        let known: Vec<String> = sqlx::query_scalar("SELECT path FROM files WHERE place = 'stored'")
            .fetch_all(self.readers())
            .await?;
        let known: HashSet<Utf8PathBuf> = known.into_iter().map(Utf8PathBuf::from).collect();
        let mut findings = Vec::new();
        for file in files_below(&self.folder().clips()) {
            let relative = file.strip_prefix(&folder).unwrap_or(&file).to_owned();
            if known.contains(&relative) {
                continue;
            }
            if is_unfinished(&file) {
                let fixed = fix && fs_err::remove_file(&file).is_ok();
                let message = "A copy that was cut short; its source was left as it was.";
                findings.push(Finding::new("unfinished_copy", relative.as_str(), message, fixed));
            } else {
                if fix {
                    self.set_aside(&file, &relative)?;
                }
                let message = if fix {
                    "It belongs to no record and was moved to `set-aside`."
                } else {
                    "It belongs to no record."
                };
                findings.push(Finding::new("file_without_row", relative.as_str(), message, fix));
            }
        }
        findings.extend(self.check_derived(fix).await?);
        Ok(findings)
    }

    /// What is derived can be made again, so what belongs to nothing is deleted.
    async fn check_derived(&self, fix: bool) -> Result<Vec<Finding>> {
        let clips: Vec<String> = sqlx::query_scalar("SELECT uid FROM clip_versions")
            .fetch_all(self.readers())
            .await?;
        let clips: HashSet<String> = clips.into_iter().collect();
        let mut findings = Vec::new();
        let Ok(entries) = self.folder().derived().read_dir_utf8() else {
            return Ok(findings);
        };
        for entry in entries.flatten() {
            if clips.contains(entry.file_name()) {
                for file in files_below(entry.path()).into_iter().filter(|file| is_unfinished(file)) {
                    let fixed = fix && fs_err::remove_file(&file).is_ok();
                    findings.push(Finding::new(
                        "unfinished_copy",
                        file.as_str(),
                        "A preview that was cut short.",
                        fixed,
                    ));
                }
                continue;
            }
            let removed = match entry.file_type() {
                Ok(kind) if kind.is_dir() => fix && fs_err::remove_dir_all(entry.path()).is_ok(),
                _ => fix && fs_err::remove_file(entry.path()).is_ok(),
            };
            let message = "A poster or preview of a clip that was never finished.";
            findings.push(Finding::new(
                "derived_without_clip",
                entry.path().as_str(),
                message,
                removed,
            ));
        }
        Ok(findings)
    }

    /// Makes room at a place in the library's folder: what lies there is kept, set aside.
    pub fn set_aside_if_there(&self, place: &Utf8Path) -> Result<()> {
        let file = self.folder().path().join(place);
        if file.symlink_metadata().is_err() {
            return Ok(());
        }
        self.set_aside(&file, place)
    }

    fn set_aside(&self, file: &Utf8Path, relative: &Utf8Path) -> Result<()> {
        let mut target = self.folder().set_aside().join(relative);
        let mut number = 1;
        while target.exists() {
            number += 1;
            let extension = relative.extension().unwrap_or("bin");
            target = self
                .folder()
                .set_aside()
                .join(relative)
                .with_extension(format!("{number}.{extension}"));
        }
        let folder = target.parent().unwrap_or(&target);
        fs_err::create_dir_all(folder).map_err(StoreError::disk(folder))?;
        fs_err::rename(file, &target).map_err(StoreError::disk(file))
    }
}

/// What copies and previews are called until they are whole.
fn is_unfinished(file: &Utf8Path) -> bool {
    let name = file.file_name().unwrap_or_default();
    file.extension() == Some("part") || name.contains(".part.")
}

/// Every file below a folder; nothing where there is no folder. Links are not followed.
pub(super) fn files_below(folder: &Utf8Path) -> Vec<Utf8PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = folder.read_dir_utf8() else {
            continue;
        };
        for entry in entries.flatten() {
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => folders.push(entry.into_path()),
                _ => files.push(entry.into_path()),
            }
        }
    }
    files.sort();
    files
}
