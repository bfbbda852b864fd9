//! Whether the library is whole, and mending it: records and files by the store, posters, strips and previews here.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::previews::put;
use crate::progress::{ProgressSink, watched};
use crate::view::change::Change;
use crate::view::library::{DoctorView, FindingView};
use circletake_store::{FileCondition, Finding, StoreError, StoredClip, StoredPreview};
use tokio_util::sync::CancellationToken;

/// Posters are as wide as those made on the way in.
const POSTER_WIDTH: u32 = 480;

fn view(finding: Finding) -> FindingView {
    FindingView {
        code: finding.code.to_owned(),
        subject: finding.subject,
        message: finding.message,
        fixed: finding.fixed,
    }
}

fn found(code: &str, clip: &StoredClip, message: &str, fixed: bool) -> FindingView {
    FindingView {
        code: code.to_owned(),
        subject: format!("{} v{}", clip.generation, clip.version),
        message: message.to_owned(),
        fixed,
    }
}

impl OpenLibrary {
    /// Looks at everything, and mends what can be mended if `fix`. Work on the library's files waits meanwhile. What was mended when it is
    /// stopped stays mended.
    pub async fn doctor(
        &self,
        fix: bool,
        progress: ProgressSink<'_>,
        cancel: &CancellationToken,
    ) -> Result<DoctorView, AppError> {
        if fix && self.store().is_read_only() {
            return Err(StoreError::ReadOnly {
                holder: self.store().held_by().cloned(),
            }
            .into());
        }
        let alone = self.files().write().await;
        let checked = watched(progress, cancel, async |watcher| {
            self.store().check(fix, self.now(), watcher).await
        });
        let mut findings: Vec<_> = checked.await?.into_iter().map(view).collect();
        findings.extend(self.check_derived(fix).await?);
        drop(alone);
        if fix {
            self.previews().wake();
            self.changed(Change::Clips);
        }
        Ok(DoctorView {
            healthy: findings.iter().all(|finding| finding.fixed),
            findings,
        })
    }

    /// Posters are made at once; strips and previews wait their turn in the background again.
    async fn check_derived(&self, fix: bool) -> Result<Vec<FindingView>, AppError> {
        let mut findings = Vec::new();
        for (clip, preview_ready) in self.store().derived_clips().await? {
            if clip.condition != FileCondition::Present {
                continue;
            }
            if !self.store().folder().poster(clip.uid).is_file() {
                let made = fix && self.make_poster(&clip).await.is_ok();
                findings.push(found("missing_poster", &clip, "Its poster is not there.", made));
            }
            if clip.strip_tiles > 0 && !self.store().folder().strip(clip.uid).is_file() {
                if fix {
                    let mut write = self.store().write().await?;
                    write.set_strip(clip.uid, Ok(0)).await?;
                    write.commit().await?;
                }
                findings.push(found(
                    "missing_strip",
                    &clip,
                    "Its strip is not there; it is made in the background.",
                    fix,
                ));
            }
            if preview_ready && !self.store().folder().preview(clip.uid).is_file() {
                if fix {
                    let mut write = self.store().write().await?;
                    write.set_preview(clip.uid, &StoredPreview::Waiting).await?;
                    write.commit().await?;
                }
                findings.push(found(
                    "missing_preview",
                    &clip,
                    "Its preview is not there; it is made in the background.",
                    fix,
                ));
            }
        }
        Ok(findings)
    }

    /// Makes the still that stands for a clip version.
    pub(crate) async fn make_poster(&self, clip: &StoredClip) -> Result<(), AppError> {
        let source = self.store().path_of(&clip.place);
        let poster = self
            .media()
            .poster(source.as_std_path(), POSTER_WIDTH, &CancellationToken::new())
            .await?;
        put(&self.store().folder().poster(clip.uid), &poster.jpeg).await
    }
}
