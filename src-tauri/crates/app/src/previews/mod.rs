//! Strips and previews, made in the background: bounded, cancellable, and resumed after a restart because what is missing is asked of
//! the library each time, never remembered.

mod flags;
mod make;
mod queue;

pub(crate) use make::put;
pub(crate) use queue::PreviewQueue;

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::clips::PreviewState;
use circletake_media::preview::PreviewFacts;
use circletake_store::{FileCondition, StoreError, StoredClip, StoredPreview};

impl OpenLibrary {
    /// Where a clip's preview stands.
    pub async fn preview_state(&self, clip_key: &str) -> Result<PreviewState, AppError> {
        let not_found = || StoreError::NotFound {
            what: "clip",
            id: clip_key.to_owned(),
        };
        let uid = clip_key
            .parse()
            .map(circletake_domain::id::RecordUid)
            .map_err(|_| not_found())?;
        let clip = self.store().clip(uid).await?;
        self.preview_state_of(&clip).await
    }

    pub(crate) async fn preview_state_of(&self, clip: &StoredClip) -> Result<PreviewState, AppError> {
        Ok(match self.store().preview(clip.uid).await? {
            StoredPreview::Ready { facts } => match serde_json::from_value::<PreviewFacts>(facts) {
                Ok(facts) => ready(&facts),
                // Written by an older version: it is made again.
                Err(_) => PreviewState::Waiting,
            },
            StoredPreview::Failed { failure } => PreviewState::Failed { failure },
            StoredPreview::Waiting => match self.previews().percent(clip.uid) {
                Some(percent) => PreviewState::Making { percent },
                None if clip.condition == FileCondition::Present => PreviewState::Waiting,
                None => PreviewState::None,
            },
        })
    }

    /// How many clips still wait for their preview or strip.
    pub async fn clips_in_preparation(&self) -> Result<u32, AppError> {
        Ok(self.store().count_clips_to_prepare().await?)
    }

    /// Waits until nothing is left to be made in the background.
    pub async fn previews_done(&self) {
        self.previews().settled().await;
    }
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
