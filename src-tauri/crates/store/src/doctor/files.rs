//! Records against their files: each is looked for and its bytes hashed.

use super::Finding;
use crate::clips::{FileCondition, FilePlace, place};
use crate::error::Result;
use crate::file_conditions::{SeenFile, condition};
use crate::library::Library;
use crate::row::Columns;
use crate::watched_work::Watcher;
use camino::{Utf8Path, Utf8PathBuf};
use circletake_domain::timestamp::Timestamp;
use sqlx::Row;
use std::collections::HashMap;

struct KnownFile {
    key: i64,
    hash: String,
    place: FilePlace,
    before: FileCondition,
}

impl Library {
    pub(super) async fn check_files(&self, fix: bool, now: Timestamp, watcher: Watcher<'_>) -> Result<Vec<Finding>> {
        let rows = sqlx::query("SELECT key, content_hash, place, path, state FROM files ORDER BY key");
        let rows = rows.fetch_all(self.readers()).await?;
        let mut findings = Vec::new();
        let mut set_aside: Option<HashMap<String, Utf8PathBuf>> = None;
        let total = rows.len();
        for (done, row) in rows.into_iter().enumerate() {
            watcher.tell(done, total, row.try_get("path")?)?;
            let file = KnownFile {
                key: row.try_get("key")?,
                hash: row.try_get("content_hash")?,
                place: place(&row)?,
                before: row.word("state")?,
            };
            let path = self.path_of(&file.place);
            let mut found = condition(path.clone(), file.hash.clone()).await;
            if found != FileCondition::Present && matches!(file.place, FilePlace::Stored(_)) && fix {
                let known = match &set_aside {
                    Some(known) => known,
                    None => set_aside.insert(hashes_below(self.folder().set_aside()).await),
                };
                if found == FileCondition::Missing && bring_back(known.get(&file.hash), &path) {
                    found = FileCondition::Present;
                    findings.push(Finding::new(
                        "row_without_file",
                        path.as_str(),
                        "It was found among what was set aside.",
                        true,
                    ));
                }
            }
            if fix && found != file.before {
                let mut write = self.write().await?;
                write.note_file(&SeenFile::new(file.key, found), now).await?;
                write.commit().await?;
            }
            let told = match (found, file.before) {
                (FileCondition::Missing, _) => Some((
                    "row_without_file",
                    "The clip's file is not there. Put it back, or bring the clip in again.",
                    false,
                )),
                (FileCondition::Changed, _) => Some((
                    "changed_file",
                    "The file's bytes are not those that were judged. Put the original back.",
                    false,
                )),
                (FileCondition::Present, FileCondition::Present) => None,
                (FileCondition::Present, _) => {
                    Some(("file_is_back", "It was missing or changed and is as it was again.", fix))
                }
            };
            if let Some((code, message, fixed)) = told {
                findings.push(Finding::new(code, path.as_str(), message, fixed));
            }
        }
        watcher.tell(total, total, "")?;
        Ok(findings)
    }
}

/// `None` where there is no plain file that can be read.
pub(crate) fn hash_of(path: &Utf8Path) -> Option<String> {
    if !path.is_file() {
        return None;
    }
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(fs_err::File::open(path).ok()?).ok()?;
    Some(hasher.finalize().to_hex().to_string())
}

async fn hashes_below(folder: Utf8PathBuf) -> HashMap<String, Utf8PathBuf> {
    let walking = tokio::task::spawn_blocking(move || {
        let files = super::strays::files_below(&folder);
        files
            .into_iter()
            .filter_map(|file| Some((hash_of(&file)?, file)))
            .collect()
    });
    walking.await.unwrap_or_default()
}

fn bring_back(from: Option<&Utf8PathBuf>, to: &Utf8Path) -> bool {
    let Some(from) = from else {
        return false;
    };
    let made = to.parent().is_none_or(|folder| fs_err::create_dir_all(folder).is_ok());
    made && fs_err::rename(from, to).is_ok()
}
