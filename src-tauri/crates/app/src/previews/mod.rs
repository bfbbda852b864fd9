//! Strips and previews, made in the background: bounded, cancellable, and resumed after a restart because what is missing is asked of
//! the library each time, never remembered.

mod flags;
mod make;
mod put_off;
mod queue;

pub(crate) use make::put;
pub(crate) use queue::PreviewQueue;

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::change::Change;
use crate::view::clips::PreviewState;
use circletake_domain::id::RecordUid;
use circletake_media::preview::PreviewFacts;
use circletake_store::{FileCondition, StoreError, StoredClip, StoredPreview};

impl OpenLibrary {
    /// Where a clip's preview stands.
    pub async fn preview_state(&self, clip_key: &str) -> Result<PreviewState, AppError> {
        let clip = self.store().clip(uid_of(clip_key)?).await?;
        self.preview_state_of(&clip).await
    }

    /// Tries again what could not be made of a clip, and with it everything else that was put off.
    pub async fn retry_preview(&self, clip_key: &str) -> Result<(), AppError> {
        let clip = self.store().clip(uid_of(clip_key)?).await?;
        self.refuse_other_bytes(&clip).await?;
        let mut write = self.store().write().await?;
        if clip.strip_tiles == 0 {
            write.set_strip(clip.uid, Ok(0)).await?;
        }
        if matches!(self.store().preview(clip.uid).await?, StoredPreview::Failed { .. }) {
            write.set_preview(clip.uid, &StoredPreview::Waiting).await?;
        }
        write.commit().await?;
        self.previews().try_again();
        self.changed(Change::Preview {
            clip_key: clip.uid.to_string(),
        });
        Ok(())
    }

    pub(crate) async fn preview_state_of(&self, clip: &StoredClip) -> Result<PreviewState, AppError> {
        Ok(match self.store().preview(clip.uid).await? {
            StoredPreview::Ready { facts } => match serde_json::from_value::<PreviewFacts>(facts) {
                Ok(facts) => ready(&facts),
                // Written by an older version: it is made again.
                Err(_) => PreviewState::Waiting,
            },
            StoredPreview::Failed { failure } => PreviewState::Failed { failure },
            StoredPreview::Waiting => {
                match (self.previews().percent(clip.uid), self.previews().put_off_for(clip.uid)) {
                    (Some(percent), _) => PreviewState::Making { percent },
                    _ if clip.condition != FileCondition::Present => PreviewState::None,
                    (None, Some(failure)) => PreviewState::PutOff { failure },
                    (None, None) => PreviewState::Waiting,
                }
            }
        })
    }

    /// How many clips still wait for their preview or strip, without those that were put off.
    pub async fn clips_in_preparation(&self) -> Result<u32, AppError> {
        let put_off = self.previews().put_off_clips();
        Ok(self.store().count_clips_to_prepare(&put_off).await?)
    }

    /// Waits until nothing is left to be made in the background.
    pub async fn previews_done(&self) {
        self.previews().settled().await;
    }
}

/// The clip version of a key.
pub(crate) fn uid_of(clip_key: &str) -> Result<RecordUid, AppError> {
    let uid = clip_key.parse().map(RecordUid);
    uid.map_err(|_| {
        AppError::Store(StoreError::NotFound {
            what: "clip",
            id: clip_key.to_owned(),
        })
    })
}

fn ready(facts: &PreviewFacts) -> PreviewState {
    PreviewState::Ready {
        frame_count: facts.frame_count,
        frame_rate: facts.frame_rate.to_string(),
        width: facts.width,
        height: facts.height,
        audio: facts.audio,
        normalised: facts.normalised.iter().filter_map(word).collect(),
    }
}

/// The word an enum of the media crate goes by.
fn word(value: &impl serde::Serialize) -> Option<String> {
    serde_json::to_value(value).ok()?.as_str().map(ToOwned::to_owned)
}
