//! The versions of a clip: what the model made, and what an editor made of it. The original is never touched.

use crate::clips::stored_thumb;
use crate::error::AppError;
use crate::ingest::{extension_of, file_name, unmet};
use crate::open_library::OpenLibrary;
use crate::previews::put;
use crate::progress::ProgressSink;
use crate::review::microseconds;
use crate::view::change::Change;
use crate::view::clips::PreviewState;
use crate::view::edit::{AddedVersion, ClipVersionView, GoodPart, VersionOrigin};
use crate::view::import::Progress;
use circletake_domain::id::{GenerationId, PersonId};
use circletake_domain::sign_off::VoidReason;
use circletake_domain::status::Status;
use circletake_media::Inspection;
use circletake_store::{LibraryFolder, NewClip, SpentTime, StoredVersion, TimeKind, TimeSource, new_clip_uid};
use std::path::Path;
use tokio_util::sync::CancellationToken;

/// Looking at the file, copying it, writing it down.
const STEPS: u32 = 3;

fn view(version: StoredVersion, preview: PreviewState) -> ClipVersionView {
    ClipVersionView {
        clip: stored_thumb(&version.clip),
        origin: match version.origin.as_str() {
            "model" => VersionOrigin::Model,
            "preset" => VersionOrigin::Preset,
            _ => VersionOrigin::Edit,
        },
        parent: version.parent,
        made_by: version.made_by_name,
        made_at: version.made_at,
        file_name: version.original_name,
        content_hash: version.clip.facts.blake3.clone(),
        frame_count: version.clip.facts.frame_count,
        frame_rate: version.clip.facts.frame_rate.to_string(),
        good_part: version.good_part.map(|(first_frame, last_frame)| GoodPart {
            first_frame,
            last_frame,
        }),
        preview,
        current: version.current,
    }
}

/// Whether a clip that stands here may get an edited version.
fn may_be_edited(status: Status) -> bool {
    matches!(
        status,
        Status::ApprovedForEdit | Status::Edited | Status::BrandReview | Status::NeedsRevision
    ) || status.is_usable()
}

impl OpenLibrary {
    /// Every version of a generation's clip, latest first.
    pub async fn clip_versions(&self, generation: &GenerationId) -> Result<Vec<ClipVersionView>> {
        let mut versions = Vec::new();
        for version in self.store().clip_versions(generation).await? {
            let preview = self.preview_state_of(&version.clip).await?;
            versions.push(view(version, preview));
        }
        Ok(versions)
    }

    /// Takes a file in as the next version of a generation's clip, which stands with it from then on. A sign-off of the version before is
    /// void with that, and the clip goes back to brand review. Minutes, where given, are editing minutes entered by hand.
    pub async fn add_version(
        &self,
        generation: &GenerationId,
        path: &Path,
        person: &PersonId,
        minutes: Option<&str>,
        progress: ProgressSink<'_>,
        cancel: &CancellationToken,
    ) -> Result<AddedVersion> {
        let minutes = minutes.map(microseconds).transpose()?;
        let name = file_name(path);
        let tell = |done| {
            progress(Progress {
                done,
                total: STEPS,
                subject: name.clone(),
            });
        };
        tell(0);
        let status = self.store().generation(generation).await?.row.status;
        if !may_be_edited(status) {
            let generation = generation.clone();
            return Err(AppError::NotInEdit { generation, status });
        }
        let _no_doctor = self.files().read().await;
        let _alone = self.adding_version().lock().await;
        let inspection = self.media().inspect(path, cancel).await?;
        tell(1);
        let clip = self.copy_version(generation, path, person, inspection).await?;
        if cancel.is_cancelled() {
            // Nothing names the copy yet.
            let _ = fs_err::remove_file(self.store().path_of(&clip.place));
            return Err(AppError::Cancelled);
        }
        tell(2);
        let now = self.now();
        let mut write = self.store().write().await?;
        write.refuse_removed(person).await?;
        let voided = write.void_sign_off(generation, VoidReason::NewVersion, now).await?;
        let version = write.add_clip(&clip, now).await?;
        if let Some(duration) = minutes {
            let spent = SpentTime {
                generation: generation.clone(),
                person: person.clone(),
                kind: TimeKind::Editing,
                duration,
                source: TimeSource::Entered,
                sitting: None,
            };
            write.add_time(&spent, now).await?;
        }
        let status = write.status_of(generation).await?;
        write.commit().await?;
        tell(STEPS);
        self.changed(Change::Clips);
        self.previews().wake();
        Ok(AddedVersion {
            generation_id: generation.clone(),
            version,
            clip_key: clip.uid.to_string(),
            path: self.store().path_of(&clip.place).into_string(),
            status,
            sign_off_voided: voided.is_some(),
        })
    }

    /// The file's bytes in the library, with their poster; no record names them yet.
    async fn copy_version(
        &self,
        generation: &GenerationId,
        path: &Path,
        person: &PersonId,
        inspection: Inspection,
    ) -> Result<NewClip> {
        let facts = inspection.facts;
        if let Some((generation, version)) = self.store().version_with_bytes(&facts.blake3).await? {
            return Err(AppError::SameBytes { generation, version });
        }
        let known = self.store().generation(generation).await?;
        let latest = self.store().clip_versions(generation).await?;
        let version = latest.first().map_or(1, |latest| latest.clip.version + 1);
        let extension = extension_of(path);
        let mut name = LibraryFolder::clip_name(&known.row.brief, generation, version, extension);
        if self.store().folder().path().join(&name).exists() {
            // Left by a crash, and perhaps somebody's only copy: the doctor sets it aside.
            let (stem, hash) = (name.file_stem().unwrap_or_default(), facts.blake3.as_str());
            let short: String = hash.chars().take(8).collect();
            name = name.with_file_name(format!("{stem}-{short}.{}", name.extension().unwrap_or("mp4")));
        }
        let place = self.copy_into(path, name, &facts.blake3).await?;
        let uid = new_clip_uid();
        put(&self.store().folder().poster(uid), &inspection.poster).await?;
        Ok(NewClip {
            uid,
            generation: generation.clone(),
            place,
            original_name: file_name(path),
            flags: unmet(&known.brief, &facts),
            facts,
            made_by: Some(person.clone()),
        })
    }
}

type Result<T, E = AppError> = std::result::Result<T, E>;
