//! Clips that a log names and that lie on this computer: linked where they lie. Everything else stays an address.

use crate::error::AppError;
use crate::ingest::unmet;
use crate::open_library::OpenLibrary;
use crate::previews::put;
use crate::progress::ProgressSink;
use crate::view::import::{FailedFile, LogImportReport, Progress};
use camino::{Utf8Path, Utf8PathBuf};
use circletake_domain::id::{BriefId, GenerationId};
use circletake_domain::record::LogRecord;
use circletake_media::{Inspection, MediaError};
use circletake_store::{FilePlace, NewClip, new_clip_uid};
use futures::StreamExt;
use percent_encoding::percent_decode_str;
use tokio_util::sync::CancellationToken;

/// Files looked at ahead of the one that is being linked.
const LOOK_AHEAD: usize = 8;

/// A clip on this computer and the attempt that it belongs to.
pub(super) struct LocalAsset {
    generation: GenerationId,
    brief: BriefId,
    path: Utf8PathBuf,
}

/// The clip that a row names, where it is a file on this computer. A relative path is looked for beside the log.
pub(super) fn local_asset(record: &LogRecord, beside: &Utf8Path) -> Option<LocalAsset> {
    let path = local_path(record.asset_url.as_deref()?)?;
    let path = Utf8PathBuf::from_path_buf(std::path::absolute(beside.join(path)).ok()?).ok()?;
    path.is_file().then(|| LocalAsset {
        generation: record.id.clone(),
        brief: record.brief_id.clone(),
        path,
    })
}

impl OpenLibrary {
    /// Links clips to attempts that have none yet. What cannot be read is reported; its attempt stands without a clip.
    pub(super) async fn link_assets(
        &self,
        assets: Vec<LocalAsset>,
        report: &mut LogImportReport,
        progress: ProgressSink<'_>,
        cancel: &CancellationToken,
    ) -> Result<(), AppError> {
        let total = u32::try_from(assets.len()).unwrap_or(u32::MAX);
        let mut looked_at = futures::stream::iter(assets)
            .map(|asset| async move {
                let inspected = self.media().inspect(asset.path.as_std_path(), cancel).await;
                (asset, inspected)
            })
            .buffered(LOOK_AHEAD);
        let mut done = 0;
        while let Some((asset, inspected)) = looked_at.next().await {
            if cancel.is_cancelled() {
                break;
            }
            done += 1;
            progress(Progress {
                done,
                total,
                subject: asset.path.file_name().unwrap_or_default().to_owned(),
            });
            let path = asset.path.to_string();
            match self.link(asset, inspected).await {
                Ok(linked) => report.clips_linked += u32::from(linked),
                Err(AppError::Store(error)) => return Err(error.into()),
                Err(error) => report.clips_failed.push(FailedFile {
                    path,
                    error: error.problem(),
                }),
            }
        }
        Ok(())
    }

    /// Whether it was linked: an attempt keeps the clip it has, and bytes that are in the library already are not kept twice.
    async fn link(&self, asset: LocalAsset, inspected: Result<Inspection, MediaError>) -> Result<bool, AppError> {
        let Inspection { facts, poster } = inspected?;
        let known = self.store().clip_with_bytes(&facts.blake3).await?.is_some();
        if known || self.store().current_clip(&asset.generation).await?.is_some() {
            return Ok(false);
        }
        let brief = self.store().brief(&asset.brief).await?.brief;
        let uid = new_clip_uid();
        put(&self.store().folder().poster(uid), &poster).await?;
        let clip = NewClip {
            uid,
            generation: asset.generation,
            flags: unmet(&brief, &facts),
            original_name: asset.path.file_name().unwrap_or_default().to_owned(),
            place: FilePlace::Referenced(asset.path),
            facts,
            made_by: None,
        };
        let mut write = self.store().write().await?;
        write.add_clip(&clip, self.now()).await?;
        write.commit().await?;
        Ok(true)
    }
}

/// The path that an asset's address means on this computer: itself, or what `file://` names. Other addresses mean none.
fn local_path(asset: &str) -> Option<Utf8PathBuf> {
    match asset.split_once("://") {
        None => Some(asset.into()),
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("file") => {
            let path = rest.strip_prefix("localhost").unwrap_or(rest);
            // `file:///C:/clips/a.mp4` names a drive behind the slash.
            let path = match path.as_bytes() {
                [b'/', drive, b':', ..] if drive.is_ascii_alphabetic() => &path[1..],
                _ => path,
            };
            let decoded = percent_decode_str(path).decode_utf8().ok()?;
            Some(Utf8PathBuf::from(decoded.into_owned()))
        }
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_and_file_addresses_mean_something_on_this_computer() {
        assert_eq!(local_path("renders/a.mp4").unwrap(), "renders/a.mp4");
        assert_eq!(local_path("file:///tmp/two%20words.mp4").unwrap(), "/tmp/two words.mp4");
        assert_eq!(local_path("file:///C:/clips/a.mp4").unwrap(), "C:/clips/a.mp4");
        assert_eq!(local_path("file:///tmp/100%.mp4").unwrap(), "/tmp/100%.mp4");
        assert_eq!(local_path("s3://bucket/a.mp4"), None);
        assert_eq!(local_path("https://host/a.mp4"), None);
    }
}
