//! Time of people: measured while they look, entered, put right by hand; and what they have seen of a clip.

use crate::clips::minutes_of;
use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::review::microseconds;
use crate::view::change::Change;
use crate::view::review::{SeenView, SittingView, TimeView, WorkKind};
use circletake_domain::frame::Microseconds;
use circletake_domain::frame_range::FrameSet;
use circletake_domain::id::{GenerationId, PersonId, RecordUid};
use circletake_store::{Sitting, SpentTime, StoreError, TimeKind, TimeSource};

impl From<WorkKind> for TimeKind {
    fn from(kind: WorkKind) -> Self {
        match kind {
            WorkKind::Review => Self::Review,
            WorkKind::Editing => Self::Editing,
            WorkKind::BrandReview => Self::BrandReview,
        }
    }
}

impl From<TimeKind> for WorkKind {
    fn from(kind: TimeKind) -> Self {
        match kind {
            TimeKind::Review => Self::Review,
            TimeKind::Editing => Self::Editing,
            TimeKind::BrandReview => Self::BrandReview,
        }
    }
}

fn sitting(sitting: Sitting) -> SittingView {
    SittingView {
        since: sitting.since,
        minutes: minutes_of(sitting.duration.0),
    }
}

/// A clip by the key it has on the media server.
pub(crate) fn clip_by_key(clip_key: &str) -> Result<RecordUid, AppError> {
    let uid = clip_key.parse().map(RecordUid);
    uid.map_err(|_| {
        AppError::Store(StoreError::NotFound {
            what: "clip",
            id: clip_key.to_owned(),
        })
    })
}

impl OpenLibrary {
    /// Adds time that a clock measured while a person worked on a clip.
    pub async fn add_measured_time(
        &self,
        generation: &GenerationId,
        person: &PersonId,
        kind: WorkKind,
        duration: Microseconds,
        sitting: Option<RecordUid>,
    ) -> Result<(), AppError> {
        let spent = SpentTime {
            generation: generation.clone(),
            person: person.clone(),
            kind: kind.into(),
            duration,
            source: TimeSource::Measured,
            sitting,
        };
        let mut write = self.store().write().await?;
        write.add_time(&spent, self.now()).await?;
        write.commit().await?;
        self.changed(Change::Time);
        Ok(())
    }

    /// Puts right what a person spent on a generation; from then on it says so.
    pub async fn correct_time(
        &self,
        generation: &GenerationId,
        person: &PersonId,
        kind: WorkKind,
        minutes: &str,
    ) -> Result<Vec<TimeView>, AppError> {
        let total = microseconds(minutes)?;
        let mut write = self.store().write().await?;
        write
            .correct_time(generation, person, kind.into(), total, self.now())
            .await?;
        write.commit().await?;
        self.changed(Change::Clips);
        self.time_spent(generation).await
    }

    /// Who spent how long on a generation.
    pub async fn time_spent(&self, generation: &GenerationId) -> Result<Vec<TimeView>, AppError> {
        let spent = self.store().time_spent(generation).await?;
        let views = spent.into_iter().map(|time| TimeView {
            person_id: time.person,
            person_name: time.name,
            kind: time.kind.into(),
            minutes: minutes_of(time.duration.0),
            corrected: time.corrected,
            sittings: time.sittings.into_iter().map(sitting).collect(),
        });
        Ok(views.collect())
    }

    /// What a person has seen of a clip version so far.
    pub async fn seen_frames(&self, clip_key: &str, person: &PersonId) -> Result<SeenView, AppError> {
        let frames = self.store().seen_frames(clip_by_key(clip_key)?, person).await?;
        Ok(SeenView { frames })
    }

    /// Adds frames that a person has had on the screen; answers all they have seen of the clip version.
    pub async fn add_seen_frames(
        &self,
        clip_key: &str,
        person: &PersonId,
        frames: &FrameSet,
    ) -> Result<SeenView, AppError> {
        let clip = clip_by_key(clip_key)?;
        let mut write = self.store().write().await?;
        let frames = write.add_seen_frames(clip, person, frames, self.now()).await?;
        write.commit().await?;
        Ok(SeenView { frames })
    }
}
